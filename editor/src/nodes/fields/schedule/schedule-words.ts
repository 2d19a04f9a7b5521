/** Opening hours in few words: `Mon–Fri 09:00–18:00`. */
import { type Schedule, type Span, WEEKDAYS, type Weekday } from "@hilo/flow-engine";
import { t } from "../../../i18n/t.ts";

export const WEEKDAY_NAMES: Record<Weekday, string> = {
  // t:
  mon: "Monday",
  tue: "Tuesday",
  wed: "Wednesday",
  thu: "Thursday",
  fri: "Friday",
  sat: "Saturday",
  sun: "Sunday",
};

/** What a schedule of one's own begins with. */
export const OFFICE_HOURS: Schedule = {
  week: Object.fromEntries(WEEKDAYS.slice(0, 5).map((day) => [day, [{ from: "09:00", to: "18:00" }]])),
  days: [],
};

const short = (day: Weekday) => t(WEEKDAY_NAMES[day]).slice(0, 3);
const spansWords = (spans: readonly Span[]) => spans.map(({ from, to }) => `${from}–${to}`).join(", ");

/** A line for each run of days that have the same hours; days without any are left out. */
export function scheduleWords({ week, days }: Schedule): string[] {
  const runs: { first: Weekday; last: Weekday; words: string }[] = [];
  for (const [at, day] of WEEKDAYS.entries()) {
    const words = spansWords(week[day] ?? []);
    const before = runs.at(-1);
    if (before && before.words === words && before.last === WEEKDAYS[at - 1]) before.last = day;
    else runs.push({ first: day, last: day, words });
  }
  const lines = runs
    .filter(({ words }) => words !== "")
    .map(
      ({ first, last, words }) =>
        `${first === last ? short(first) : `${short(first)}–${short(last)}`} ${words}`,
    );
  if (days.length > 0)
    lines.push(days.length === 1 ? t("1 special day") : t("{count} special days", { count: days.length }));
  return lines.length > 0 ? lines : [t("Always closed")];
}
