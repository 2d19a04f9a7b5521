import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesTrigger } from "./matches-trigger.ts";
import { hardText } from "./texts.fixture.ts";

/** The contract's sentence, step by step, written without looking at the code. */
function contract(messageText: string | null, triggerKeyword: string): boolean {
  if (messageText === null || messageText === "" || triggerKeyword === "") return false;
  const fold = (text: string) =>
    [...text.trim().normalize("NFD")]
      .filter((c) => !(c >= "\u0300" && c <= "\u036f"))
      .join("")
      .toLowerCase();
  const message = fold(messageText);
  const keyword = fold(triggerKeyword);
  if (keyword === "default") return true;
  if (keyword === message) return true;
  if (message.indexOf(keyword) >= 0) return true;
  return message.split(/\s/).some((word) => word === keyword);
}

const cases: [message: string | null, keyword: string, expected: boolean][] = [
  ["hola", "hola", true],
  ["HÓLA", "hola", true],
  ["  Hola  ", "hola", true],
  ["hola, ¿qué tal?", "HÓLA", true],
  ["¡ahola!", "hola", true],
  ["buenas", "hola", false],
  ["cualquier cosa", "default", true],
  ["cualquier cosa", " DEFÁULT ", true],
  ["", "default", false],
  [null, "default", false],
  [null, "hola", false],
  ["hola", "", false],
  ["señor", "senor", true],
  ["senor", "señor", true],
  ["ho\nla", "la", true],
  ["ｈｏｌａ", "hola", false],
  ["quiero mas informacion", "más información", true],
  ["CAFE\u0301", "café", true],
];

describe("matchesTrigger", () => {
  it.each(cases)("matches %j against %j: %j", (message, keyword, expected) => {
    expect(matchesTrigger(message, keyword)).toBe(expected);
    expect(contract(message, keyword)).toBe(expected);
  });

  it("agrees with the contract's text on any two texts", () => {
    const text = fc.oneof(
      fc.string({
        unit: fc.constantFrom(
          "a",
          "A",
          "á",
          "ñ",
          "n",
          "\u0301",
          "ß",
          "İ",
          " ",
          "\t",
          "\u00a0",
          "σ",
          "Σ",
          "가",
        ),
        maxLength: 8,
      }),
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("default", "Default", " défault", "hola"),
      hardText(6),
    );
    fc.assert(
      fc.property(fc.option(text), text, (message, keyword) => {
        expect(matchesTrigger(message, keyword)).toBe(contract(message, keyword));
      }),
      { numRuns: 5_000 },
    );
  });

  it("agrees with the contract's text when one text is part of the other", () => {
    let matches = 0;
    fc.assert(
      fc.property(hardText(4), hardText(4), hardText(4), (before, keyword, after) => {
        const message = before + keyword + after;
        const found = matchesTrigger(message, keyword);
        if (found) matches++;
        expect(found).toBe(contract(message, keyword));
      }),
      { numRuns: 5_000 },
    );
    expect(matches).toBeGreaterThan(1_000);
  });
});
