/** Opening hours against a model that looks at a clock on the wall, minute by minute, over weeks in which clocks change. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen, nextOpening, type Schedule, scheduleSchema, WEEKDAYS } from "./schedule.ts";

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;

/** Ten days about a change of clocks, by UTC. */
const WINDOWS = [
  { zone: "Europe/Madrid", from: "2026-03-25" },
  { zone: "Europe/Madrid", from: "2026-10-21" },
  { zone: "America/New_York", from: "2026-03-04" },
  { zone: "America/New_York", from: "2026-10-28" },
  // Midnight itself is skipped, and comes twice.
  { zone: "America/Sao_Paulo", from: "2018-10-31" },
  { zone: "America/Sao_Paulo", from: "2018-02-14" },
  // By half an hour.
  { zone: "Australia/Lord_Howe", from: "2026-03-31" },
  { zone: "Australia/Lord_Howe", from: "2026-09-30" },
] as const;
const WINDOW_MINUTES = 10 * DAY_MINUTES;

interface Wall {
  epochMs: number;
  date: string;
  time: string;
}

/** What clocks show at each minute, by the machine's own calendar, which the engine does not use. */
function wallClock(zone: string, from: string): Wall[] {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const start = Date.parse(`${from}T00:00Z`);
  return Array.from({ length: WINDOW_MINUTES }, (_, at) => {
    const epochMs = start + at * MINUTE;
    const [date = "", time = ""] = format.format(epochMs).split(" ");
    return { epochMs, date, time };
  });
}

const walls = WINDOWS.map(({ zone, from }) => ({ zone, wall: wallClock(zone, from) }));

const nextDay = (date: string) =>
  new Date(Date.parse(`${date}T12:00Z`) + DAY_MINUTES * MINUTE).toISOString().slice(0, 10);

/** First minute at which clocks show this time of the day, or what follows where it is skipped. */
function firstMinute(wall: readonly Wall[], date: string, time: string): number {
  const wanted = time === "24:00" ? `${nextDay(date)} 00:00` : `${date} ${time}`;
  return wall.findIndex((minute) => `${minute.date} ${minute.time}` >= wanted);
}

function spansOf(schedule: Schedule, date: string) {
  const special =
    schedule.days.find((day) => day.date === date) ?? schedule.days.find((day) => day.date === date.slice(5));
  const weekday = WEEKDAYS[(new Date(`${date}T12:00Z`).getUTCDay() + 6) % 7];
  return special?.spans ?? schedule.week[weekday ?? "mon"] ?? [];
}

/** Whether it is open, for each minute. Spans that begin before the window are not known of. */
function modelOf(schedule: Schedule, wall: readonly Wall[]): boolean[] {
  const open = wall.map(() => false);
  for (const date of new Set(wall.map((minute) => minute.date))) {
    for (const { from, to } of spansOf(schedule, date)) {
      const opens = firstMinute(wall, date, from);
      const closes = firstMinute(wall, to > from ? date : nextDay(date), to);
      if (opens !== -1) open.fill(true, opens, closes === -1 ? open.length : Math.max(opens, closes));
    }
  }
  return open;
}

/** Most changes of clocks are in the night, so most times are too. */
const time = fc.oneof(
  fc.constantFrom(
    "00:00",
    "00:30",
    "01:00",
    "01:30",
    "02:00",
    "02:15",
    "02:30",
    "02:45",
    "03:00",
    "23:30",
    "24:00",
  ),
  fc
    .nat(DAY_MINUTES - 1)
    .map((at) => `${String(Math.floor(at / 60)).padStart(2, "0")}:${String(at % 60).padStart(2, "0")}`),
);
const spans = fc.array(fc.record({ from: time, to: time }), { maxLength: 2 });
const schedules = (dates: readonly string[]) =>
  fc
    .record({
      week: fc.record(Object.fromEntries(WEEKDAYS.map((day) => [day, spans]))),
      days: fc.array(
        fc.record({ date: fc.constantFrom(...dates, ...dates.map((date) => date.slice(5))), spans }),
        { maxLength: 2 },
      ),
    })
    .map((schedule) => scheduleSchema.parse(schedule));

test.each(walls)(
  "is open at the minutes a wall clock says, and opens at the first of them: $zone",
  ({ zone, wall }) => {
    const dates = [...new Set(wall.map(({ date }) => date))];
    // The model does not know of spans of days before the window, nor where its last ones end.
    const seen = wall.slice(2 * DAY_MINUTES, -2 * DAY_MINUTES);
    const sample = fc.array(fc.nat(seen.length - 1), { minLength: 40, maxLength: 40 });
    let openings = 0;
    fc.assert(
      fc.property(schedules(dates), sample, (schedule, minutes) => {
        const model = modelOf(schedule, wall);
        const edges = seen.flatMap((_, at) =>
          model[at + 2 * DAY_MINUTES] === model[at + 2 * DAY_MINUTES - 1] ? [] : [at, Math.max(0, at - 1)],
        );
        for (const at of [...minutes, ...edges]) {
          const moment = seen[at]?.epochMs ?? 0;
          const context = `${new Date(moment).toISOString()}`;
          expect(isOpen(schedule, moment, zone), context).toBe(model[at + 2 * DAY_MINUTES]);
          const next = model.indexOf(true, at + 2 * DAY_MINUTES);
          if (next === -1) continue;
          openings += 1;
          expect(nextOpening(schedule, moment, zone), context).toBe(wall[next]?.epochMs);
        }
      }),
      { numRuns: 25 },
    );
    expect(openings).toBeGreaterThan(500);
  },
);
