/** Dates as people write them, to `YYYY-MM-DD`: ISO, day first, or a word. */

import { foldText } from "../triggers/normalize.ts";
import { addDays, dateIn, isoDate } from "./dates.ts";

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

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
};

/**
 * @param clock whose `now` (milliseconds since the epoch) and zone say which day is today
 * @returns null when the text is no date of the calendar
 */
export function readDate(text: string, clock: { now: number; timeZone: string }): string | null {
  const word = foldText(text);
  if (Object.hasOwn(WORDS, word))
    return dateIn(clock.timeZone, addDays(clock.now, WORDS[word] ?? 0, clock.timeZone));
  const [, year, month, day] = YEAR_FIRST.exec(word) ?? [];
  if (year !== undefined) return isoDate(Number(year), Number(month), Number(day));
  const [, dayFirst, monthNext, yearLast] = DAY_FIRST.exec(word) ?? [];
  return dayFirst === undefined ? null : isoDate(Number(yearLast), Number(monthNext), Number(dayFirst));
}
