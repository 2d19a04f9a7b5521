import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateTiming, dateReached, datesToLookFor } from "./date-reached.ts";

const at = (more: Partial<DateTiming> = {}): DateTiming => ({ days: 0, time: "09:00", ...more });
const MADRID = "Europe/Madrid";

describe("dateReached", () => {
  it.each<[string, Partial<DateTiming>, unknown, string, string, string | null]>([
    ["from its time on", {}, "2026-03-02", MADRID, "2026-03-02T08:00:00Z", "2026-03-02"],
    ["not a minute before", {}, "2026-03-02", MADRID, "2026-03-02T07:59:59Z", null],
    ["until the day is over", {}, "2026-03-02", MADRID, "2026-03-02T22:59:59Z", "2026-03-02"],
    ["not the next day", {}, "2026-03-02", MADRID, "2026-03-03T08:00:00Z", null],
    ["at midnight", { time: "00:00" }, "2026-03-02", MADRID, "2026-03-01T23:00:00Z", "2026-03-02"],
    ["a week before", { days: -7 }, "2026-03-09", MADRID, "2026-03-02T08:00:00Z", "2026-03-09"],
    [
      "a day after, over the end of a month",
      { days: 1 },
      "2026-02-28",
      MADRID,
      "2026-03-01T08:00:00Z",
      "2026-02-28",
    ],
    ["in another year", {}, "2025-03-02", MADRID, "2026-03-02T08:00:00Z", null],
    ["every year", { yearly: true }, "1985-03-02", MADRID, "2026-03-02T08:00:00Z", "2026-03-02"],
    [
      "every year, before the year it names",
      { yearly: true },
      "2030-03-02",
      MADRID,
      "2026-03-02T08:00:00Z",
      "2026-03-02",
    ],
    [
      "every year, over New Year",
      { yearly: true, days: -7 },
      "1985-01-03",
      MADRID,
      "2026-12-27T08:00:00Z",
      "2027-01-03",
    ],
    [
      "a leap day in a leap year",
      { yearly: true },
      "1984-02-29",
      MADRID,
      "2028-02-29T08:00:00Z",
      "2028-02-29",
    ],
    [
      "a leap day not on the 28th of a leap year",
      { yearly: true },
      "1984-02-29",
      MADRID,
      "2028-02-28T08:00:00Z",
      null,
    ],
    [
      "a leap day in a common year",
      { yearly: true },
      "1984-02-29",
      MADRID,
      "2026-02-28T08:00:00Z",
      "2026-02-28",
    ],
    ["a date and time without a zone", {}, "2026-03-02T23:30", MADRID, "2026-03-02T08:00:00Z", "2026-03-02"],
    [
      "a moment, by the zone's calendar",
      {},
      "2026-03-01T23:30:00Z",
      MADRID,
      "2026-03-02T08:00:00Z",
      "2026-03-02",
    ],
    [
      "a moment with an offset",
      {},
      "2026-03-02T23:30:00-05:00",
      MADRID,
      "2026-03-03T08:00:00Z",
      "2026-03-03",
    ],
    ["in a zone ahead", {}, "2026-03-02", "Pacific/Kiritimati", "2026-03-01T19:00:00Z", "2026-03-02"],
    ["in a zone behind", {}, "2026-03-02", "Pacific/Niue", "2026-03-02T19:59:00Z", null],
    [
      "at a time that the clock skips",
      { time: "02:30" },
      "2026-03-29",
      MADRID,
      "2026-03-29T01:00:00Z",
      "2026-03-29",
    ],
    [
      "before a time that the clock skips",
      { time: "02:30" },
      "2026-03-29",
      MADRID,
      "2026-03-29T00:59:00Z",
      null,
    ],
    ["no date", {}, "soon", MADRID, "2026-03-02T08:00:00Z", null],
    ["no such date", {}, "2026-02-30", MADRID, "2026-03-02T08:00:00Z", null],
    ["a number", {}, 20260302, MADRID, "2026-03-02T08:00:00Z", null],
    ["nothing", {}, undefined, MADRID, "2026-03-02T08:00:00Z", null],
  ])("%s", (_, timing, value, zone, now, expected) => {
    expect(dateReached(at(timing), value, zone, Date.parse(now))).toBe(expected);
  });

  it("comes for each date on one day of each zone, from its time to the end of that day", () => {
    const zone = fc.constantFrom(
      MADRID,
      "America/Bogota",
      "Pacific/Apia",
      "America/New_York",
      "Asia/Kathmandu",
    );
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: -30, max: 30 }),
        fc.nat(364),
        fc.nat(23),
        (name, days, day, hour) => {
          const date = new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10);
          const due = new Date(Date.UTC(2026, 0, 1 + day + days)).toISOString().slice(0, 10);
          const time = `${String(hour).padStart(2, "0")}:15`;
          const clock = new Intl.DateTimeFormat("sv-SE", {
            timeZone: name,
            dateStyle: "short",
            timeStyle: "short",
          });
          const noon = Date.parse(`${due}T12:00:00Z`);
          for (let now = noon - 40 * 3_600_000; now < noon + 40 * 3_600_000; now += 15 * 60_000) {
            const [today = "", wall = ""] = clock.format(now).split(" ");
            const expected = today === due && wall >= time ? date : null;
            expect(dateReached({ days, time }, date, name, now)).toBe(expected);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("datesToLookFor", () => {
  it("has the beginning of every text whose date has come", () => {
    const zones = fc.constantFrom(MADRID, "Pacific/Kiritimati", "Pacific/Niue", "America/Bogota");
    const offsets = fc.constantFrom("", "Z", "+14:00", "-12:00", "+05:30");
    let come = 0;
    fc.assert(
      fc.property(
        fc.record({ days: fc.integer({ min: -3, max: 3 }), yearly: fc.boolean() }),
        zones,
        offsets,
        fc.integer({ min: -5 * 24, max: 5 * 24 }),
        fc.constantFrom("2028-02-29T12:00:00Z", "2027-02-28T20:00:00Z", "2026-12-31T23:00:00Z"),
        (timing, zone, offset, hours, moment) => {
          const now = Date.parse(moment);
          const written = `${new Date(now + hours * 3_600_000).toISOString().slice(0, 16)}${offset}`;
          const value = timing.yearly ? `1984${written.slice(4)}` : written;
          if (dateReached({ ...timing, time: "00:00" }, value, zone, now) === null) return;
          come++;
          const start = timing.yearly ? value.slice(5, 10) : value.slice(0, 10);
          expect(datesToLookFor({ ...timing, time: "00:00" }, now)).toContain(start);
        },
      ),
      { numRuns: 4_000 },
    );
    expect(come).toBeGreaterThan(100);
  });
});
