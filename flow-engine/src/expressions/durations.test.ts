/** Lengths of time in words, and what they lead to by the calendar. */
import { describe, expect, test } from "vitest";
import { readDuration, shiftMoment } from "./durations.ts";

describe("a length of time", () => {
  test.each([
    ["90m", "PT90M"],
    ["3d", "P3D"],
    ["2 weeks", "P2W"],
    ["1 day 12 hours", "P1DT12H"],
    ["1h30m", "PT1H30M"],
    ["1h, 30 min", "PT1H30M"],
    ["-1 month", "-P1M"],
    ["- 2 días", "-P2D"],
    ["\u22125 s", "-PT5S"],
    ["+1 año", "P1Y"],
    ["6 meses", "P6M"],
    ["1,5 horas", "PT1H1800S"],
    ["1.5h 30s", "PT1H1830S"],
    ["0d", "PT0S"],
  ])("%j is %s", (text, iso) => {
    expect(readDuration(text)?.toString()).toBe(iso);
  });

  test.each([
    "",
    "3",
    "d",
    "three days",
    "3 fortnights",
    "1.5 days",
    "0,5 months",
    "1h 2h",
    "1d -2h",
    "3d!",
    "99999999d",
    "P3D",
  ])("%j is none", (text) => {
    expect(readDuration(text)).toBeNull();
  });
});

describe("a moment moved", () => {
  const moved = (iso: string, by: string, zone = "Europe/Madrid") => {
    const duration = readDuration(by);
    const moment = duration && shiftMoment(Date.parse(iso), duration, zone);
    return moment === null ? null : new Date(moment).toISOString();
  };

  test.each([
    [
      "the same time of day over a change of clocks",
      "2026-03-28T08:00Z",
      "1 day",
      "2026-03-29T07:00:00.000Z",
    ],
    ["by hours as they pass", "2026-03-28T08:00Z", "24 hours", "2026-03-29T08:00:00.000Z"],
    ["to the last day of a shorter month", "2026-01-31T12:00Z", "1 month", "2026-02-28T12:00:00.000Z"],
    ["back by months", "2026-03-31T12:00Z", "-1 month", "2026-02-28T13:00:00.000Z"],
    ["from a leap day by a year", "2028-02-29T12:00Z", "1 year", "2029-02-28T12:00:00.000Z"],
    ["to a time that is skipped, by the hour later", "2026-03-28T01:30Z", "1d", "2026-03-29T01:30:00.000Z"],
    ["to a time that comes twice, the first", "2026-10-24T00:30Z", "1d", "2026-10-25T00:30:00.000Z"],
  ])("%s", (_how, from, by, to) => {
    expect(moved(from, by)).toBe(to);
  });

  test("is none past the years that dates are written with", () => {
    expect(moved("2026-01-01T00:00Z", "9999y")).toBeNull();
    expect(moved("2026-01-01T00:00Z", "-2100y")).toBeNull();
    expect(moved("2026-01-01T00:00Z", "9999999y")).toBeNull();
    expect(moved("2026-01-01T00:00Z", "7000y")).toBe("9026-01-01T00:00:00.000Z");
  });
});
