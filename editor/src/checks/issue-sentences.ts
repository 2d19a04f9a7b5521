/** What can be wrong at one place of a definition, as the engine says it, and what is wanted or given there. */
export const ISSUES = [
  // t:
  "{wanted} is wanted here, and nothing was given.",
  "{wanted} is wanted here, and {given} was given.",
  "one of these is wanted here, and nothing was given: {values}.",
  "one of these is wanted here: {values}.",
  "something has to be written here.",
  "at least {count} characters are wanted here.",
  "at least one entry is wanted here.",
  "at least {count} entries are wanted here.",
  "at most {count} characters are taken here.",
  "one entry is taken here.",
  "at most {count} entries are taken here.",
  "the number must be at least {count}.",
  "the number must be over {count}.",
  "the number must be at most {count}.",
  "the number must be under {count}.",
  "nothing called {names} belongs here.",
  "“{name}” can't be a name here.",
  "what was given can't stand here.",
  "use letters, digits, _ and - only.",
  "write times like 09:00.",
  "write it like 90s, 5m, 2h or 3d.",
  "write days like 12-25 or 2026-04-03.",
] as const;

export const VALUES = [
  // t:
  "a text",
  "a number",
  "a number with decimals",
  "a whole number",
  "true or false",
  "an object",
  "a list",
  "another value",
] as const;
