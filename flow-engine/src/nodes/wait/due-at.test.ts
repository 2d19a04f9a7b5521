/** When waits are over, about the changes of clocks of four zones. */
import { describe, expect, test } from "vitest";
import { scheduleSchema } from "../../calendar/schedule.ts";
import { afterAmount, dueAfter, dueOn, openFrom } from "./due-at.ts";
import { type WaitData, waitNodeSchema } from "./schema.ts";

const iso = (epochMs: number | null) => (epochMs === null ? null : new Date(epochMs).toISOString());
const MADRID = "Europe/Madrid";
const NEW_YORK = "America/New_York";
/** Its clocks stand still since 2019; before that they changed at midnight. */
const SAO_PAULO = "America/Sao_Paulo";
/** Its clocks change by half an hour. */
const LORD_HOWE = "Australia/Lord_Howe";

type Unit = WaitData["unit"];

describe("so much later", () => {
  test.each<[string, string, number, Unit, string]>([
    // Days of 23 and 25 hours: a day later is the same time of day, 24 hours later is not.
    [MADRID, "2026-03-28T12:00+01:00", 1, "days", "2026-03-29T10:00:00.000Z"],
    [MADRID, "2026-03-28T12:00+01:00", 24, "hours", "2026-03-29T11:00:00.000Z"],
    [MADRID, "2026-10-24T12:00+02:00", 1, "days", "2026-10-25T11:00:00.000Z"],
    [MADRID, "2026-10-24T12:00+02:00", 1_440, "minutes", "2026-10-25T10:00:00.000Z"],
    [NEW_YORK, "2026-03-07T12:00-05:00", 1, "days", "2026-03-08T16:00:00.000Z"],
    [NEW_YORK, "2026-10-31T12:00-04:00", 1, "weeks", "2026-11-07T17:00:00.000Z"],
    [SAO_PAULO, "2018-11-03T12:00-03:00", 1, "days", "2018-11-04T14:00:00.000Z"],
    [SAO_PAULO, "2026-11-03T12:00-03:00", 1, "days", "2026-11-04T15:00:00.000Z"],
    [LORD_HOWE, "2026-10-03T12:00+10:30", 1, "days", "2026-10-04T01:00:00.000Z"],
    [LORD_HOWE, "2026-04-04T12:00+11:00", 1, "days", "2026-04-05T01:30:00.000Z"],
    // A time that is skipped the day after: later by as much as clocks jump.
    [MADRID, "2026-03-28T02:30+01:00", 1, "days", "2026-03-29T01:30:00.000Z"],
    [LORD_HOWE, "2026-10-03T02:10+10:30", 1, "days", "2026-10-03T15:40:00.000Z"],
    // A time that comes twice the day after: the first.
    [MADRID, "2026-10-24T02:30+02:00", 1, "days", "2026-10-25T00:30:00.000Z"],
    [LORD_HOWE, "2026-04-04T01:45+11:00", 1, "days", "2026-04-04T14:45:00.000Z"],
    // From the second time it comes, too, it is the same time of day.
    [MADRID, "2026-10-25T02:30+01:00", 1, "days", "2026-10-26T01:30:00.000Z"],
    [MADRID, "2026-01-31T12:00+01:00", 1, "months", "2026-02-28T11:00:00.000Z"],
    [MADRID, "2026-03-02T12:00+01:00", 6, "months", "2026-09-02T10:00:00.000Z"],
    [MADRID, "2026-03-31T12:00+02:00", -1, "months", "2026-02-28T11:00:00.000Z"],
    [MADRID, "2026-03-30T12:00+02:00", -2, "days", "2026-03-28T11:00:00.000Z"],
    // Parts of units are the time they take.
    [MADRID, "2026-03-28T12:00+01:00", 1.5, "days", "2026-03-29T22:00:00.000Z"],
    [MADRID, "2026-03-02T12:00+01:00", 0.5, "weeks", "2026-03-05T23:00:00.000Z"],
    [MADRID, "2026-03-02T12:00+01:00", 0.1, "seconds", "2026-03-02T11:00:00.100Z"],
  ])("in %s, %s and %d %s is %s", (zone, from, amount, unit, to) => {
    expect(iso(afterAmount(Date.parse(from), amount, unit, zone))).toBe(to);
  });
});

