/** The next run against the plainest way to find it: walking a year minute by minute with the platform's own clock. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextRun, parseCron } from "./cron.ts";

const MINUTE = 60_000;
const YEAR_START = Date.UTC(2025, 11, 31, 12);
const YEAR_MINUTES = 368 * 24 * 60;

/** A minute of the year on a zone's clock: minutes since 1970 as that clock counts them. */
function wallMinutes(zone: string): Float64Array {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return Float64Array.from({ length: YEAR_MINUTES }, (_, i) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = (
      format.format(YEAR_START + i * MINUTE).match(/\d+/g) ?? []
    ).map(Number);
    return Date.UTC(year, month - 1, day, hour, minute) / MINUTE;
  });
}

/** Which values each of the five fields allows, by trying all; written without looking at the code. */
function allowed(text: string): boolean[][] {
  return text
    .split(" ")
    .map((field, at) =>
      Array.from({ length: 60 }, (_, v) => fits(field, v, FIRST[at] ?? 0, at === 4 ? 6 : 99)),
    );
}
const FIRST = [0, 0, 1, 1, 0];

function fits(field: string, value: number, min: number, max: number): boolean {
  return field.split(",").some((part) => {
    const [range = "", step = "1"] = part.split("/");
    const [from = 0, to = part.includes("/") ? Math.max(from, max) : from] =
      range === "*" ? [min, max] : range.split("-").map(Number);
    return value >= from && value <= to && (value - from) % Number(step) === 0;
  });
}

/** Whether a clock that shows `wall` shows a time of the cron. */
function shower(text: string): (wall: number) => boolean {
  const [minutes = [], hours = [], days = [], months = [], weekdays = []] = allowed(text);
  const [, , day = "", , weekday = ""] = text.split(" ");
  const either = day[0] !== "*" && weekday[0] !== "*";
  return (wall) => {
    if (!minutes[wall % 60] || !hours[Math.floor(wall / 60) % 24]) return false;
    const at = new Date(wall * MINUTE);
    if (!months[at.getUTCMonth() + 1]) return false;
    const byDay = days[at.getUTCDate()] === true;
    // A star with a step begins at Sunday, as 0; 7 is Sunday only when it is written.
    const byWeekday = weekdays[at.getUTCDay()] === true || (at.getUTCDay() === 0 && weekdays[7] === true);
    return either ? byDay || byWeekday : byDay && byWeekday;
  };
}

/**
 * Every run of the year: minutes whose wall time is shown for the first time, and minutes at which the clock jumped
 * over a wall time of the cron.
 */
function naiveRuns(text: string, walls: Float64Array): number[] {
  const shows = shower(text);
  const runs: number[] = [];
  let latest = (walls[0] ?? 0) - 1;
  for (let i = 0; i < walls.length; i++) {
    const wall = walls[i] ?? 0;
    let due = false;
    for (let skipped = latest + 1; skipped <= wall && !due; skipped++) due = shows(skipped);
    if (due) runs.push(YEAR_START + i * MINUTE);
    latest = Math.max(latest, wall);
  }
  return runs;
}

/** Minutes of the year at which a zone's clock jumps. */
function jumps(walls: Float64Array): number[] {
  const found: number[] = [];
  for (let i = 1; i < walls.length; i++) if (walls[i] !== (walls[i - 1] ?? 0) + 1) found.push(i);
  return found;
}

/** Parts of a field; the wide ones often enough that both rare and frequent crons come up. */
function field(min: number, max: number) {
  const value = fc.integer({ min, max });
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const stepped = fc.tuple(fc.oneof(fc.constant("*"), range, value.map(String)), fc.integer({ min: 1, max }));
  const part = fc.oneof(
    value.map(String),
    range,
    stepped.map(([text, step]) => `${text}/${step}`),
  );
  return fc.oneof(
    fc.constant("*"),
    part,
    fc.array(part, { minLength: 2, maxLength: 3 }).map((parts) => parts.join(",")),
  );
}

const anyCron = fc
  .tuple(
    field(0, 59),
    // The hours in which clocks change, often.
    fc.oneof(field(0, 23), fc.constantFrom("0", "1", "2", "3", "1-3", "23,0")),
    fc.oneof(fc.constant("*"), field(1, 31)),
    fc.oneof(fc.constant("*"), fc.constantFrom("3", "4", "9-11"), field(1, 12)),
    fc.oneof(fc.constant("*"), field(0, 7)),
  )
  .map((fields) => fields.join(" "))
  .filter((text) => !("error" in parseCron(text)));

/** Runs that are compared from each place: the many of a frequent cron are alike. */
const COMPARED = 60;

describe("nextRun", () => {
  it.each([
    ["UTC", 0],
    ["Europe/Madrid", 2],
    ["America/New_York", 2],
    ["America/Santiago", 2],
    ["Asia/Kathmandu", 0],
    ["Asia/Beirut", 2],
    ["Australia/Lord_Howe", 2],
    ["Africa/Casablanca", 2],
  ])("names every run of a year in %s, whose clock jumps %i times, and no other", (zone, times) => {
    const walls = wallMinutes(zone);
    const changes = jumps(walls);
    expect(changes).toHaveLength(times);
    const near = fc.tuple(fc.constantFrom(0, ...changes), fc.integer({ min: -200, max: 200 }));
    const start = fc.oneof(
      fc.nat(YEAR_MINUTES),
      near.map(([at, by]) => Math.max(0, at + by)),
    );
    fc.assert(
      fc.property(anyCron, start, (text, minute) => {
        const cron = parseCron(text);
        if ("error" in cron) throw new Error(cron.error);
        const after = YEAR_START + minute * MINUTE;
        const expected = naiveRuns(text, walls)
          .filter((run) => run > after)
          .slice(0, COMPARED);
        const found: number[] = [];
        for (let at = after; found.length < expected.length; found.push(at)) at = nextRun(cron, at, zone);
        expect(found).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});
