/** Opening hours, at the edges of spans, days and changes of clocks. */
import { describe, expect, test } from "vitest";
import { isOpen, nextOpening, type Schedule, scheduleSchema } from "./schedule.ts";

const MADRID = "Europe/Madrid";
const office = scheduleSchema.parse({
  week: {
    mon: [
      { from: "09:00", to: "14:00" },
      { from: "16:00", to: "18:30" },
    ],
    tue: [{ from: "09:00", to: "14:00" }],
    fri: [{ from: "22:00", to: "02:00" }],
    sat: [{ from: "00:00", to: "24:00" }],
  },
  days: [
    { date: "12-25", name: "Navidad" },
    { date: "2026-03-09", spans: [{ from: "10:00", to: "11:00" }] },
    { date: "03-09", spans: [] },
  ],
});
const always = scheduleSchema.parse({ week: { sun: [{ from: "00:00", to: "24:00" }] } });
const spans = (weekday: "sat" | "sun", from: string, to: string): Schedule =>
  scheduleSchema.parse({ week: { [weekday]: [{ from, to }] } });

const at = (iso: string) => Date.parse(iso);
const iso = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString());

describe("an office in Madrid, in winter an hour ahead of UTC", () => {
  test.each([
    ["before the first span", "2026-03-02T07:59:59.999Z", false],
    ["at its first moment", "2026-03-02T08:00:00Z", true],
    ["at its last", "2026-03-02T12:59:59.999Z", true],
    ["at its end", "2026-03-02T13:00:00Z", false],
    ["in the second span", "2026-03-02T15:00:00Z", true],
    ["in the afternoon of a day with a morning only", "2026-03-03T15:00:00Z", false],
    ["on a day that the week does not name", "2026-03-04T10:00:00Z", false],
    ["before midnight in a span over midnight", "2026-03-06T22:30:00Z", true],
    ["on Thursday at the hour that Friday's span ends", "2026-03-06T00:30:00Z", false],
    ["to the very end of a day", "2026-03-07T22:59:59Z", true],
    ["after it", "2026-03-07T23:00:00Z", false],
    ["on a holiday of every year, a Friday", "2026-12-25T22:30:00Z", false],
    ["in the small hours after that holiday's span would have begun", "2026-12-26T00:30:00Z", true],
    ["on a day of its own, within its spans", "2026-03-09T09:30:00Z", true],
    ["on a day of its own, out of them", "2026-03-09T10:30:00Z", false],
    ["on the same day of another year, when it is closed", "2027-03-09T09:30:00Z", false],
  ])("%s", (_when, moment, open) => {
    expect(isOpen(office, at(moment), MADRID)).toBe(open);
  });

  test.each([
    ["now, when it is open", "2026-03-02T10:00:00.123Z", "2026-03-02T10:00:00.123Z"],
    ["later the same day", "2026-03-02T13:00:00Z", "2026-03-02T15:00:00.000Z"],
    ["the next day", "2026-03-02T18:00:00Z", "2026-03-03T08:00:00.000Z"],
    ["days later", "2026-03-03T13:00:00Z", "2026-03-06T21:00:00.000Z"],
    ["on a day of its own", "2026-03-07T23:00:00Z", "2026-03-09T09:00:00.000Z"],
    ["in summer time, an hour earlier by UTC", "2026-03-29T10:00:00Z", "2026-03-30T07:00:00.000Z"],
  ])("opens next: %s", (_when, moment, opening) => {
    expect(iso(nextOpening(office, at(moment), MADRID))).toBe(opening);
  });

  test("is asked in its own zone when it has one", () => {
    const bogota = { ...office, timeZone: "America/Bogota" };
    expect(isOpen(bogota, at("2026-03-02T13:59:00Z"), MADRID)).toBe(false);
    expect(isOpen(bogota, at("2026-03-02T14:00:00Z"), MADRID)).toBe(true);
    expect(iso(nextOpening(bogota, at("2026-03-02T10:00:00Z"), MADRID))).toBe("2026-03-02T14:00:00.000Z");
  });
});

