import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText, normalizeTriggerText, plainText } from "./normalize.ts";

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
