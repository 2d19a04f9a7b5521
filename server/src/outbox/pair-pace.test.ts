/** One person gets 45 messages at once at most, and one in six seconds in the long run; nobody else waits for that. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { PairPace } from "./pair-pace.ts";

test("45 go at once, the next after six seconds, another person's at once", () => {
  const pace = new PairPace();
  for (let n = 0; n < 45; n++) expect(pace.take("ana", 1_000)).toBe(0);
  expect(pace.take("ana", 1_000)).toBe(6_000);
  expect(pace.take("ana", 4_000)).toBe(3_000);
  expect(pace.take("bea", 4_000)).toBe(0);
  expect(pace.take("ana", 7_000)).toBe(0);
  expect(pace.take("ana", 7_000)).toBe(6_000);
});

test("over any pattern of asking, no more than a burst and one in six seconds get through, and whoever waits as told does", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 1, maxLength: 200 }), (pauses) => {
      const pace = new PairPace();
      let now = 0;
      let sent = 0;
      for (const pause of pauses) {
        now += pause;
        const waitMs = pace.take("ana", now);
        if (waitMs > 0) {
          expect(waitMs).toBeLessThanOrEqual(6_000);
          now += waitMs;
          expect(pace.take("ana", now)).toBe(0);
        }
        sent += 1;
        expect(sent).toBeLessThanOrEqual(45 + Math.floor(now / 6_000));
      }
    }),
  );
});

test("people who were written to long ago take no memory", () => {
  const pace = new PairPace();
  for (let n = 0; n < 5_000; n++) pace.take(`p${n}`, n * 100);
  expect(Reflect.get(pace, "fullAt").size).toBeLessThan(2_000);
});
