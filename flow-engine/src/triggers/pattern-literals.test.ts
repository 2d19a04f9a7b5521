import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileKeywordPattern } from "./match.ts";
import { foldText, plainPattern, plainText } from "./normalize.ts";
import { requiredLiterals } from "./pattern-literals.ts";
import { hardPattern, hardText } from "./texts.fixture.ts";

describe("requiredLiterals", () => {
  it.each([
    ["pedido\\s+#?(\\d+)", [["pedido"]]],
    ["^HOLA\\b.*adi[oó]s", [["hola"], ["adi"], ["s"]]],
    ["precio|coste?", [["precio", "cost"]]],
    ["(?:precio|costo) del? (\\w+)", [["precio", "costo"], ["de"]]],
    ["a(b|c)?d", [["a"], ["d"]]],
    ["(?i)si{2}no+", [["si"], ["no"]]],
    ["(?P<n>uno){0,3}dos", [["dos"]]],
    ["uno(?i)?", []],
    ["uno(?i)dos", [["uno"], ["dos"]]],
    ["uno|", []],
    ["\\d+", []],
    ["[abc]+", []],
    ["\\Qhola\\E", []],
    ["ho\\x6ca", []],
  ])("of %s are %j", (pattern, needs) => expect(requiredLiterals(pattern)).toEqual(needs));

  it("are in every text that the pattern matches", () => {
    let matches = 0;
    fc.assert(
      fc.property(hardPattern, hardText(8), (pattern, text) => {
        const needs = requiredLiterals(plainPattern(pattern));
        if (needs.length === 0 || !holds(pattern, text)) return;
        matches++;
        for (const anyOf of needs)
          expect(anyOf.filter((literal) => foldText(text).includes(literal))).not.toEqual([]);
      }),
      { numRuns: 2_000 },
    );
    expect(matches).toBeGreaterThan(50);
  });
});

function holds(pattern: string, text: string): boolean {
  try {
    return compileKeywordPattern(pattern).matcher(plainText(text)).find();
  } catch {
    return false;
  }
}
