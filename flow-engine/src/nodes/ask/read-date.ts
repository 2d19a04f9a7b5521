/** Dates as people write them, to `YYYY-MM-DD`: ISO, day first, or a word. */
import { addDays, dateIn, isoDate } from "../../expressions/dates.ts";
import type { StepContext } from "../../step/context.ts";
import { foldText } from "../../triggers/normalize.ts";

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

/** @returns null when the text is no date of the calendar */
export function readDate(text: string, ctx: StepContext): string | null {
  const word = foldText(text);
  if (Object.hasOwn(WORDS, word))
    return dateIn(ctx.timeZone, addDays(ctx.now, WORDS[word] ?? 0, ctx.timeZone));
  const [, year, month, day] = YEAR_FIRST.exec(word) ?? [];
  if (year !== undefined) return isoDate(Number(year), Number(month), Number(day));
  const [, dayFirst, monthNext, yearLast] = DAY_FIRST.exec(word) ?? [];
  return dayFirst === undefined ? null : isoDate(Number(yearLast), Number(monthNext), Number(dayFirst));
}
