/** Dates as people write them. */
import { describe, expect, test } from "vitest";
import { readDate } from "./read-date.ts";

/** A Monday, 23:30 in Madrid. */
const clock = { now: Date.parse("2026-03-02T22:30:00Z"), timeZone: "Europe/Madrid" };

describe("a date is read from", () => {
  test.each([
    ["2026-03-02", "2026-03-02"],
    ["02/03/2026", "2026-03-02"],
    ["Hoy", "2026-03-02"],
    ["Mañana", "2026-03-03"],
    ["pasado mañana", "2026-03-04"],
    ["24/12", "2026-12-24"],
    ["2/3", "2026-03-02"],
    ["1.3", "2027-03-01"],
    ["29/2", "2028-02-29"],
    ["24 de diciembre", "2026-12-24"],
    ["24 de diciembre de 2030", "2030-12-24"],
    ["December 24th, 2030", "2030-12-24"],
    ["24th of December", "2026-12-24"],
    ["1 jan", "2027-01-01"],
    ["next Friday", "2026-03-06"],
    ["el próximo lunes", "2026-03-09"],
    ["viernes que viene", "2026-03-06"],
    ["sexta-feira", "2026-03-06"],
    ["en 3 días", "2026-03-05"],
    ["in 1 day", "2026-03-03"],
  ])("“%s”", (text, date) => expect(readDate(text, clock)).toBe(date));

  test.each([
    "",
    "31/02/2026",
    "31/2",
    "32 de enero",
    "the",
    "next",
    "el",
    "soon",
    "in 3 weeks",
    "13/13",
    "5",
  ])("no date from “%s”", (text) => expect(readDate(text, clock)).toBeNull());
});
