/** What a wait says of itself holds: it pauses when it says so, and for no longer than it says. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { play } from "../../step/play.fixture.ts";
import { waitNode } from "./node.ts";
import { WAIT_UNITS, type WaitData, waitNodeSchema } from "./schema.ts";

const MINUTE = 60_000;
const mornings = { week: { mon: [{ from: "09:00", to: "14:00" }] } };

const data = fc.record(
  {
    amount: fc.constantFrom(0, 0.5, 1, 30, 365),
    unit: fc.constantFrom(...WAIT_UNITS),
    at: fc.constantFrom("00:00", "02:30", "09:00"),
    window: fc.constantFrom("workspace" as const, mornings),
    until: fc.constantFrom("2026-10-25", "2026-01-01", "2031-01-01", "soon"),
    offset: fc.record({ amount: fc.integer({ min: -60, max: 60 }), unit: fc.constantFrom(...WAIT_UNITS) }),
  },
  { requiredKeys: ["amount", "unit"] },
);
/** Half of them by an amount, which are the ones that say how long. */
const waits = fc.oneof(
  data,
  data.map(({ until: _, window: __, ...each }) => each),
);
const about = (iso: string) =>
  fc.integer({ min: -3_000, max: 3_000 }).map((minutes) => Date.parse(iso) + minutes * MINUTE);
const moment = fc.oneof(about("2026-03-29T01:00Z"), about("2026-10-25T01:00Z"));

const silence = (each: WaitData) => waitNode.silence?.(each).next;

test("over random waits and moments", () => {
  let paused = 0;
  fc.assert(
    fc.property(waits, moment, (each, now) => {
      const said = silence(waitNodeSchema.parse(each));
      if (!said || "heard" in said) throw new Error("a wait hears nobody");
      const { session } = play({ nodes: { w: ["wait", each] }, edges: ["start > w"] }, { context: { now } });
      const [timer] = session.wait?.timers ?? [];
      if (said.pauses) {
        expect(timer?.dueAt).toBeGreaterThan(now);
        paused += 1;
      }
      // A day, or a month of them, may be an hour longer than it should.
      if (timer) expect(timer.dueAt - now).toBeLessThanOrEqual((said.minutes + 60) * MINUTE);
    }),
    { numRuns: 1_000 },
  );
  expect(paused).toBeGreaterThan(100);
});

test.each<[string, Partial<WaitData>, number, boolean]>([
  ["an amount", { amount: 2, unit: "hours" }, 120, true],
  ["no time", { amount: 0 }, 0, false],
  ["a time of day", { amount: 0, at: "09:00" }, 1_440, true],
  ["opening hours, which may be now", { amount: 0, window: "workspace" }, 525_600, false],
  ["an amount, then opening hours", { amount: 1, window: "workspace" }, 525_600, true],
  ["a date, which may be past", { until: "2026-12-31" }, 525_600, false],
  ["months, of which each may have 31 days", { amount: 2, unit: "months" }, 89_280, true],
  ["a year by the calendar", { amount: 12, unit: "months" }, 525_600, true],
])("of %s", (_what, each, minutes, pauses) => {
  expect(silence(waitNodeSchema.parse(each))).toEqual({ minutes, pauses });
});