describe("at a time of day", () => {
  const due = (zone: string, now: string, data: Partial<WaitData>) =>
    iso(dueAfter(waitNodeSchema.parse(data), { now: Date.parse(now), zone }));

  test.each<[string, string, string, Partial<WaitData>, string]>([
    [
      "tomorrow",
      MADRID,
      "2026-03-02T18:00+01:00",
      { amount: 1, unit: "days", at: "09:00" },
      "2026-03-03T08:00:00.000Z",
    ],
    [
      "today, when it is still to come",
      MADRID,
      "2026-03-02T08:00+01:00",
      { amount: 0, at: "09:00" },
      "2026-03-02T08:00:00.000Z",
    ],
    [
      "tomorrow, when it is past today",
      MADRID,
      "2026-03-02T09:00+01:00",
      { amount: 0, at: "09:00" },
      "2026-03-03T08:00:00.000Z",
    ],
    [
      "on the day that the hours lead to",
      MADRID,
      "2026-03-02T23:00+01:00",
      { amount: 2, unit: "hours", at: "00:30" },
      "2026-03-02T23:30:00.000Z",
    ],
    [
      "in a month",
      NEW_YORK,
      "2026-02-20T12:00-05:00",
      { amount: 1, unit: "months", at: "18:30" },
      "2026-03-20T22:30:00.000Z",
    ],
    [
      "that is skipped: when clocks have jumped",
      MADRID,
      "2026-03-28T12:00+01:00",
      { amount: 1, unit: "days", at: "02:30" },
      "2026-03-29T01:00:00.000Z",
    ],
    [
      "that is skipped by half an hour",
      LORD_HOWE,
      "2026-10-03T12:00+10:30",
      { amount: 1, unit: "days", at: "02:15" },
      "2026-10-03T15:30:00.000Z",
    ],
    [
      "that is skipped at midnight",
      SAO_PAULO,
      "2018-11-03T12:00-03:00",
      { amount: 1, unit: "days", at: "00:00" },
      "2018-11-04T03:00:00.000Z",
    ],
    [
      "that comes twice: the first time",
      NEW_YORK,
      "2026-10-31T12:00-04:00",
      { amount: 1, unit: "days", at: "01:30" },
      "2026-11-01T05:30:00.000Z",
    ],
    // At half past two the first time, half past two is past; the second one is not waited for.
    [
      "that comes twice, when it is past: the next day",
      MADRID,
      "2026-10-25T02:30+02:00",
      { amount: 0, at: "02:30" },
      "2026-10-26T01:30:00.000Z",
    ],
  ])("%s", (_when, zone, now, data, to) => {
    expect(due(zone, now, data)).toBe(to);
  });
});

describe("until a date", () => {
  const due = (zone: string, text: string, data: Partial<WaitData> = {}) =>
    iso(dueOn(text, waitNodeSchema.parse(data), zone));

  test.each<[string, string, string, Partial<WaitData>, string]>([
    ["its first moment", MADRID, "2026-07-01", {}, "2026-06-30T22:00:00.000Z"],
    [
      "which is one o'clock where midnight is skipped",
      SAO_PAULO,
      "2018-11-04",
      {},
      "2018-11-04T03:00:00.000Z",
    ],
    ["a time of it", MADRID, "2026-07-01T10:00", {}, "2026-07-01T08:00:00.000Z"],
    ["with its own offset", MADRID, "2026-07-01T10:00-03:00", {}, "2026-07-01T13:00:00.000Z"],
    ["at a time of day", NEW_YORK, "2026-07-01", { at: "09:00" }, "2026-07-01T13:00:00.000Z"],
    [
      "at a time of day on the day it is in the zone",
      NEW_YORK,
      "2026-07-01T02:00Z",
      { at: "09:00" },
      "2026-06-30T13:00:00.000Z",
    ],
    [
      "a day before",
      MADRID,
      "2026-07-01",
      { offset: { amount: -1, unit: "days" } },
      "2026-06-29T22:00:00.000Z",
    ],
    [
      "a day before, at nine",
      MADRID,
      "2026-03-30",
      { offset: { amount: -1, unit: "days" }, at: "09:00" },
      "2026-03-29T07:00:00.000Z",
    ],
    [
      "two hours before a time",
      MADRID,
      "2026-03-29T04:00",
      { offset: { amount: -2, unit: "hours" } },
      "2026-03-29T00:00:00.000Z",
    ],
    [
      "a month after",
      MADRID,
      "2026-01-31T12:00",
      { offset: { amount: 1, unit: "months" } },
      "2026-02-28T11:00:00.000Z",
    ],
  ])("%s", (_when, zone, text, data, to) => {
    expect(due(zone, text, data)).toBe(to);
  });

  test("that is none", () => {
    expect(due(MADRID, "mañana")).toBeNull();
    expect(due(MADRID, "")).toBeNull();
  });
});

test("a wait that ends out of hours goes on when they next open, and at once when they never do", () => {
  const mornings = scheduleSchema.parse({ week: { mon: [{ from: "09:00", to: "14:00" }] } });
  const at = (moment: string) => iso(openFrom(Date.parse(moment), mornings, MADRID));
  expect(at("2026-03-01T20:00Z")).toBe("2026-03-02T08:00:00.000Z");
  expect(at("2026-03-02T10:00Z")).toBe("2026-03-02T10:00:00.000Z");
  expect(iso(openFrom(0, scheduleSchema.parse({}), MADRID))).toBe("1970-01-01T00:00:00.000Z");
  expect(iso(openFrom(0, undefined, MADRID))).toBe("1970-01-01T00:00:00.000Z");
});
