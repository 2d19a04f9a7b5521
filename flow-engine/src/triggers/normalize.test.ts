import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, normalizeTriggerText, plainText } from "./normalize.ts";
import { hardText } from "./texts.fixture.ts";

/** The folding in one piece, as it is meant: the product's own goes character by character where it can. */
function definition(text: string): string {
  const strip = (each: string) =>
    each
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/g, "")
      .replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  const cased = strip(text).toLowerCase().toUpperCase().toLowerCase();
  return strip(cased).replaceAll("ς", "σ").replace(/\s+/gu, " ").trim();
}

describe("foldText", () => {
  it.each([
    ["  HÓLA  ", "hola"],
    ["ｈｏｌａ", "hola"],
    ["Straße", "strasse"],
    ["ΟΔΟΣ", "οδοσ"],
    ["İstanbul", "istanbul"],
    ["ho\u200bla\u00ad", "hola"],
    ["❤️", "❤"],
    ["más \n\t información", "mas informacion"],
    ["ﬁn", "fin"],
    ["が", foldText("が")],
  ])("folds %j to %j", (text, folded) => expect(foldText(text)).toBe(folded));

  it("keeps the marks that make other letters of other scripts", () => {
    expect(foldText("が")).not.toBe(foldText("か"));
    expect(foldText("कि")).not.toBe(foldText("क"));
  });

  it("folds each character as it is meant, alone and between others", () => {
    const wrong: string[] = [];
    for (let point = 0; point <= 0x1ffff; point++) {
      // Ideographs and syllables, which are alike by the ten thousand.
      if (point === 0x3400) point = 0xd780;
      const text = String.fromCodePoint(point);
      const between = `É${text} s`;
      if (foldText(text) !== definition(text) || foldText(between) !== definition(between)) wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  it("folds any text as it is meant", () => {
    const latin = fc.string({ unit: fc.integer({ min: 0, max: 0xff }).map((c) => String.fromCharCode(c)) });
    const text = fc.oneof(hardText(10), latin, fc.string({ unit: "binary", maxLength: 20 }));
    fc.assert(
      fc.property(text, (each) => {
        expect(foldText(each)).toBe(definition(each));
      }),
      { numRuns: 3_000 },
    );
  });

  it.each([
    ["decomposed and composed", "canci\u00f3n", "cancio\u0301n"],
    ["wide and narrow", "ＨＯＬＡ　１", "hola 1"],
    ["joined by invisible signs", "ho\u200dla", "hola"],
    ["turned from right to left", "\u202ehola\u202c\u200f", "hola"],
    ["of the Turkish alphabet", "İzmir ILIK", "izmir ılık"],
    ["of a keycap", "1\ufe0f\u20e3", "1\u20e3"],
    ["in another presentation", "✔\ufe0f", "✔"],
  ])("makes no difference between texts that are %s", (_, one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  it("keeps letters apart that only look alike", () => {
    expect(foldText("hоla")).not.toBe(foldText("hola"));
  });

  it("folds twice as it folds once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 20 }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 3_000 },
    );
  });
});

describe("normalizeTriggerText", () => {
  it("lower-cases and trims alone when a text can't be decomposed", () => {
    const original = String.prototype.normalize;
    String.prototype.normalize = () => {
      throw new RangeError("no decomposition here");
    };
    try {
      expect(normalizeTriggerText("  HÓLA ")).toBe("hóla");
    } finally {
      String.prototype.normalize = original;
    }
  });
});

describe("plainText", () => {
  it("keeps case and inner white space, drops accents and width", () => {
    expect(plainText(" Añо  Ｎuevo\n1 ")).toBe("Anо  Nuevo\n1");
  });
});
