/** What each operator means, for a left value as it is and a right side as it was filled in. */
import { isOpen, nextOpening, type Schedule } from "../calendar/schedule.ts";
import { foldText } from "../triggers/normalize.ts";
import { readEmail, readUrl } from "./addresses.ts";
import { parseInstant, zoned } from "./dates.ts";
import { readDuration, shiftMoment } from "./durations.ts";
import {
  clockWithin,
  readClock,
  readClockRanges,
  readMonths,
  readRange,
  readSpan,
  readWeekdays,
  type TimeSpan,
} from "./moments.ts";
import { toNumber } from "./numbers.ts";
import type { Operator } from "./operators.ts";
import { sortedJson, stringify } from "./print.ts";
import { readPhone } from "./read-phone.ts";
import { toBoolean } from "./yes-no.ts";

/** What comparisons know of the world besides their two sides. */
export interface ComparisonFacts {
  /** IANA zone in which dates without an offset are read. */
  readonly timeZone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Opening hours of the workspace; absent: always open. */
  readonly hours?: Schedule | undefined;
  /** The contact's number: others without a country are of the same one. */
  readonly ownPhone: string | null;
}

/** @param right the filled-in text, or the list that a variable by itself holds */
type Test = (left: unknown, right: unknown, facts: ComparisonFacts) => boolean;

/** The operators that compare with a pattern are not among them. */
export const TESTS: Readonly<Record<Exclude<Operator, "matches" | "not-matches">, Test>> = {
  equals: (left, right, { timeZone }) => equal(left, right, timeZone),
  "not-equals": (left, right, { timeZone }) => !equal(left, right, timeZone),
  "is-set": (left) => !isEmpty(left),
  "is-empty": (left) => isEmpty(left),
  "is-true": (left) => toBoolean(left) === true,
  "is-false": (left) => toBoolean(left) === false,
  "one-of": isOneOf,
  "none-of": (...sides) => !isOneOf(...sides),
  contains,
  "not-contains": (...sides) => !contains(...sides),
  "starts-with": (left, right) => foldedPair(left, right, (text, part) => text.startsWith(part)),
  "ends-with": (left, right) => foldedPair(left, right, (text, part) => text.endsWith(part)),
  "length-at-least": (left, right) => counted(lengthOf(left), right, (length, limit) => length >= limit),
  "length-at-most": (left, right) => counted(lengthOf(left), right, (length, limit) => length <= limit),
  "is-email": (left) => readEmail(stringify(left).trim()) !== null,
  "is-phone": (left, _, { ownPhone }) => readPhone(stringify(left).trim(), ownPhone) !== null,
  "is-url": (left) => readUrl(stringify(left).trim()) !== null,
  "greater-than": (left, right, { timeZone }) => ordered(left, right, timeZone, (a, b) => a > b),
  "at-least": (left, right, { timeZone }) => ordered(left, right, timeZone, (a, b) => a >= b),
  "less-than": (left, right, { timeZone }) => ordered(left, right, timeZone, (a, b) => a < b),
  "at-most": (left, right, { timeZone }) => ordered(left, right, timeZone, (a, b) => a <= b),
  between: isBetween,
  "is-number": (left) => toNumber(left) !== null,
  before: (left, right, facts) => spans(left, right, facts, (a, b) => a.from < b.from),
  after: (left, right, facts) => spans(left, right, facts, (a, b) => a.from > b.to),
  "on-date": (left, right, facts) => spans(left, right, facts, (a, b) => dayOf(a, facts) === dayOf(b, facts)),
  "in-last": (left, right, facts) => isNear(left, right, -1, facts),
  "in-next": (left, right, facts) => isNear(left, right, 1, facts),
  "weekday-is": (left, right, facts) => names(left, right, facts, readWeekdays, ({ dayOfWeek }) => dayOfWeek),
  "month-is": (left, right, facts) => names(left, right, facts, readMonths, ({ month }) => month),
  "time-between": isAtTime,
  "is-date": (left, _, { timeZone }) => typeof left === "string" && parseInstant(left, timeZone) !== null,
  "includes-all": (left, right, facts) => includes(left, right, facts, "every"),
  "includes-any": (left, right, facts) => includes(left, right, facts, "some"),
  "count-at-least": (left, right) => counted(countOf(left), right, (count, limit) => count >= limit),
  "count-at-most": (left, right) => counted(countOf(left), right, (count, limit) => count <= limit),
  "is-list": (left) => Array.isArray(left),
  "has-tag": contains,
  "has-no-tag": (...sides) => !contains(...sides),
  "in-hours": (left, _, facts) => inHours(left, facts) === true,
  "not-in-hours": (left, _, facts) => inHours(left, facts) === false,
};

function equal(left: unknown, right: unknown, zone: string): boolean {
  const text = stringify(right);
  if (typeof left === "boolean") return toBoolean(text) === left;
  if (foldText(stringify(left)) === foldText(text)) return true;
  return ordered(left, text, zone, (a, b) => a === b);
}

/** Whether two values are the same: objects and lists by what is in them, others as `equals` has it. */
export function sameValue(a: unknown, b: unknown, zone: string): boolean {
  const isWhole = (value: unknown) => typeof value === "object" && value !== null;
  return isWhole(a) || isWhole(b) ? sortedJson(a) === sortedJson(b) : equal(a, b, zone);
}

/** A list contains an equal item, a text contains the text. Nothing contains an empty text. */
function contains(left: unknown, right: unknown, { timeZone }: ComparisonFacts): boolean {
  if (foldText(stringify(right)) === "") return false;
  if (Array.isArray(left)) return left.some((item) => equal(item, right, timeZone));
  return foldText(stringify(left)).includes(foldText(stringify(right)));
}

