import { parseCron } from "@hilo/flow-engine";
import { describe, expect, it } from "vitest";
import { type CronPattern, cronOf, cronWords, patternOf, patternOfKind } from "./cron-patterns.ts";
import { nextRuns } from "./NextRuns.tsx";

describe("cron as people say it", () => {
  it.each<[string, CronPattern["kind"], string]>([
    ["0 9 * * *", "daily", "Every day at 09:00"],
    ["5 18 * * 1-5", "weekdays", "Weekdays at 18:05"],
    ["30 7 * * 1", "weekly", "Every Monday at 07:30"],
    ["0 0 * * 0", "weekly", "Every Sunday at 00:00"],
    ["0 10 31 * *", "monthly", "Day 31 of the month at 10:00"],
    ["*/30 8-17 * * 1-5", "advanced", "At */30 8-17 * * 1-5"],
    ["0 9 1 1 *", "advanced", "At 0 9 1 1 *"],
    ["0 9 1 * 1", "advanced", "At 0 9 1 * 1"],
    ["0 9 * * 7", "advanced", "At 0 9 * * 7"],
    ["0 9 * * mon", "advanced", "At 0 9 * * mon"],
    ["0 24 * * *", "advanced", "At 0 24 * * *"],
    ["0 9 0 * *", "advanced", "At 0 9 0 * *"],
  ])("%s is %s: %s", (cron, kind, words) => {
    expect(patternOf(cron).kind).toBe(kind);
    expect(cronOf(patternOf(cron))).toBe(cron);
    expect(cronWords(cron)).toBe(words);
  });

  it("keeps its time from one pattern to the next, and is always cron", () => {
    let pattern = patternOf("45 6 * * 3");
    for (const kind of ["monthly", "weekdays", "daily", "weekly", "advanced"] as const) {
      pattern = patternOfKind(kind, pattern);
      expect(cronOf(pattern)).toMatch(/^45 6 /);
      expect(parseCron(cronOf(pattern))).not.toHaveProperty("error");
    }
    expect(patternOfKind("daily", { kind: "advanced", cron: "* * * * *" })).toEqual({
      kind: "daily",
      time: "09:00",
    });
  });
});

describe("the next runs", () => {
  const monday = Date.parse("2026-03-02T10:00:00Z");
  it("are told by the clock of the zone", () => {
    const [first = "", ...more] = nextRuns("0 9 * * *", "America/Bogota", monday);
    expect(first).toMatch(/Mon.*9:00|09:00/);
    expect(more).toHaveLength(2);
  });
  it("are none of what is no cron, and in UTC of what is no zone", () => {
    expect(nextRuns("soon", "UTC", monday)).toEqual([]);
    expect(nextRuns("0 9 * * *", "Nowhere/Land", monday)).toEqual(nextRuns("0 9 * * *", "UTC", monday));
  });
});
