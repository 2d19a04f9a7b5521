/** Where to go after signing in. */
import { expect, test } from "vitest";
import { safeNext } from "./next-address.ts";

test("a page of the application is kept, with its question and its anchor", () => {
  expect(safeNext("/conversations/1?mode=Human#last")).toBe("/conversations/1?mode=Human#last");
});

test.each([
  "https://evil.example/",
  "//evil.example",
  "/\\evil.example",
  "javascript:alert(1)",
  "",
  null,
  "/..//evil.example",
])("%j leads home", (next) => {
  expect(safeNext(next)).toBe("/flows");
});
