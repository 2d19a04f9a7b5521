/** What comes in can always be stored. */
import { describe, expect, it } from "vitest";
import { isStorable, storable, storableText } from "./storable.ts";

describe("storable", () => {
  it("replaces NUL and halves of surrogate pairs, wherever they are", () => {
    expect(storable({ "a\u0000": ["x\u0000y", { b: "\ud83d" }], n: 1, z: null, t: true })).toEqual({
      "a\uFFFD": ["x\uFFFDy", { b: "\uFFFD" }],
      n: 1,
      z: null,
      t: true,
    });
    for (const value of ["\u0000", ["\ud83d"], { a: { b: ["\u0000"] } }, { "\u0000": 1 }])
      expect(isStorable(value)).toBe(false);
    expect(isStorable({ a: [1, null, true, { b: "x" }] })).toBe(true);
    expect(storableText("\udc4b\ud83d")).toBe("\uFFFD\uFFFD");
  });

  it("leaves every other text as it is", () => {
    for (const text of ["", "hola", "👋🏽", "שלום", "e\u0301", "\u202E", "\uFFFD"])
      expect([storableText(text), isStorable(text)]).toEqual([text, true]);
  });
});