function foldedPair(left: unknown, right: unknown, test: (text: string, part: string) => boolean): boolean {
  const part = foldText(stringify(right));
  return part !== "" && test(foldText(stringify(left)), part);
}

/** Compares two numbers, or else two dates; what is neither is in no order. */
function ordered(
  left: unknown,
  right: unknown,
  zone: string,
  test: (a: number, b: number) => boolean,
): boolean {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a !== null && b !== null) return test(a, b);
  const [from, to] = [parseInstant(stringify(left), zone), parseInstant(stringify(right), zone)];
  return from !== null && to !== null && test(from, to);
}

/** A list as it is, or the parts of a text between commas and lines. Empty parts are none. */
export function valuesOf(right: unknown): unknown[] {
  const values = Array.isArray(right) ? right : stringify(right).split(/[,\n]/);
  return values.filter((value) => foldText(stringify(value)) !== "");
}

function isOneOf(left: unknown, right: unknown, { timeZone }: ComparisonFacts): boolean {
  return valuesOf(right).some((value) => equal(left, value, timeZone));
}

function includes(
  left: unknown,
  right: unknown,
  { timeZone }: ComparisonFacts,
  how: "every" | "some",
): boolean {
  const wanted = valuesOf(right);
  if (!Array.isArray(left) || wanted.length === 0) return false;
  return wanted[how]((value) => left.some((item) => equal(item, value, timeZone)));
}

/** Both ends count; a date as an end is the whole day. */
function isBetween(left: unknown, right: unknown, { timeZone }: ComparisonFacts): boolean {
  const range = readRange(stringify(right));
  if (!range) return false;
  const value = toNumber(left);
  const [from, to] = range.map((end) => (end === "" ? null : toNumber(end)));
  if (value !== null) {
    const readable = (range[0] === "" || from !== null) && (range[1] === "" || to !== null);
    return readable && value >= (from ?? -Infinity) && value <= (to ?? Infinity);
  }
  const moment = readSpan(stringify(left), timeZone);
  const [first, last] = range.map((end) => readSpan(end, timeZone));
  if (!moment || (range[0] !== "" && !first) || (range[1] !== "" && !last)) return false;
  return moment.from >= (first?.from ?? -Infinity) && moment.from <= (last?.to ?? Infinity);
}

/** Characters as people count them; nothing has none, and what is no text has no length. */
function lengthOf(value: unknown): number | null {
  if (value === null || value === undefined) return 0;
  return typeof value === "string" || typeof value === "number" ? [...String(value)].length : null;
}

/** Nothing is a list without items: one begins with its first. */
function countOf(value: unknown): number | null {
  if (value === null || value === undefined) return 0;
  return Array.isArray(value) ? value.length : null;
}

function counted(
  count: number | null,
  right: unknown,
  test: (count: number, limit: number) => boolean,
): boolean {
  const limit = toNumber(right);
  return count !== null && limit !== null && test(count, limit);
}

function spans(
  left: unknown,
  right: unknown,
  { timeZone }: ComparisonFacts,
  test: (left: TimeSpan, right: TimeSpan) => boolean,
): boolean {
  const [a, b] = [readSpan(stringify(left), timeZone), readSpan(stringify(right), timeZone)];
  return a !== null && b !== null && test(a, b);
}

const dayOf = ({ from }: TimeSpan, { timeZone }: ComparisonFacts): string =>
  zoned(from, timeZone).toPlainDate().toString();

/** A day is near when any of it is. */
function isNear(
  left: unknown,
  right: unknown,
  direction: 1 | -1,
  { timeZone, now }: ComparisonFacts,
): boolean {
  const span = readSpan(stringify(left), timeZone);
  const duration = readDuration(stringify(right));
  if (!span || !duration || duration.sign < 0) return false;
  const end = shiftMoment(now, direction === 1 ? duration : duration.negated(), timeZone);
  if (end === null) return false;
  return span.from <= Math.max(now, end) && span.to >= Math.min(now, end);
}

/** What a left side stands for where the present moment may be meant. */
function momentOf(left: unknown, { timeZone, now }: ComparisonFacts): TimeSpan | null {
  return left === NOW ? { from: now, to: now } : readSpan(stringify(left), timeZone);
}

/** The left side of an operator that has none: the present moment. */
export const NOW = Symbol("now");

function names(
  left: unknown,
  right: unknown,
  facts: ComparisonFacts,
  read: (text: string) => ReadonlySet<number> | null,
  partOf: (moment: ReturnType<typeof zoned>) => number,
): boolean {
  const moment = momentOf(left, facts);
  return moment !== null && read(stringify(right))?.has(partOf(zoned(moment.from, facts.timeZone))) === true;
}

/** Of a date and time, or of a time by itself (`18:30`); a date has no time. */
function isAtTime(left: unknown, right: unknown, facts: ComparisonFacts): boolean {
  const clock = left === NOW ? null : readClock(stringify(left));
  const moment = momentOf(left, facts);
  const shown = moment && moment.from === moment.to ? zoned(moment.from, facts.timeZone) : null;
  const minutes = clock ?? (shown ? shown.hour * 60 + shown.minute : null);
  if (minutes === null) return false;
  return readClockRanges(stringify(right))?.some((range) => clockWithin(minutes, range)) === true;
}

/** Whether the workspace is open at a moment, or at some time of a day; null when the left side is neither. */
function inHours(left: unknown, facts: ComparisonFacts): boolean | null {
  const span = momentOf(left, facts);
  if (!span) return null;
  const { hours, timeZone } = facts;
  if (!hours) return true;
  if (span.from === span.to) return isOpen(hours, span.from, timeZone);
  const opening = nextOpening(hours, span.from, timeZone);
  return opening !== null && opening <= span.to;
}

/** Nothing, a blank text, an empty list or object. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.keys(value).length === 0;
}
