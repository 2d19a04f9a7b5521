/** Times that come again and again, written as the five fields of cron: `minute hour day-of-month month day-of-week`. */
import { Temporal } from "temporal-polyfill";
import { zoned, zoneOrUtc } from "../expressions/dates.ts";

/** Every list is ascending and without repeats. */
export interface Cron {
  minutes: readonly number[];
  hours: readonly number[];
  days: readonly number[];
  months: readonly number[];
  /** 0 is Sunday. */
  weekdays: readonly number[];
  /** Both kinds of days are limited: a date of either kind is one. Else the one that is limited decides. */
  eitherDay: boolean;
}

interface Field {
  name: string;
  min: number;
  max: number;
  /** What may be written for a number; the first stands for `min`. */
  names?: readonly string[];
}

const MINUTE: Field = { name: "minute", min: 0, max: 59 };
const HOUR: Field = { name: "hour", min: 0, max: 23 };
const DAY: Field = { name: "day of the month", min: 1, max: 31 };
const MONTH: Field = {
  name: "month",
  min: 1,
  max: 12,
  names: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
};
/** 7 is Sunday too, so that `5-7` and `sat-sun` can be written. */
const SUNDAY_TOO = 7;
const WEEKDAY: Field = {
  name: "day of the week",
  min: 0,
  max: SUNDAY_TOO,
  names: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
};

/** Most days of each month, of a leap year too. */
const LONGEST_MONTHS: readonly number[] = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
/** A 29 February on a given day of the week comes after 28 years, and around 2100, which is no leap year, after 40. */
const MAX_YEARS = 40;

/** Why a text is no cron, thrown inside of this file only. */
class WrongCron extends Error {}

/** The five fields, or a sentence about what is wrong with them. A date that no year has (30 February) is wrong too. */
export function parseCron(text: string): Cron | { error: string } {
  try {
    return parsed(text);
  } catch (error) {
    if (error instanceof WrongCron) return { error: error.message };
    throw error;
  }
}

/** What is wrong with a cron, as a sentence; null when nothing is. */
export function validateCron(text: string): string | null {
  const cron = parseCron(text);
  return "error" in cron ? cron.error : null;
}

function parsed(text: string): Cron {
  const fields = text.trim().toLowerCase().split(/\s+/);
  const [minute, hour, day, month, weekday] = fields;
  if (fields.length !== 5 || !minute || !hour || !day || !month || !weekday) {
    throw new WrongCron(
      "Write five fields: minute, hour, day of the month, month, day of the week. “0 9 * * 1” is every Monday at 9:00.",
    );
  }
  const cron: Cron = {
    minutes: numbers(minute, MINUTE),
    hours: numbers(hour, HOUR),
    days: numbers(day, DAY),
    months: numbers(month, MONTH),
    weekdays: sorted(numbers(weekday, WEEKDAY).map((each) => each % SUNDAY_TOO)),
    eitherDay: !day.startsWith("*") && !weekday.startsWith("*"),
  };
  const [first = 1] = cron.days;
  if (!cron.eitherDay && cron.months.every((each) => first > (LONGEST_MONTHS[each - 1] ?? 0)))
    throw new WrongCron(
      `${cron.months.length === 1 ? "That month has" : "Those months have"} no day ${first}, so it never comes.`,
    );
  return cron;
}

/** A list of `*`, `5`, `1-5`, each with or without a step (`*\/10`, `8-18/2`). */
function numbers(text: string, field: Field): number[] {
  return sorted(text.split(",").flatMap((part) => partNumbers(part, field)));
}

function partNumbers(part: string, field: Field): number[] {
  const [range = "", step, ...more] = part.split("/");
  if (more.length > 0 || range === "") throw wrong(part, field);
  const [from, to] = bounds(range, step !== undefined, field);
  const by = step === undefined ? 1 : whole(step);
  if (by === null || by === 0) throw wrong(part, field);
  const found: number[] = [];
  for (let value = from; value <= to; value += by) found.push(value);
  return found;
}

