/** Times as people read them. Pure: the moment "now" is passed in. */
import { locale, t } from "../i18n/t.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const FORMATS = {
  clock: { hour: "2-digit", minute: "2-digit" },
  dayAndMonth: { day: "numeric", month: "short" },
  fullDay: { weekday: "long", day: "numeric", month: "long" },
  dayWithYear: { day: "numeric", month: "long", year: "numeric" },
  dayAndTime: { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
  full: { dateStyle: "medium", timeStyle: "medium" },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** They are slow to make: each once per language. */
const made = new Map<string, Intl.DateTimeFormat>();

function written(date: Date, format: keyof typeof FORMATS): string {
  const language = locale();
  const key = `${language} ${format}`;
  const formatter = made.get(key) ?? new Intl.DateTimeFormat(language, FORMATS[format]);
  made.set(key, formatter);
  return formatter.format(date);
}

/** `14:05` */
export const clockTime = (iso: string): string => written(new Date(iso), "clock");

/** `Tue 4 Mar, 14:05` */
export const dayAndTime = (iso: string): string => written(new Date(iso), "dayAndTime");

/** Date and time to the second, for tooltips. */
export const fullTime = (iso: string): string => written(new Date(iso), "full");

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** Whole days between two moments by the reader's calendar: 0 today, 1 yesterday. Rounded, for days of 23 or 25 hours. */
const daysApart = (then: Date, now: Date) => Math.round((startOfDay(now) - startOfDay(then)) / DAY);

/** `Today`, `Yesterday`, `Tuesday, 4 March`, or with the year when it is another one. */
export function dayName(iso: string, now: Date): string {
  const then = new Date(iso);
  const days = daysApart(then, now);
  if (days === 0) return t("Today");
  if (days === 1) return t("Yesterday");
  return then.getFullYear() === now.getFullYear() ? written(then, "fullDay") : written(then, "dayWithYear");
}

/** Short enough for a row: the clock today, else `Yesterday`, else the date. */
export function rowTime(iso: string, now: Date): string {
  const then = new Date(iso);
  const days = daysApart(then, now);
  if (days === 0) return written(then, "clock");
  if (days === 1) return t("Yesterday");
  return written(then, "dayAndMonth");
}

/** `just now`, `5 min ago`, `3 h ago`, `2 days ago`, else the date. */
export function ago(iso: string, now: Date): string {
  const passed = now.getTime() - new Date(iso).getTime();
  if (passed < MINUTE) return t("just now");
  if (passed < HOUR) return t("{count} min ago", { count: Math.floor(passed / MINUTE) });
  if (passed < DAY) return t("{count} h ago", { count: Math.floor(passed / HOUR) });
  const days = Math.floor(passed / DAY);
  if (days < 14) return days === 1 ? t("1 day ago") : t("{count} days ago", { count: days });
  return written(new Date(iso), "dayAndMonth");
}

/** What is left until a moment, as `23 h 14 min`; null when it has passed. */
export function timeLeft(iso: string, now: Date): string | null {
  const left = new Date(iso).getTime() - now.getTime();
  if (left <= 0) return null;
  if (left < MINUTE) return t("less than a minute");
  const hours = Math.floor(left / HOUR);
  const minutes = Math.floor((left % HOUR) / MINUTE);
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`;
}
