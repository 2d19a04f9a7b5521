import { expect, test } from "vitest";
import { searchWords } from "./word-search.ts";

test.each([
  [undefined, null],
  ["", null],
  ["  ", null],
  ["Ñandú  MARÍA", ["%nandu%", "%maria%"]],
  ["+34 600 000-003", ["%+34600000003%"]],
  ["(600) 12.34", ["%(6001234%"]],
  ["100%_a\\b", ["%100\\%\\_a\\\\b%"]],
])("%j is looked for as %j", (typed, patterns) => {
  expect(searchWords(typed)).toEqual(patterns);
});
