/** Never more than the rate allows, over any stretch of time. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { TokenBucket } from "./token-bucket.ts";

test("over any pattern of asking, no more than a burst and the rate get through", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 }), (pauses) => {
      const bucket = new TokenBucket(80);
      let now = 0;
      let sent = 0;
      for (const pause of pauses) {
        now += pause;
        const count = bucket.available(now);
        bucket.take(count);
        sent += count;
      }
      expect(sent).toBeLessThanOrEqual(8 + (now * 80) / 1_000 + 1);
    }),
  );
});

test("asked steadily, the rate is used in full", () => {
  const bucket = new TokenBucket(80);
  let sent = 0;
  for (let now = 0; now <= 10_000; now += 20) {
    const count = bucket.available(now);
    bucket.take(count);
    sent += count;
  }
  expect(sent).toBeGreaterThanOrEqual(795);
});

test("without a limit everything goes", () => {
  expect(new TokenBucket(Number.POSITIVE_INFINITY).available(0)).toBe(Number.POSITIVE_INFINITY);
});