/** A single number with a step goes on to the end of the field. */
function bounds(range: string, stepped: boolean, field: Field): [from: number, to: number] {
  const last = field === WEEKDAY ? SUNDAY_TOO - 1 : field.max;
  if (range === "*") return [field.min, last];
  const [start = "", end, ...more] = range.split("-");
  if (more.length > 0) throw wrong(range, field);
  const from = numberOf(start, field);
  if (end === undefined) return [from, stepped ? Math.max(from, last) : from];
  const to = numberOf(end, field);
  if (from <= to) return [from, to];
  if (field === WEEKDAY && to === 0) return [from, SUNDAY_TOO];
  throw new WrongCron(`The ${field.name} “${range}” ends before it begins.`);
}

function numberOf(text: string, field: Field): number {
  const named = field.names?.indexOf(text) ?? -1;
  const value = named === -1 ? whole(text) : named + field.min;
  if (value === null || value < field.min || value > field.max) throw wrong(text, field);
  return value;
}

function whole(text: string): number | null {
  return /^\d{1,4}$/.test(text) ? Number(text) : null;
}

function wrong(part: string, { name, min, max, names = [] }: Field): WrongCron {
  const words = names.length === 0 ? "" : ` (or ${names[0]} … ${names.at(-1)})`;
  return new WrongCron(`The ${name} is ${min} to ${max}${words}, not “${part}”.`);
}

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/**
 * The first time after a moment. A time that a change of clocks skips is the first moment after the gap; a time that
 * comes twice is the first of both.
 * @param afterMs milliseconds since the epoch; that moment itself is not meant
 * @param zone IANA zone whose clock the fields speak of; UTC when there is no such zone
 * @returns milliseconds since the epoch
 */
export function nextRun(cron: Cron, afterMs: number, zone: string): number {
  const now = zoned(afterMs, zone).toPlainDateTime();
  const from = now.toPlainDate();
  const end = from.add({ years: MAX_YEARS, days: 1 });
  for (let date = from; Temporal.PlainDate.compare(date, end) <= 0; date = nextDate(cron, date)) {
    if (!isOnDate(cron, date)) continue;
    const minuteNow = date.equals(from) ? now.hour * 60 + now.minute : 0;
    const found = firstOnDate(cron, date, minuteNow, afterMs, zone);
    if (found !== null) return found;
  }
  throw new Error("a cron that parseCron let through never comes");
}

/** Months that do not count are passed over as one. */
function nextDate(cron: Cron, date: Temporal.PlainDate): Temporal.PlainDate {
  const tomorrow = date.add({ days: 1 });
  return cron.months.includes(date.month) ? tomorrow : date.with({ day: 1 }).add({ months: 1 });
}

function isOnDate({ months, days, weekdays, eitherDay }: Cron, date: Temporal.PlainDate): boolean {
  if (!months.includes(date.month)) return false;
  const byDay = days.includes(date.day);
  const byWeekday = weekdays.includes(date.dayOfWeek % SUNDAY_TOO);
  return eitherDay ? byDay || byWeekday : byDay && byWeekday;
}

/** Later times of the clock are never earlier moments, so the first that is late enough is the first of all. */
function firstOnDate(
  { hours, minutes }: Cron,
  date: Temporal.PlainDate,
  fromMinute: number,
  afterMs: number,
  zone: string,
): number | null {
  for (const hour of hours) {
    for (const minute of minutes) {
      if (hour * 60 + minute < fromMinute) continue;
      const moment = momentOf(date.toPlainDateTime({ hour, minute }), zone);
      if (moment > afterMs) return moment;
    }
  }
  return null;
}

function momentOf(time: Temporal.PlainDateTime, zone: string): number {
  const first = time.toZonedDateTime(zoneOrUtc(zone), { disambiguation: "earlier" });
  if (first.toPlainDateTime().equals(time)) return first.epochMilliseconds;
  // The time is in a gap, and `first` as long before the gap's end as the gap is.
  const change = first.getTimeZoneTransition("next");
  return (change ?? first).epochMilliseconds;
}
