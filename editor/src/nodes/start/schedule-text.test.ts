import { describe, expect, it } from "vitest";
import { daysText, readDays, readSpans, spansText } from "./schedule-text.ts";

const span = (from: string, to: string) => ({ from, to });

describe("hours as they are typed", () => {
  it.each([
    ["9-14", [span("09:00", "14:00")]],
    ["9:30–14, 16:00 - 24", [span("09:30", "14:00"), span("16:00", "24:00")]],
    ["22-2", [span("22:00", "02:00")]],
    ["", []],
    [" Closed ", []],
    ["9", null],
    ["9-25", null],
    ["9-9", null],
    ["24-3", null],
    ["9:60-10", null],
    ["9-14,", null],
    ["nine to five", null],
  ])("%j are %j", (text, spans) => {
    expect(readSpans(text)).toEqual(spans);
    if (spans) expect(readSpans(spansText(spans))).toEqual(spans);
  });
});

describe("days that are different", () => {
  it("are a line each, and keep the names they had", () => {
    const days = [
      { date: "12-25", name: "Navidad", spans: [] },
      { date: "2026-04-03", spans: [span("10:00", "14:00")] },
    ];
    expect(daysText(days)).toBe("12-25 closed\n2026-04-03 10:00–14:00");
    expect(readDays(daysText(days), days)).toEqual(days);
    expect(readDays("12-25\n\n01-01 closed\n", days)).toEqual([days[0], { date: "01-01", spans: [] }]);
  });
  it.each(["25/12 closed", "12-25 sometimes", "2026-4-3"])("can't be %j", (text) => {
    expect(readDays(text, [])).toBeNull();
  });
});
