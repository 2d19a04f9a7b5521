import { describe, expect, it } from "vitest";
import { type Cron, nextRun, parseCron, validateCron } from "./cron.ts";

function cron(text: string): Cron {
  const parsed = parseCron(text);
  if ("error" in parsed) throw new Error(parsed.error);
  return parsed;
}

/** The next times, as ISO texts in UTC. */
function next(text: string, after: string, zone: string, count = 1): string[] {
  const times: string[] = [];
  for (let at = Date.parse(after); times.length < count; ) {
    at = nextRun(cron(text), at, zone);
    times.push(new Date(at).toISOString().slice(0, 16));
  }
  return times;
}

describe("parseCron", () => {
  it.each([
    ["0 9 * * 1", { minutes: [0], hours: [9], weekdays: [1], eitherDay: false }],
    ["*/20 8-18/5 * * *", { minutes: [0, 20, 40], hours: [8, 13, 18], eitherDay: false }],
    ["5,1,5 0 1,15 * *", { minutes: [1, 5], days: [1, 15] }],
    ["50/4 0 * * *", { minutes: [50, 54, 58] }],
    ["0 0 * jan,DEC mon-Fri", { months: [1, 12], weekdays: [1, 2, 3, 4, 5] }],
    ["0 0 * * 5-7", { weekdays: [0, 5, 6] }],
    ["0 0 * * sat-sun", { weekdays: [0, 6] }],
    ["0 0 * * 7", { weekdays: [0] }],
    ["0 0 * * 7/2", { weekdays: [0] }],
    ["0 0 * * 3/2", { weekdays: [3, 5] }],
    ["0 0 * * */3", { weekdays: [0, 3, 6] }],
    ["0 0 13 * fri", { days: [13], weekdays: [5], eitherDay: true }],
    ["  0  0 \t1 1 * ", { months: [1], days: [1] }],
    ["0 0 30 2 1", { eitherDay: true }],
  ])("reads %j", (text, expected) => expect(parseCron(text)).toMatchObject(expected));

  it.each([
    ["", "five fields"],
    ["0 9 * *", "five fields"],
    ["0 9 * * 1 2026", "five fields"],
    ["@daily", "five fields"],
    ["60 9 * * *", "The minute is 0 to 59, not “60”."],
    ["0 24 * * *", "The hour is 0 to 23, not “24”."],
    ["0 0 0 * *", "The day of the month is 1 to 31, not “0”."],
    ["0 0 * 13 *", "The month is 1 to 12 (or jan … dec), not “13”."],
    ["0 0 * * 8", "The day of the week is 0 to 7 (or sun … sat), not “8”."],
    ["0 0 * * lunes", "not “lunes”"],
    ["0 0 * * mon-", "not “”"],
    ["-1 0 * * *", "not “”"],
    ["1.5 0 * * *", "not “1.5”"],
    ["1,,2 0 * * *", "not “”"],
    ["*/0 0 * * *", "not “*/0”"],
    ["*/2/2 0 * * *", "not “*/2/2”"],
    ["1-2-3 0 * * *", "not “1-2-3”"],
    ["0 18-8 * * *", "The hour “18-8” ends before it begins."],
    ["0 0 * * fri-mon", "ends before it begins"],
    ["0 0 30 2 *", "That month has no day 30"],
    ["0 0 31 4,6 *", "Those months have no day 31"],
    ["00000 0 * * *", "not “00000”"],
  ])("says what is wrong with %j", (text, expected) => {
    expect(validateCron(text)).toContain(expected);
    expect(parseCron(text)).toEqual({ error: validateCron(text) });
  });

  it("finds nothing wrong with what it reads", () => expect(validateCron("0 0 29 2 *")).toBeNull());
});

describe("nextRun", () => {
  it.each([
    ["0 9 * * *", "2026-03-02T08:59:59.999Z", "UTC", ["2026-03-02T09:00", "2026-03-03T09:00"]],
    ["0 9 * * *", "2026-03-02T09:00:00Z", "UTC", ["2026-03-03T09:00"]],
    ["0 9 * * 1-5", "2026-03-06T10:00:00Z", "America/Bogota", ["2026-03-06T14:00", "2026-03-09T14:00"]],
    ["30 23 31 * *", "2026-01-31T23:30:00Z", "UTC", ["2026-03-31T23:30", "2026-05-31T23:30"]],
    ["0 0 29 2 *", "2024-02-29T00:00:00Z", "UTC", ["2028-02-29T00:00"]],
    ["0 0 29 2 *", "2096-02-29T00:00:00Z", "UTC", ["2104-02-29T00:00"]],
    ["0 0 29 2 */7", "2088-02-29T00:00:00Z", "UTC", ["2128-02-29T00:00"]],
    ["0 0 13 * fri", "2026-02-12T00:00:00Z", "UTC", ["2026-02-13T00:00", "2026-02-20T00:00"]],
    ["0 9 * * *", "2026-03-02T00:00:00Z", "Nowhere/Land", ["2026-03-02T09:00"]],
  ])("%j after %s in %s", (text, after, zone, expected) => {
    expect(next(text, after, zone, expected.length)).toEqual(expected);
  });

  it("runs a time that the change of clocks skips at the first moment after the gap, once", () => {
    const expected = ["2026-03-28T01:30", "2026-03-29T01:00", "2026-03-30T00:30"];
    expect(next("30 2 * * *", "2026-03-28T00:00:00Z", "Europe/Madrid", 3)).toEqual(expected);
    expect(next("*/30 2 29 3 *", "2026-03-28T00:00:00Z", "Europe/Madrid", 2)).toEqual([
      "2026-03-29T01:00",
      "2027-03-29T00:00",
    ]);
  });

  it("runs a time that comes twice at the first of both", () => {
    const expected = ["2026-10-25T00:30", "2026-10-26T01:30"];
    expect(next("30 2 * * *", "2026-10-25T00:00:00Z", "Europe/Madrid", 2)).toEqual(expected);
    expect(next("30 2 * * *", "2026-10-25T00:45:00Z", "Europe/Madrid")).toEqual(["2026-10-26T01:30"]);
  });

  it("finds midnight in zones that change their clocks at midnight", () => {
    expect(next("0 0 * * *", "2026-03-27T22:30:00Z", "Asia/Beirut", 2)).toEqual([
      "2026-03-28T22:00",
      "2026-03-29T21:00",
    ]);
  });

  it("passes over a day that a zone left out", () => {
    expect(next("0 12 * * *", "2011-12-29T23:00:00Z", "Pacific/Apia", 2)).toEqual([
      "2011-12-30T10:00",
      "2011-12-30T22:00",
    ]);
  });
});
