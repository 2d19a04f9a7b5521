/** A platform that is down is left in peace, longer each time, and believed again after one success. */
import { expect, test } from "vitest";
import { Breaker } from "./breaker.ts";

const fail = (breaker: Breaker, times: number) => Array.from({ length: times }, () => breaker.failed());

test("rests after ten failures in a row, then after each further one, for longer, a minute at most", () => {
  const breaker = new Breaker();
  expect(fail(breaker, 9)).toEqual(Array(9).fill(null));
  expect(fail(breaker, 6)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
});

test("one success begins the count anew", () => {
  const breaker = new Breaker();
  fail(breaker, 12);
  breaker.succeeded();
  expect(fail(breaker, 10).at(-1)).toBe(5_000);
  expect(new Breaker().failed()).toBeNull();
});
