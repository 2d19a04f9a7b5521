/** Reports as charts and spreadsheets read them. Pure. */
import type { Overview } from "@hilo/server/contract";
import { BOM, csvLines } from "../shell/csv.ts";

export type Day = Overview["days"][number];

const QUIET = { received: 0, byBot: 0, byPeople: 0, failed: 0, people: 0 };

/** Milliseconds of a day. */
const DAY_MS = 86_400_000;

/** Days on which nothing was said are days, too. @param zone whose days the report has */
export function everyDay(days: readonly Day[], count: number, now: Date, zone: string): Day[] {
  const known = new Map(days.map((day) => [day.day, day]));
  const today = new Intl.DateTimeFormat("en-CA", { timeZone: zone }).format(now);
  const last = Date.parse(`${today}T00:00:00Z`);
  const names = Array.from({ length: count + 1 }, (_, at) =>
    new Date(last - (count - at) * DAY_MS).toISOString().slice(0, 10),
  );
  return names.map((day) => known.get(day) ?? { day, ...QUIET });
}

/** In percent; null: there was nothing before. */
export function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : Math.round(((now - before) / before) * 100);
}

/** `90` → `1 min 30 s`; the two largest parts. */
export function secondsInWords(seconds: number, locale: string): string {
  const whole = Math.round(seconds);
  const parts = [
    { unit: "day", value: Math.floor(whole / 86_400) },
    { unit: "hour", value: Math.floor(whole / 3_600) % 24 },
    { unit: "minute", value: Math.floor(whole / 60) % 60 },
    { unit: "second", value: whole % 60 },
  ];
  const first = parts.findIndex(({ value }) => value > 0);
  const shown = first < 0 ? parts.slice(-1) : parts.slice(first, first + 2).filter(({ value }) => value > 0);
  return shown
    .map(({ unit, value }) => value.toLocaleString(locale, { style: "unit", unit, unitDisplay: "short" }))
    .join(" ");
}

/** A row for each day, then one for each flow. */
export function overviewCsv({ days, flows }: Overview): string {
  const byDay = csvLines(
    days.map(({ day, received, byBot, byPeople, failed, people }) => ({
      day,
      received,
      by_bot: byBot,
      by_people: byPeople,
      failed,
      people,
    })),
  );
  const byFlow = csvLines(
    flows.map(({ name, started, completed, expired, errored, live }) => ({
      flow: name,
      started,
      completed,
      expired,
      errored,
      live,
    })),
  );
  return `${BOM}${[byDay, byFlow].filter((part) => part !== "").join("\r\n\r\n")}\r\n`;
}
