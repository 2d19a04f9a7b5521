/** Opening hours: a week, and the days that are different. Of a workspace, of a node, of a trigger. */
import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { momentOn, zoned } from "../expressions/dates.ts";

const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const timeSchema = z.string().regex(TIME, "write times like 09:00");

/** From the first time to just before the second; a span past midnight goes to the next day (`22:00`–`02:00`), and one from a time to the same time is a whole day. */
export const spanSchema = z.object({
  from: timeSchema.describe("When it opens: `09:00`."),
  to: timeSchema.describe("When it closes: `14:00`; before the opening time: the next day."),
});
export type Span = z.infer<typeof spanSchema>;

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Spans of one day; two or three are usual (a morning, an afternoon). */
const spansSchema = z.array(spanSchema).max(10);

/**
 * `{ "timeZone": "Europe/Madrid", "week": { "mon": [{ "from": "09:00", "to": "14:00" }] },
 *    "days": [{ "date": "12-25", "name": "Navidad", "spans": [] }] }`
 */
export const scheduleSchema = z.looseObject({
  timeZone: z
    .string()
    .max(60)
    .optional()
    .describe("IANA zone, `Europe/Madrid`; without it, the workspace's."),
  week: z
    .partialRecord(z.enum(WEEKDAYS), spansSchema)
    .default({})
    .describe("Spans by weekday; a day that is not there is closed."),
  days: z
    .array(
      z.looseObject({
        date: z
          .string()
          .regex(/^(\d{4}-)?\d{2}-\d{2}$/, "write days like 12-25 or 2026-04-03")
          .describe("`12-25` every year, `2026-04-03` once."),
        name: z.string().max(80).optional().describe("What the day is called."),
        spans: spansSchema.default([]).describe("When it is open that day; none: closed."),
      }),
    )
    .max(400)
    .default([])
    .describe("Days that are not as the week says."),
});
export type Schedule = z.infer<typeof scheduleSchema>;

/** How far ahead an opening is looked for: past a year, the schedule is closed for good. */
const MAX_DAYS_AHEAD = 370;

/** @param zone used when the schedule has none of its own */
export function isOpen(schedule: Schedule, epochMs: number, zone: string): boolean {
  const inZone = schedule.timeZone ?? zone;
  const today = zoned(epochMs, inZone).toPlainDate();
  // A span of yesterday may reach over midnight.
  return [today.subtract({ days: 1 }), today].some((date) =>
    intervalsOf(schedule, date, inZone).some(([from, to]) => from <= epochMs && epochMs < to),
  );
}

/**
 * The given moment when it is open then, else the next moment at which it opens.
 * @returns milliseconds since the epoch; null when it does not open within a year
 */
export function nextOpening(schedule: Schedule, epochMs: number, zone: string): number | null {
  if (isOpen(schedule, epochMs, zone)) return epochMs;
  if (neverOpens(schedule)) return null;
  const inZone = schedule.timeZone ?? zone;
  const today = zoned(epochMs, inZone).toPlainDate();
  for (let ahead = 0; ahead <= MAX_DAYS_AHEAD; ahead++) {
    const openings = intervalsOf(schedule, today.add({ days: ahead }), inZone)
      .map(([from]) => from)
      .filter((from) => from >= epochMs);
    if (openings.length > 0) return Math.min(...openings);
  }
  return null;
}

/** Without any hours in it. */
export function neverOpens({ week, days }: Schedule): boolean {
  return [...Object.values(week), ...days.map((day) => day.spans)].every((spans) => spans.length === 0);
}

function spansOn(schedule: Schedule, date: Temporal.PlainDate): readonly Span[] {
  const iso = date.toString();
  const special =
    schedule.days.find((day) => day.date === iso) ?? schedule.days.find((day) => day.date === iso.slice(5));
  if (special) return special.spans;
  const weekday = WEEKDAYS[date.dayOfWeek - 1];
  return weekday === undefined ? [] : (schedule.week[weekday] ?? []);
}

/** The spans of a day as moments. One that a change of clocks skips as a whole is none. */
function intervalsOf(schedule: Schedule, date: Temporal.PlainDate, zone: string): [number, number][] {
  return spansOn(schedule, date).flatMap(({ from, to }): [number, number][] => {
    const end = to > from ? date : date.add({ days: 1 });
    const opens = momentOn(date, from, zone);
    const closes = momentOn(end, to, zone);
    return opens < closes ? [[opens, closes]] : [];
  });
}
