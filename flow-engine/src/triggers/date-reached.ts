/** Whether a date that is kept with a contact has come, its offset counted in. */
import { dateIn, isoDate, parseInstant, zoned } from "../expressions/dates.ts";
import type { TriggerOf } from "./schema.ts";

export type DateTiming = Pick<TriggerOf<"date-reached">, "days" | "time" | "yearly">;

/**
 * From the trigger's time on, and until the day is over. A 29 February comes on the 28th in years without one.
 * @param value what the contact's field holds: an ISO date or date-time; everything else never comes
 * @param zone the contact's, or the workspace's
 * @returns the date that has come (`2026-05-04`; with `yearly` in this year), or null
 */
export function dateReached(
  { days, time, yearly }: DateTiming,
  value: unknown,
  zone: string,
  nowMs: number,
): string | null {
  const now = zoned(nowMs, zone);
  if (now.toPlainTime().toString().slice(0, time.length) < time) return null;
  const date = writtenDate(value, zone);
  if (date === null) return null;
  const come = now.toPlainDate().subtract({ days });
  const occurrence = yearly ? inYear(date, come.year) : date;
  return occurrence === come.toString() ? occurrence : null;
}

/** The calendar date of a date or date-time, in a zone when the text says which moment it is. */
function writtenDate(value: unknown, zone: string): string | null {
  if (typeof value !== "string") return null;
  const instant = parseInstant(value, zone);
  return instant === null ? null : dateIn(zone, instant);
}

const LEAP_DAY = "02-29";

function inYear(date: string, year: number): string {
  const day = date.slice(-LEAP_DAY.length);
  const isCommonYear = isoDate(year, 2, 29) === null;
  return `${year}-${day === LEAP_DAY && isCommonYear ? "02-28" : day}`;
}

/**
 * A date as it is written, a zone's today and UTC's may lie so many days apart: a written offset of up to a day, and
 * zones of up to 14 hours either way.
 */
const DAYS_APART = 3;

/**
 * The first ten characters of every date text that may have come at a moment, somewhere on earth: what a database
 * looks for before each is judged. With `yearly`, only month and day (`05-04`).
 */
export function datesToLookFor({ days, yearly }: DateTiming, nowMs: number): string[] {
  const today = zoned(nowMs, "UTC").toPlainDate().subtract({ days });
  const dates = Array.from({ length: 2 * DAYS_APART + 1 }, (_, i) =>
    today.add({ days: i - DAYS_APART }).toString(),
  );
  if (!yearly) return dates;
  const yearDays = dates.map((date) => date.slice(-LEAP_DAY.length));
  return yearDays.includes("02-28") ? [...new Set([...yearDays, LEAP_DAY])] : yearDays;
}
