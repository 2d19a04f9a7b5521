/** When to try again. */
import { expect, test } from "vitest";
import { backoffMs, givesUp, pairBackoffMs } from "./backoff.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

test("1, 5, 30 seconds, 2, 10, 30 minutes, then hourly", () => {
  const waits = [1, 2, 3, 4, 5, 6, 7, 8, 50].map((attempts) => backoffMs(attempts, 0.5));
  expect(waits).toEqual([
    SECOND,
    5 * SECOND,
    30 * SECOND,
    2 * MINUTE,
    10 * MINUTE,
    30 * MINUTE,
    HOUR,
    HOUR,
    HOUR,
  ]);
});

test("a pair that is written to too fast waits 4, 16, 64 seconds, two minutes at most", () => {
  expect([1, 2, 3, 4, 9].map(pairBackoffMs)).toEqual([4_000, 16_000, 64_000, 120_000, 120_000]);
});

test("a fifth more or less, by chance", () => {
  expect(backoffMs(1, 0)).toBe(800);
  expect(backoffMs(1, 0.999999)).toBe(1_200);
});

test("given up when the next try would come after 24 hours", () => {
  const created = new Date("2026-11-24T12:00:00Z");
  const later = (ms: number) => new Date(created.getTime() + ms);
  expect(givesUp(created, later(22 * HOUR), HOUR)).toBe(false);
  expect(givesUp(created, later(23.5 * HOUR), HOUR)).toBe(true);
});
