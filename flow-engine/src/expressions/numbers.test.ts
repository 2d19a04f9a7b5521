/** Numbers as people and as machines write them. */
import { expect, test } from "vitest";
import { parseNumber, toNumber } from "./numbers.ts";

test.each([
  ["1.234,5", 1234.5],
  ["1,234.5", 1234.5],
  ["1 234,5", 1234.5],
  ["1'234.5", 1234.5],
  ["1.234.567", 1234567],
  ["1,234,567.89", 1234567.89],
  ["1.500", 1500],
  ["1,500", 1500],
  ["0.500", 0.5],
  ["3,5", 3.5],
  ["3.5", 3.5],
  ["-2", -2],
  ["+2", 2],
  [",5", 0.5],
  [" 42 ", 42],
  ["-0", 0],
])("%j is %d", (text, value) => {
  expect(Object.is(parseNumber(text), value)).toBe(true);
});

test.each([
  "",
  "abc",
  "12a",
  "1,2,3",
  "1.2.3",
  "1.23.456",
  "1,234,5",
  "1 2",
  "--1",
  "1e5",
  "Infinity",
  "NaN",
  "0x10",
  "1".repeat(50),
  "٣",
])("%j is no number", (text) => {
  expect(parseNumber(text)).toBeNull();
});

test("a value that a machine wrote is read as machines write", () => {
  expect(toNumber("1.500")).toBe(1.5);
  expect(toNumber("1e3")).toBe(1000);
  expect(toNumber("1.234,5")).toBe(1234.5);
  expect(toNumber(7)).toBe(7);
  for (const none of [Number.NaN, Number.POSITIVE_INFINITY, "1e999", true, null, undefined, [1], {}])
    expect(toNumber(none)).toBeNull();
});
