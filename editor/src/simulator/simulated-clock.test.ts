/** The simulated person's time. */
import { expect, it } from "vitest";
import { aheadInUnits, isWindowOver } from "./simulated-clock.ts";

const NOW = Date.parse("2026-03-02T10:00:00Z");
const said = (direction: "in" | "out", createdAt: string) => ({ direction, createdAt });

it.each([
  [59, null],
  [60, "+1 min"],
  [86_400 + 3 * 3_600, "+1 d 3 h"],
])("a clock that goes %d seconds ahead says %s", (seconds, words) => {
  expect(aheadInUnits(seconds)).toBe(words);
});

it("the 24-hour window is over by the person's clock, counted from what they wrote last", () => {
  const wrote = [said("in", "2026-03-02T09:00:00Z"), said("out", "2026-03-02T09:00:01Z")];
  expect(isWindowOver(wrote, 0, NOW)).toBe(false);
  expect(isWindowOver(wrote, 22 * 3_600, NOW)).toBe(false);
  expect(isWindowOver(wrote, 24 * 3_600, NOW)).toBe(true);
  expect(isWindowOver([...wrote, said("in", "2026-03-03T09:00:00Z")], 24 * 3_600, NOW)).toBe(false);
  expect(isWindowOver([said("out", "2026-01-01T00:00:00Z")], 0, NOW)).toBe(false);
});
