/** Times and days of opening hours as people type them. */

const CLOCK = /^(\d{1,2})(?:[:.h]?(\d{2}))?$/;
const DAY_MINUTES = 24 * 60;

/** `9`, `930`, `9:30` and `9.30` as `09:00` and `09:30`; null when it is no time. `24:00` is the end of a day. */
export function readClock(text: string): string | null {
  const [, hours, minutes = "00"] = CLOCK.exec(text.trim()) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  if (Number(hours) * 60 + Number(minutes) > DAY_MINUTES) return null;
  return `${hours.padStart(2, "0")}:${minutes}`;
}

const DAY = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/;
/** A leap year: 29 February is a day, too. */
const SOME_YEAR = 2_028;

/** `12-25` for every year, `2026-04-03` for once; null when there is no such day. */
export function readDay(text: string): string | null {
  const [, year, month = "", day = ""] = DAY.exec(text.trim()) ?? [];
  const date = new Date(Date.UTC(year ? Number(year) : SOME_YEAR, Number(month) - 1, Number(day)));
  if (month === "" || date.getUTCMonth() !== Number(month) - 1) return null;
  return `${year ? `${year}-` : ""}${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
