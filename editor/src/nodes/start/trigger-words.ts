/** Triggers in plain words. */
import type { KeywordMode, Trigger } from "@hilo/flow-engine";

/** Each mode as the end of "When a message …". */
export const MODE_WORDS: Record<KeywordMode, string> = {
  word: "has the word",
  exact: "is exactly",
  "starts-with": "starts with",
  contains: "contains, also inside words",
  regex: "matches the pattern",
};

/** The usual first. */
export const MODE_OPTIONS = Object.entries(MODE_WORDS).map(([value, label]) => ({ value, label }));

type ChosenType = "keyword" | "first-message" | "catch-all" | "payload";

export const TRIGGER_TYPES: { value: ChosenType; label: string }[] = [
  { value: "keyword", label: "A message with a keyword" },
  { value: "first-message", label: "Somebody writes for the first time" },
  { value: "catch-all", label: "Any message nothing else takes" },
  { value: "payload", label: "A tap on an older button" },
];

/** What a chip on the start card says. */
export function triggerTitle(trigger: Trigger): string {
  switch (trigger.type) {
    case "keyword":
      return keywordTitle(trigger.keyword, trigger.mode);
    case "payload":
      return `Button ${trigger.payload}${trigger.prefix ? "…" : ""}`;
    case "first-message":
      return "First message";
    case "catch-all":
      return "Any message";
    default:
      return trigger.type;
  }
}

function keywordTitle(keyword: string, mode: KeywordMode): string {
  if (keyword === "") return "No keyword yet";
  if (keyword === "default") return "Any text";
  switch (mode) {
    case "exact":
      return `= ${keyword}`;
    case "starts-with":
      return `${keyword}…`;
    case "contains":
      return `…${keyword}…`;
    case "regex":
      return `/${keyword}/`;
    case "word":
      return keyword;
  }
}

/** A new trigger of a type, with the editor's defaults: a keyword counts as a whole word. */
export function newTrigger(type: ChosenType, word: string): Trigger {
  switch (type) {
    case "keyword":
      return { type, keyword: word, mode: "word" };
    case "payload":
      return { type, payload: word };
    default:
      return { type };
  }
}
