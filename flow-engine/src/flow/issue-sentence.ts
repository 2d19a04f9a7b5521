/** What is wrong at one place of a definition, in a sentence for people: where, what is wanted, what was given. */
import type { z } from "zod";
import { valueAt } from "./value-at.ts";

type Issue = z.core.$ZodIssue;

/**
 * `options.0.title: a text is wanted here, and a number was given.`
 * @param input what was read, in which the issue's path leads to what was given
 */
export function issueSentence(issue: Issue, input: unknown): string {
  const place = issue.path.map(String).join(".");
  const sentence = sentenceOf(issue, valueAt(input, issue.path));
  return place === "" ? sentence : `${place}: ${sentence}`;
}

function sentenceOf(issue: Issue, given: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return typeSentence(issue.expected, given);
    case "too_small":
      return smallSentence(issue);
    case "too_big":
      return bigSentence(issue);
    case "invalid_value":
      return oneOf(issue.values, given);
    case "invalid_union":
      return "options" in issue && issue.options ? oneOf(issue.options, given) : typeSentence("", given);
    case "unrecognized_keys":
      return `nothing called ${issue.keys.map((key) => `“${key}”`).join(", ")} belongs here.`;
    case "invalid_key":
      return `“${String(issue.path.at(-1))}” can't be a name here.`;
    case "invalid_format":
    case "custom":
      return ownWords(issue.message);
    default:
      return NOT_HERE;
  }
}

const NOT_HERE = "what was given can't stand here.";

/** What a schema says in words of ours; Zod's own begin with a capital. */
function ownWords(message: string): string {
  return /^\p{Ll}/u.test(message) ? `${message}.` : NOT_HERE;
}

/** By what Zod expects. */
const WANTED: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  record: "an object",
  array: "a list",
};

function typeSentence(expected: string, given: unknown): string {
  const wanted = WANTED[expected] ?? "another value";
  if (given === undefined) return `${wanted} is wanted here, and nothing was given.`;
  return `${wanted} is wanted here, and ${nameOf(given)} was given.`;
}

function nameOf(given: unknown): string {
  if (given === null) return "null";
  if (Array.isArray(given)) return "a list";
  if (typeof given === "number") return Number.isInteger(given) ? "a number" : "a number with decimals";
  return WANTED[typeof given] ?? "another value";
}

function oneOf(values: readonly unknown[], given: unknown): string {
  const wanted = values.map(String).join(", ");
  return given === undefined
    ? `one of these is wanted here, and nothing was given: ${wanted}.`
    : `one of these is wanted here: ${wanted}.`;
}

function smallSentence({ origin, minimum, inclusive = true }: z.core.$ZodIssueTooSmall): string {
  if (origin === "string")
    return minimum === 1
      ? "something has to be written here."
      : `at least ${minimum} characters are wanted here.`;
  if (origin === "array")
    return minimum === 1
      ? "at least one entry is wanted here."
      : `at least ${minimum} entries are wanted here.`;
  return inclusive ? `the number must be at least ${minimum}.` : `the number must be over ${minimum}.`;
}

function bigSentence({ origin, maximum, inclusive = true }: z.core.$ZodIssueTooBig): string {
  if (origin === "string") return `at most ${maximum} characters are taken here.`;
  if (origin === "array")
    return maximum === 1 ? "one entry is taken here." : `at most ${maximum} entries are taken here.`;
  return inclusive ? `the number must be at most ${maximum}.` : `the number must be under ${maximum}.`;
}
