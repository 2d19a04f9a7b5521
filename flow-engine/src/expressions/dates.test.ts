/** Calendar arithmetic in zones, at the edges of days and of daylight saving time. */
import { expect, test } from "vitest";
import { addDays, dateIn, isoDate, parseInstant } from "./dates.ts";

const iso = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString());

test.each([
  ["2026-07-01", "Europe/Madrid", "2026-06-30T22:00:00.000Z"],
  ["2026-07-01T10:00", "Europe/Madrid", "2026-07-01T08:00:00.000Z"],
  ["2026-07-01 10:00:30", "America/Bogota", "2026-07-01T15:00:30.000Z"],
  ["2026-07-01T10:00:00Z", "Europe/Madrid", "2026-07-01T10:00:00.000Z"],
  ["2026-07-01T10:00:00.5+02:00", "UTC", "2026-07-01T08:00:00.500Z"],
  // This hour does not exist in Madrid: clocks jump from 2 to 3.
  ["2026-03-29T02:30", "Europe/Madrid", "2026-03-29T01:30:00.000Z"],
  // This hour comes twice: the first is meant.
  ["2026-10-25T02:30", "Europe/Madrid", "2026-10-25T00:30:00.000Z"],
  ["2026-07-01", "Not/AZone", "2026-07-01T00:00:00.000Z"],
])("%s in %s is %s", (text, zone, instant) => {
  expect(iso(parseInstant(text, zone))).toBe(instant);
});

test.each([
  "",
  "hoy",
  "2026-02-30",
  "2026-13-01",
  "2026-1-1",
  "01/02/2026",
  "2026-07-01T25:00",
  "2026-07-01T10:00[Europe/Madrid]",
  "20260701",
  "2026",
])("%j is no moment", (text) => {
  expect(parseInstant(text, "UTC")).toBeNull();
});

test("a day later is the same time by the clock, when clocks change too", () => {
  const before = Date.parse("2026-03-28T09:00:00Z");
  expect(iso(addDays(before, 1, "Europe/Madrid"))).toBe("2026-03-29T08:00:00.000Z");
  expect(iso(addDays(before, 1, "UTC"))).toBe("2026-03-29T09:00:00.000Z");
  expect(iso(addDays(Date.parse("2026-01-31T12:00:00Z"), 30, "UTC"))).toBe("2026-03-02T12:00:00.000Z");
});

test("the date of a moment depends on the zone", () => {
  const moment = Date.parse("2026-03-01T23:30:00Z");
  expect(dateIn("Europe/Madrid", moment)).toBe("2026-03-02");
  expect(dateIn("America/Bogota", moment)).toBe("2026-03-01");
});

test("only days of the calendar are dates", () => {
  expect(isoDate(2028, 2, 29)).toBe("2028-02-29");
  expect(isoDate(2026, 2, 29)).toBeNull();
  expect(isoDate(2026, 0, 1)).toBeNull();
});
