/** Dates as people write them, to `YYYY-MM-DD`: numbers, names of months and days, words. */

import { foldText } from "../triggers/normalize.ts";
import { monthOf, weekdayOf } from "./calendar-names.ts";
import { addDays, dateIn, isoDate, zoned } from "./dates.ts";

/** `now` in milliseconds since the epoch; with the zone it says which day is today. */
interface Clock {
  now: number;
  timeZone: string;
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;
const WITHOUT_YEAR = /^(\d{1,2})[-/.](\d{1,2})$/;
/** `24 de diciembre de 2026`, `24th December`, `24 dez`. */
const NAMED_DAY_FIRST =
  /^(\d{1,2})(?:st|nd|rd|th|º|o|\.)?\s+(?:de\s+|of\s+)?([a-z]+)\.?(?:,?\s+(?:de\s+|del\s+)?(\d{4}))?$/;
/** `December 24, 2026`. */
const NAMED_MONTH_FIRST = /^([a-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+(\d{4}))?$/;
const DAYS_AHEAD = /^(?:in|en|dentro de|em|daqui a)\s+(\d{1,3})\s+(?:days?|dias?)$/;
/** A day of the week, the next one to come; `next`, `este`, … before or after it change nothing. */
const WEEKDAY =
  /^(?:(?:the|el|la|o|a|on|this|next|este|esta|proximo|proxima)\s+)*([a-z]+(?:-feira)?)(?:\s+(?:que viene|proximo|proxima))?$/;

/** Days from today, folded. */
const WORDS: Readonly<Record<string, number>> = {
  today: 0,
  hoy: 0,
  hoje: 0,
  tomorrow: 1,
  manana: 1,
  amanha: 1,
  yesterday: -1,
  ayer: -1,
  ontem: -1,
  "day after tomorrow": 2,
  "the day after tomorrow": 2,
  "pasado manana": 2,
  "depois de amanha": 2,
};

/**
 * A date without a year is the next one to come, today included; so is a day of the week, today not included.
 * @returns null when the text is no date of the calendar
 */
export function readDate(text: string, clock: Clock): string | null {
  const word = foldText(text);
  if (Object.hasOwn(WORDS, word)) return daysFrom(clock, WORDS[word] ?? 0);
  return numericDate(word, clock) ?? namedDate(word, clock) ?? dayAhead(word, clock);
}

const daysFrom = ({ now, timeZone }: Clock, days: number): string =>
  dateIn(timeZone, addDays(now, days, timeZone));

function numericDate(word: string, clock: Clock): string | null {
  const [, year, month, day] = YEAR_FIRST.exec(word) ?? [];
  if (year !== undefined) return isoDate(Number(year), Number(month), Number(day));
  const [, dayFirst, monthNext, yearLast] = DAY_FIRST.exec(word) ?? [];
  if (dayFirst !== undefined) return isoDate(Number(yearLast), Number(monthNext), Number(dayFirst));
  const [, first, second] = WITHOUT_YEAR.exec(word) ?? [];
  return first === undefined ? null : nextDate(Number(second), Number(first), clock);
}

function namedDate(word: string, clock: Clock): string | null {
  const [, day, name = "", year] = NAMED_DAY_FIRST.exec(word) ?? [];
  const [, otherName = "", otherDay, otherYear] = NAMED_MONTH_FIRST.exec(word) ?? [];
  const month = monthOf(name || otherName);
  if (month === null) return null;
  const written = year ?? otherYear;
  const dayNumber = Number(day ?? otherDay);
  return written === undefined
    ? nextDate(month, dayNumber, clock)
    : isoDate(Number(written), month, dayNumber);
}

/** Years to look ahead for a date: 29 February comes after eight years at the latest. */
const YEARS_AHEAD = 8;

function nextDate(month: number, day: number, clock: Clock): string | null {
  const today = daysFrom(clock, 0);
  const thisYear = zoned(clock.now, clock.timeZone).year;
  for (let year = thisYear; year <= thisYear + YEARS_AHEAD; year++) {
    const date = isoDate(year, month, day);
    if (date !== null && date >= today) return date;
  }
  return null;
}

function dayAhead(word: string, clock: Clock): string | null {
  const [, days] = DAYS_AHEAD.exec(word) ?? [];
  if (days !== undefined) return daysFrom(clock, Number(days));
  const weekday = weekdayOf(WEEKDAY.exec(word)?.[1] ?? "");
  if (weekday === null) return null;
  const { dayOfWeek } = zoned(clock.now, clock.timeZone);
  return daysFrom(clock, (weekday - dayOfWeek + 7) % 7 || 7);
}
