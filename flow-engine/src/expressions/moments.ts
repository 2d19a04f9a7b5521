/** Dates and times as comparisons see them: a date is a whole day, a date and time is a moment. */

import { foldText } from "../triggers/normalize.ts";
import { monthOf, weekdayOf } from "./calendar-names.ts";
import { isDate, parseInstant, zoned } from "./dates.ts";

/** From its first to its last millisecond; the same for a moment. */
export interface TimeSpan {
  from: number;
  to: number;
}

/** @returns null when the text is neither an ISO date nor an ISO date and time */
export function readSpan(text: string, zone: string): TimeSpan | null {
  const from = parseInstant(text, zone);
  if (from === null) return null;
  const to = isDate(text) ? zoned(from, zone).add({ days: 1 }).startOfDay().epochMilliseconds - 1 : from;
  return { from, to };
}

/** `10..20` → its two ends, empty where it is open; null when the text is no range. */
export function readRange(text: string): readonly [string, string] | null {
  const [, from, to] = /^(.*?)(?:\.\.|…)(.*)$/s.exec(text.trim()) ?? [];
  if (from === undefined || to === undefined) return null;
  const ends = [from.trim(), to.trim()] as const;
  return ends[0] === "" && ends[1] === "" ? null : ends;
}

const CLOCK = /^(\d{1,2}):([0-5]\d)$/;
const DAY_MINUTES = 24 * 60;

/** Minutes since midnight; `24:00` is the end of a day. Null when the text is no time of day. */
export function readClock(text: string): number | null {
  const [, hours, minutes] = CLOCK.exec(text.trim()) ?? [];
  const at = Number(hours) * 60 + Number(minutes);
  return hours !== undefined && at <= DAY_MINUTES ? at : null;
}

/** `09:00..14:30, 16:00-19:00` → pairs of minutes since midnight; null when a part of it can't be read. */
export function readClockRanges(text: string): readonly (readonly [number, number])[] | null {
  const ranges = text.split(",").map((part) => {
    const [from, to, ...more] = part.split(/\.\.|…|[-–]/).map(readClock);
    return from == null || to == null || more.length > 0 ? null : ([from, to] as const);
  });
  return ranges.every((range) => range !== null) ? ranges : null;
}

/** Whether a time of day is within a range; one that ends before it begins goes over midnight. */
export function clockWithin(minutes: number, [from, to]: readonly [number, number]): boolean {
  return to > from ? from <= minutes && minutes < to : minutes >= from || minutes < to;
}

/** `mon..fri, domingo` → 1 (Monday) to 7; null when a word is no day. */
export const readWeekdays = (text: string) => readNames(text, weekdayOf, 7);
/** `enero, 3, jun..ago` → 1 to 12; null when a word is no month. */
export const readMonths = (text: string) => readNames(text, monthOf, 12);

/** Words between what separates and joins them. */
const BETWEEN_WORDS = /\s*,\s*|\s+(?:and|or|y|o|e|ou)\s+|\s+/;

function readNames(
  text: string,
  numberOf: (word: string) => number | null,
  last: number,
): ReadonlySet<number> | null {
  const named = new Set<number>();
  const words = foldText(text)
    .replace(/\s*\.\.\s*/g, "..")
    .split(BETWEEN_WORDS)
    .filter((word) => word !== "");
  for (const word of words) {
    const [from, to = from] = word.split("..").map(numberOf);
    if (from == null || to == null) return null;
    for (let at = from; ; at = (at % last) + 1) {
      named.add(at);
      if (at === to) break;
    }
  }
  return named.size > 0 ? named : null;
}
