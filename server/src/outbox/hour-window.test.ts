import { expect, test } from "vitest";
import { HourWindow } from "./hour-window.ts";

const HOUR = 3_600_000;

test("in no hour, wherever it begins, do more get through than the limit", () => {
  const window = new HourWindow(100);
  const sent: number[] = [];
  for (let now = 0; now < 4 * HOUR; now += 17_000) {
    // Greedy at first, then in small steps.
    const wanted = Math.min(now < HOUR ? 30 : 1, window.available(now));
    window.take(wanted, now);
    for (let n = 0; n < wanted; n++) sent.push(now);
  }
  expect(sent.length).toBeGreaterThan(300);
  for (const start of sent)
    expect(sent.filter((at) => at >= start && at < start + HOUR).length).toBeLessThanOrEqual(100);
});

test("says when there is room again, and takes back what was not used", () => {
  const window = new HourWindow(2);
  window.take(2, 0);
  expect(window.available(1_000)).toBe(0);
  const wait = window.waitMs(1_000);
  expect(window.available(1_000 + wait - 1)).toBe(0);
  expect(window.available(1_000 + wait)).toBe(2);
  window.take(2, 2 * HOUR);
  window.take(-1, 2 * HOUR);
  expect(window.available(2 * HOUR)).toBe(1);
});

test("without a limit everything goes", () => {
  expect(new HourWindow(null).available(0)).toBe(Number.POSITIVE_INFINITY);
});
