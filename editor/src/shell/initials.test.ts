import { expect, test } from "vitest";
import { initials } from "./initials.ts";

test.each([
  ["Ana Ruiz", "AR"],
  ["  ana   maría lópez ", "AM"],
  ["Ana", "A"],
  ["👩‍👩‍👧 Family", "👩‍👩‍👧F"],
  ["🇨🇴 👍🏽", "🇨🇴👍🏽"],
  ["e\u0301lodie", "E\u0301"],
  ["", ""],
])("%j is drawn as %j", (name, letters) => {
  expect(initials(name)).toBe(letters);
});
