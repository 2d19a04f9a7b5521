/** Cutting text: limits hold, words stay whole, characters are never torn. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { utf8Bytes } from "../../content/utf8.ts";
import { characters, oneLine, shorten, shortenTo, splitText as split } from "./cut.ts";

const isWellFormed = (text: string) => !/[\ud800-\udfff]/u.test(text);
const splitText = (text: string, max: number) => split(text, characters(max));
const anyText = fc.oneof(fc.string({ unit: "grapheme", maxLength: 200 }), fc.lorem({ maxCount: 60 }));

describe("splitText", () => {
  test("breaks at paragraphs before lines before words", () => {
    expect(splitText("aaaa bbbb\n\ncccc dddd", 15)).toEqual(["aaaa bbbb", "cccc dddd"]);
    expect(splitText("aaaa bbbb\ncccc dddd", 15)).toEqual(["aaaa bbbb", "cccc dddd"]);
    expect(splitText("aaaa bbbb cccc", 9)).toEqual(["aaaa bbbb", "cccc"]);
  });

  test("a text of exactly the limit is one part, one more is two", () => {
    expect(splitText("x".repeat(4_096), 4_096)).toHaveLength(1);
    expect(splitText("x".repeat(4_097), 4_096)).toHaveLength(2);
  });

  test("nothing to say is no part", () => {
    expect(splitText(" \n ", 10)).toEqual([]);
    expect(splitText("", 10)).toEqual([]);
  });

  test("parts fit, lose nothing but white space, and stay whole characters", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 12, max: 60 }), (text, max) => {
        const parts = splitText(text, max);
        expect(parts.every((part) => part.length <= max && part.trim() !== "")).toBe(true);
        if (isWellFormed(text)) expect(parts.every(isWellFormed)).toBe(true);
        expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});

describe("shorten", () => {
  test("says with … that something is missing", () => {
    expect(shorten("Atención al cliente", 12)).toBe("Atención al…");
    expect(shorten("exactly", 7)).toBe("exactly");
  });

  test("a family is one character", () => {
    expect(shorten(`${"a".repeat(5)}👩‍👩‍👧‍👦b`, 12)).toBe("aaaaa…");
  });

  test("never longer than allowed, never half a character", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 3, max: 60 }), (text, max) => {
        expect(shorten(text, max).length).toBeLessThanOrEqual(max);
        if (isWellFormed(text)) expect(isWellFormed(shorten(text, max))).toBe(true);
      }),
    );
  });
});

test("oneLine makes white space single", () => {
  expect(oneLine("  a\n b\t\tc ", 20)).toBe("a b c");
});

describe("counted in bytes", () => {
  test("a text of Cyrillic letters or emoji has room for fewer of them", () => {
    const room = { max: 10, sizeOf: utf8Bytes };
    expect(split("приветмир", room)).toEqual(["приве", "тмир"]);
    expect(split("😀😀😀", room)).toEqual(["😀😀", "😀"]);
    expect(shortenTo("приветмир", room)).toBe("при…");
  });

  test("is what an encoder counts", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (isWellFormed(text)) expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});
