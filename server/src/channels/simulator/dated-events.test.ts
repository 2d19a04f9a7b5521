/** The next run or date on the way of a simulated person's clock. */
import { expect, test } from "vitest";
import type { ClockTrigger } from "../../schedules/due-times.ts";
import { nextOf } from "./dated-events.ts";

const FACTS = { zone: "Europe/Madrid", contactZone: null, fields: { visit: "2026-12-03", name: "Ana" } };
const date = (more: Partial<Extract<ClockTrigger, { type: "date-reached" }>> = {}): ClockTrigger => ({
  type: "date-reached",
  field: "visit",
  days: 0,
  time: "09:00",
  ...more,
});
const cron: ClockTrigger = { type: "schedule", name: "Daily", cron: "0 9 * * *" };

test.each<[string, ClockTrigger, string, string, string | null, typeof FACTS.contactZone | string]>([
  ["a date comes at its time", date(), "2026-12-01T12:00Z", "2026-12-31T00:00Z", "2026-12-03T08:00Z", null],
  [
    "by the person's own zone",
    date(),
    "2026-12-01T12:00Z",
    "2026-12-31T00:00Z",
    "2026-12-03T14:00Z",
    "America/Bogota",
  ],
  [
    "some days before",
    date({ days: -1 }),
    "2026-12-01T12:00Z",
    "2026-12-31T00:00Z",
    "2026-12-02T08:00Z",
    null,
  ],
  ["not once it has come", date(), "2026-12-03T10:00Z", "2026-12-31T00:00Z", null, null],
  ["not before time gets there", date(), "2026-12-01T12:00Z", "2026-12-03T07:59Z", null, null],
  [
    "each year again",
    date({ yearly: true }),
    "2026-12-03T10:00Z",
    "2027-12-31T00:00Z",
    "2027-12-03T08:00Z",
    null,
  ],
  ["not for what is no date", date({ field: "name" }), "2026-12-01T12:00Z", "2026-12-31T00:00Z", null, null],
  [
    "nor for what is not known",
    date({ field: "gone" }),
    "2026-12-01T12:00Z",
    "2026-12-31T00:00Z",
    null,
    null,
  ],
  [
    "a schedule runs at its next time",
    cron,
    "2026-12-01T12:00Z",
    "2026-12-31T00:00Z",
    "2026-12-02T08:00Z",
    null,
  ],
  ["and not later than time gets", cron, "2026-12-01T12:00Z", "2026-12-01T20:00Z", null, null],
])("%s", (_, trigger, from, to, comes, contactZone) => {
  const found = nextOf(trigger, { ...FACTS, contactZone }, Date.parse(from), Date.parse(to));
  expect(found && new Date(found.at).toISOString()).toBe(comes && new Date(comes).toISOString());
});
