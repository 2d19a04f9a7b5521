/** What an assignment makes of a filled-in text and of the value that was there. */
import { valuesOf } from "../../expressions/comparisons.ts";
import { dateIn, parseInstant } from "../../expressions/dates.ts";
import { toNumber } from "../../expressions/numbers.ts";
import { stringify } from "../../expressions/print.ts";
import { readDate } from "../../expressions/read-date.ts";
import { parseYesNo } from "../../expressions/yes-no.ts";
import { addTime } from "./add-time.ts";
import { calculate, rounded } from "./arithmetic.ts";
import { countOf, joined, merged, without } from "./collections.ts";
import type { SetData } from "./schema.ts";

export type Assignment = Pick<SetData["assignments"][number], "operation" | "as">;

/** The new value, or the code of what is wrong; then the old value stays. */
export type Assigned = { value: unknown } | { error: string };

export interface Clock {
  /** Milliseconds since the epoch. */
  now: number;
  /** IANA zone in which dates are read and moved. */
  timeZone: string;
}

export interface Given {
  /** What was there. */
  current: unknown;
  /** The value, filled in. */
  text: string;
  /** When the value is the name of a list or an object and nothing else: that. */
  whole?: unknown;
  /** What the value is the path of. */
  atPath: unknown;
  clock: Clock;
}

export function assignedValue({ operation, as }: Assignment, given: Given): Assigned {
  const { current, text, clock } = given;
  switch (operation) {
    case "clear":
      return { value: null };
    case "set":
      return typed(given, as);
    case "append":
      return withItems(given, as, (items) => joined(current, items, "end"));
    case "prepend":
      return withItems(given, as, (items) => joined(current, items, "start"));
    case "remove":
      return withItems(given, as, (items) => without(current, items, clock.timeZone));
    case "count":
      return countOf(given.atPath);
    case "pick":
      return given.atPath === undefined ? { error: "path-missing" } : { value: given.atPath };
    case "merge":
      return merge(current, parseJson(text));
    case "add-time":
      return addTime(current, text, clock);
    case "round":
      return rounded(current, text);
    case "lowercase":
    case "uppercase":
    case "title-case":
    case "trim":
      return reworded(operation, text === "" ? current : text);
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "modulo":
      return calculate(operation, current, text);
  }
}

function typed({ text, whole, clock }: Given, as: Assignment["as"]): Assigned {
  switch (as) {
    case "text":
      return { value: text };
    case "number":
      return orError(toNumber(text), "not-a-number");
    case "boolean":
      return orError(parseYesNo(text), "not-a-boolean");
    case "date":
      return orError(dateOf(text, clock), "not-a-date");
    case "list":
      return listOf(whole ?? text);
    case "json":
      return parseJson(text);
  }
}

const orError = (value: unknown, error: string): Assigned => (value === null ? { error } : { value });

function listOf(value: unknown): Assigned {
  if (typeof value === "object" && !Array.isArray(value)) return { error: "not-a-list" };
  return { value: valuesOf(value).map(trimmed) };
}

const trimmed = (value: unknown): unknown => (typeof value === "string" ? value.trim() : value);

/** As people write it, or as machines do; the day of a date and time is that of the zone. */
function dateOf(text: string, clock: Clock): string | null {
  const moment = parseInstant(text, clock.timeZone);
  return readDate(text, clock) ?? (moment === null ? null : dateIn(clock.timeZone, moment));
}

function parseJson(text: string): Assigned {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { error: "not-json" };
  }
}

/** A list is taken as its items, anything else as one. */
function withItems(
  given: Given,
  as: Assignment["as"],
  use: (items: readonly unknown[]) => Assigned,
): Assigned {
  const addition = typed(given, as);
  if ("error" in addition) return addition;
  const { value } = addition;
  return use(as === "list" && Array.isArray(value) ? value : [value]);
}

function merge(current: unknown, addition: Assigned): Assigned {
  return "error" in addition ? addition : merged(current, addition.value);
}

function reworded(how: "lowercase" | "uppercase" | "title-case" | "trim", value: unknown): Assigned {
  if (typeof value !== "string" && typeof value !== "number") return { error: "not-a-text" };
  const text = stringify(value);
  switch (how) {
    case "lowercase":
      return { value: text.toLowerCase() };
    case "uppercase":
      return { value: text.toUpperCase() };
    case "title-case":
      return { value: titleCase(text) };
    case "trim":
      return { value: text.trim() };
  }
}

/** A letter that begins a word: after a space, a hyphen or an apostrophe. */
const WORD_START = /(^|[\s\-'’])(\p{L})/gu;

function titleCase(text: string): string {
  return text
    .toLowerCase()
    .replace(WORD_START, (_, before: string, letter: string) => before + letter.toUpperCase());
}
