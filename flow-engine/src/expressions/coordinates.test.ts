import { expect, test } from "vitest";
import { parseLatitude, parseLongitude, parsePlace } from "./coordinates.ts";

test.each([
  ["36.5297", 36.5297],
  [" -6,2926 ", -6.2926],
  ["36.529", 36.529],
  ["90", 90],
  ["−12.5°", -12.5],
  ["-0", 0],
  ["90.1", null],
  ["1e1", null],
  ["N 36", null],
  ["", null],
])("%j is the latitude %j", (text, expected) => {
  expect(parseLatitude(text)).toBe(expected);
});

test("longitudes go to the date line", () => {
  expect(parseLongitude("-180")).toBe(-180);
  expect(parseLongitude("180.5")).toBeNull();
});

test.each([
  ["36.5297, -6.2926", [36.5297, -6.2926]],
  ["36.5297,-6.2926", [36.5297, -6.2926]],
  ["(36.5297, -6.2926)", [36.5297, -6.2926]],
  ["36,5297; -6,2926", [36.5297, -6.2926]],
  ["36,5297, -6,2926", [36.5297, -6.2926]],
  ["36.5297 -6.2926", [36.5297, -6.2926]],
  ["40, -3", [40, -3]],
  ["40 3", null],
  ["36,52", [36, 52]],
  ["36.5", null],
  ["95, 10", null],
  ["calle 36, 2", null],
])("%j is the place %j", (text, expected) => {
  const [latitude, longitude] = expected ?? [];
  expect(parsePlace(text)).toEqual(expected && { latitude, longitude });
});
