/** Times as people read them. */
import { afterEach, expect, test } from "vitest";
import { speak } from "../i18n/t.ts";
import { ago, dayName, timeLeft } from "./time.ts";

afterEach(() => speak("en"));

const now = new Date(2026, 2, 10, 12, 0, 0);
const before = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString();

test.each([
  [0.5, "just now"],
  [5, "5 min ago"],
  [59.9, "59 min ago"],
  [60, "1 h ago"],
  [24 * 60, "1 day ago"],
  [3 * 24 * 60, "3 days ago"],
])("%d minutes are %j", (minutes, words) => {
  expect(ago(before(minutes), now)).toBe(words);
});

test("days are told by the calendar, not by 24 hours", () => {
  const late = new Date(2026, 2, 9, 23, 59).toISOString();
  const early = new Date(2026, 2, 10, 0, 1).toISOString();
  expect([dayName(late, now), dayName(early, now)]).toEqual(["Yesterday", "Today"]);
});

test.each([
  [-23 * 60 - 14, "23 h 14 min"],
  [-60, "1 h"],
  [-59.5, "59 min"],
  [-0.5, "less than a minute"],
  [0, null],
  [1, null],
])("%d minutes from now leave %j", (minutes, words) => {
  expect(timeLeft(before(minutes), now)).toBe(words);
});

test("days and months are in the chosen language, whatever the browser's is", async () => {
  const march = new Date(2026, 2, 3, 12).toISOString();
  expect(dayName(march, now)).toBe("Tuesday, March 3");
  await speak("es");
  expect(dayName(march, now)).toBe("martes, 3 de marzo");
  await speak("pt");
  expect(dayName(march, now)).toBe("terça-feira, 3 de março");
});
