/** Cutting text: limits hold, words stay whole, characters are never torn. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { oneLine, shorten, splitText } from "./shorten.ts";

const isWellFormed = (text: string) => !/[\ud800-\udfff]/u.test(text);
const anyText = fc.oneof(fc.string({ unit: "grapheme", maxLength: 200 }), fc.lorem({ maxCount: 60 }));
const split = (text: string, characters: number) => splitText(text, { characters });

const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
/** Every place where one character as people see it ends, by the platform's own rules. */
const boundaries = (text: string) =>
  new Set([...segmenter.segment(text)].map(({ index, segment }) => index + segment.length));

describe("splitText", () => {
  test("breaks at paragraphs before lines before words", () => {
    expect(split("aaaa bbbb\n\ncccc dddd", 15)).toEqual(["aaaa bbbb", "cccc dddd"]);
    expect(split("aaaa bbbb\ncccc dddd", 15)).toEqual(["aaaa bbbb", "cccc dddd"]);
    expect(split("aaaa bbbb cccc", 9)).toEqual(["aaaa bbbb", "cccc"]);
  });

  test("a text of exactly the limit is one part, one more is two", () => {
    expect(split("x".repeat(4_096), 4_096)).toHaveLength(1);
    expect(split("x".repeat(4_097), 4_096)).toHaveLength(2);
  });

  test("nothing to say is no part", () => {
    expect(split(" \n ", 10)).toEqual([]);
    expect(split("", 10)).toEqual([]);
  });

  test("parts fit, lose nothing but white space, and stay whole characters", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 12, max: 60 }), (text, max) => {
        const parts = split(text, max);
        expect(parts.every((part) => part.length <= max && part.trim() !== "")).toBe(true);
        if (isWellFormed(text)) expect(parts.every(isWellFormed)).toBe(true);
        expect(parts.join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });

  test("where bytes are counted, each part has at most so many", () => {
    expect(splitText("ñ".repeat(500), { characters: 1_000, bytes: 1_000 })).toHaveLength(1);
    expect(splitText("ñ".repeat(501), { characters: 1_000, bytes: 1_000 })).toHaveLength(2);
    expect(
      splitText("😀".repeat(251), { characters: 1_000, bytes: 1_000 }).map((part) => part.length),
    ).toEqual([500, 2]);
    const bytes = (text: string) => Buffer.byteLength(text);
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 120 }), (text, max) => {
        const parts = splitText(text, { characters: 1_000, bytes: max });
        expect(parts.every((part) => bytes(part) <= max)).toBe(true);
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

  test.each([
    ["a flag", "🇪🇸"],
    ["a skin tone", "👍🏽"],
    ["a letter with marks", "e\u0301\u0323"],
    ["a Korean syllable in parts", "\u1112\u1161\u11ab"],
    ["a keycap", "1\ufe0f\u20e3"],
    ["a Thai vowel", "\u0e01\u0e33"],
    ["Scotland", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
  ])("%s is never cut in two", (_what, character) => {
    for (let max = 3; max < character.length + 4; max += 1) {
      const kept = shorten(`aa${character}bcdefghijklmnop`, max).slice(0, -1);
      expect(["a", "aa"].includes(kept) || kept.startsWith(`aa${character}`)).toBe(true);
    }
  });

  test("never longer than allowed, never half a character", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 3, max: 60 }), (text, max) => {
        expect(shorten(text, max).length).toBeLessThanOrEqual(max);
        if (isWellFormed(text)) expect(isWellFormed(shorten(text, max))).toBe(true);
      }),
    );
  });

  test("cuts only where one character as people see it ends", () => {
    const letters = fc.constantFrom(
      "👩",
      "\u200d",
      "🏽",
      "e",
      "\u0301",
      "क",
      "\u094d",
      "ष",
      "🇪",
      "\r",
      "\n",
      "가",
      "\u11a8",
    );
    const any = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 80 }),
      fc.string({ unit: letters, maxLength: 60 }),
    );
    fc.assert(
      fc.property(any, fc.integer({ min: 20, max: 50 }), (text, max) => {
        const short = shorten(text, max);
        if (short === text) return;
        const kept = short.slice(0, -1);
        const ends = boundaries(text);
        const first = [...ends][0] ?? 0;
        // A single character longer than the limit has to be cut somewhere.
        fc.pre(first < max);
        const between = text.slice(kept.length).search(/\S|$/);
        const isEnd = ends.has(kept.length) || ends.has(kept.length + between);
        expect(isEnd).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });
});

test("oneLine makes white space single", () => {
  expect(oneLine("  a\n b\t\tc ", 20)).toBe("a b c");
});