describe("when clocks change", () => {
  test.each([
    // Madrid, 29 March 2026: from 2:00 to 3:00 at once, which is 1:00 UTC.
    [
      "a span that begins in the gap begins after it",
      spans("sun", "02:30", "04:00"),
      "2026-03-29T01:00Z",
      "2026-03-29T02:00Z",
    ],
    [
      "a span that ends in the gap ends before it",
      spans("sun", "01:00", "02:30"),
      "2026-03-29T00:00Z",
      "2026-03-29T01:00Z",
    ],
    [
      "a span that begins and ends about the gap is an hour shorter",
      spans("sun", "01:30", "03:30"),
      "2026-03-29T00:30Z",
      "2026-03-29T01:30Z",
    ],
    // Madrid, 25 October 2026: from 3:00 back to 2:00, which is 1:00 UTC.
    [
      "a span that begins at a time that comes twice begins the first time",
      spans("sun", "02:30", "03:30"),
      "2026-10-25T00:30Z",
      "2026-10-25T02:30Z",
    ],
    [
      "a span that ends at a time that comes twice ends the first time",
      spans("sun", "01:30", "02:30"),
      "2026-10-24T23:30Z",
      "2026-10-25T00:30Z",
    ],
  ])("%s", (_what, schedule, opens, closes) => {
    expect(iso(nextOpening(schedule, at(opens) - 3_600_000, MADRID))).toBe(iso(at(opens)));
    expect(isOpen(schedule, at(opens) - 1, MADRID)).toBe(false);
    expect(isOpen(schedule, at(opens), MADRID)).toBe(true);
    expect(isOpen(schedule, at(closes) - 1, MADRID)).toBe(true);
    expect(isOpen(schedule, at(closes), MADRID)).toBe(false);
  });

  test("a span within the gap is none: the next opening is a week later", () => {
    const skipped = spans("sun", "02:10", "02:40");
    expect(iso(nextOpening(skipped, at("2026-03-29T00:00Z"), MADRID))).toBe("2026-04-05T00:10:00.000Z");
  });

  test("a day that begins at 1:00 opens then", () => {
    // In São Paulo clocks went from midnight to 1:00 on 4 November 2018.
    const moment = nextOpening(always, at("2018-11-03T12:00Z"), "America/Sao_Paulo");
    expect(iso(moment)).toBe("2018-11-04T03:00:00.000Z");
  });
});

test("what never opens has no next opening, and what opens once a year has", () => {
  const never = scheduleSchema.parse({});
  expect(isOpen(never, 0, MADRID)).toBe(false);
  expect(nextOpening(never, at("2026-01-01T00:00Z"), MADRID)).toBeNull();
  const yearly = scheduleSchema.parse({ days: [{ date: "01-06", spans: [{ from: "09:00", to: "10:00" }] }] });
  expect(iso(nextOpening(yearly, at("2026-01-06T12:00Z"), MADRID))).toBe("2027-01-06T08:00:00.000Z");
});

test("a span from a time to the same time is a whole day", () => {
  const whole = spans("sat", "06:00", "06:00");
  expect(isOpen(whole, at("2026-03-08T04:59Z"), MADRID)).toBe(true);
  expect(isOpen(whole, at("2026-03-08T05:00Z"), MADRID)).toBe(false);
});

test.each(["9:00", "24:01", "25:00", "09:60", "0900", ""])("%j is no time of a schedule", (from) => {
  expect(scheduleSchema.safeParse({ week: { mon: [{ from, to: "10:00" }] } }).success).toBe(false);
});

test.each(["2026-3-1", "25/12", "Monday"])("%j is no day of a schedule", (date) => {
  expect(scheduleSchema.safeParse({ days: [{ date }] }).success).toBe(false);
});
