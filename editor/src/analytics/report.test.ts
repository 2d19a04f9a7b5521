/** Reports as charts and spreadsheets read them. */
import { describe, expect, it } from "vitest";
import { changeOf, everyDay, overviewCsv, secondsInWords } from "./report.ts";

const volumes = { received: 3, byBot: 4, byPeople: 1, failed: 0, people: 2 };

describe("days", () => {
  it("are all there, from as many days ago until today in the workspace's time zone", () => {
    const now = new Date("2026-03-01T03:00:00Z");
    const days = everyDay([{ day: "2026-02-27", ...volumes }], 2, now, "America/Bogota");
    expect(days.map(({ day, received }) => [day, received])).toEqual([
      ["2026-02-26", 0],
      ["2026-02-27", 3],
      ["2026-02-28", 0],
    ]);
    expect(everyDay([], 1, now, "UTC").map(({ day }) => day)).toEqual(["2026-02-28", "2026-03-01"]);
  });
});

it.each([
  [110, 100, 10],
  [50, 100, -50],
  [5, 0, null],
  [0, 4, -100],
])("from %i, with %i before, is %s percent more", (now, before, change) => {
  expect(changeOf(now, before)).toBe(change);
});

it.each([
  [0, "0 sec"],
  [42.4, "42 sec"],
  [90, "1 min 30 sec"],
  [3_600, "1 hr"],
  [3_661, "1 hr 1 min"],
  [90_061, "1 day 1 hr"],
])("%d seconds read as %s", (seconds, words) => {
  expect(secondsInWords(seconds, "en")).toBe(words);
});

it("is a table of days and one of flows, in which no name is run as a formula", () => {
  const csv = overviewCsv({
    days: [{ day: "2026-02-27", ...volumes }],
    total: volumes,
    before: volumes,
    answers: { count: 0, median: null, slow: null },
    flows: [{ flowId: "1", name: "=1+1", started: 2, completed: 1, expired: 0, errored: 1, live: 0 }],
  });
  expect(csv).toBe(
    "\uFEFFday,received,by_bot,by_people,failed,people\r\n2026-02-27,3,4,1,0,2\r\n\r\n" +
      `flow,started,completed,expired,errored,live\r\n"'=1+1",2,1,0,1,0\r\n`,
  );
});
