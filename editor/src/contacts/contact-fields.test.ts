import { expect, test } from "vitest";
import { fieldChanges, fieldRows } from "./contact-fields.ts";

const before = { city: "Cali", visits: 3, seen: ["a"] };
const rows = fieldRows(before);
const withText = (name: string, text: string) =>
  rows.map((row) => (row.name === name ? { ...row, text } : row));

test("nothing changed is nothing to save", () => {
  expect(fieldChanges(before, rows)).toEqual({});
});

test("a number stays a number, and a text a text, even one of digits", () => {
  expect(fieldChanges(before, withText("visits", "4"))).toEqual({ visits: 4 });
  expect(fieldChanges(before, withText("city", "4"))).toEqual({ city: "4" });
  expect(fieldChanges(before, withText("visits", "many"))).toEqual({ visits: "many" });
});

test("a row taken away empties its field, a renamed one moves it, one without a name is not saved", () => {
  expect(fieldChanges(before, rows.slice(1))).toEqual({ city: null });
  const renamed = rows.map((row) => (row.name === "city" ? { ...row, name: " town " } : row));
  expect(fieldChanges(before, renamed)).toEqual({ city: null, town: "Cali" });
  expect(fieldChanges(before, [...rows, { key: "new", name: " ", text: "x" }])).toEqual({});
});

test("names that every object has are fields like any other", () => {
  expect(fieldChanges({}, [{ key: "1", name: "constructor", text: "x" }])).toEqual({ constructor: "x" });
});
