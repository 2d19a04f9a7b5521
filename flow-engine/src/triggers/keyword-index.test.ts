import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { KeywordIndex } from "./keyword-index.ts";

type Found = [pattern: number, start: number, end: number];

function scan(patterns: string[], text: string): Found[] {
  const found: Found[] = [];
  new KeywordIndex(patterns).scan(text, (...hit) => found.push(hit));
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

function naive(patterns: string[], text: string): Found[] {
  return patterns.flatMap((pattern, index) => {
    const found: Found[] = [];
    if (pattern === "") return found;
    for (let at = text.indexOf(pattern); at !== -1; at = text.indexOf(pattern, at + 1))
      found.push([index, at, at + pattern.length]);
    return found;
  });
}

describe("KeywordIndex", () => {
  it("finds keywords inside and across each other", () => {
    expect(scan(["he", "she", "his", "hers"], "ushers")).toEqual([
      [0, 2, 4],
      [1, 1, 4],
      [3, 2, 6],
    ]);
  });

  it("finds a keyword that two flows share for both", () => {
    expect(scan(["hola", "hola"], "hola")).toHaveLength(2);
  });

  it("never finds an empty keyword", () =>
    expect(scan(["", "a"], "aa")).toEqual([
      [1, 0, 1],
      [1, 1, 2],
    ]));

  it("finds what a search for each keyword finds", () => {
    const text = (maxLength: number) => fc.string({ unit: fc.constantFrom("a", "b", "c", "😀"), maxLength });
    fc.assert(
      fc.property(fc.array(text(5), { maxLength: 12 }), text(40), (patterns, message) => {
        expect(scan(patterns, message)).toEqual(naive(patterns, message));
      }),
      { numRuns: 3_000 },
    );
  });

  it("finds long keywords that begin alike, each by its length", () => {
    const long = Array.from({ length: 150 }, (_, n) => "ab".repeat(n).slice(0, n));
    expect(scan(long, "ab".repeat(90))).toEqual(naive(long, "ab".repeat(90)));
    const text = (maxLength: number) => fc.string({ unit: fc.constantFrom("a", "b"), maxLength });
    fc.assert(
      fc.property(
        text(200),
        fc.array(fc.tuple(fc.nat(200), fc.nat(150)), { maxLength: 20 }),
        (message, parts) => {
          const patterns = parts.map(([start, length]) => message.slice(start, start + length));
          expect(scan(patterns, message)).toEqual(naive(patterns, message));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("costs by the message, not by the number of keywords", () => {
    const message = "quiero saber el precio del producto numero siete por favor";
    const lookupsPerScan = (keywords: number) => {
      const index = new KeywordIndex(Array.from({ length: keywords }, (_, i) => `clave${i}x`));
      let lookups = 0;
      for (const name of ["beginning", "slotOf"]) {
        const look: unknown = Reflect.get(index, name);
        if (typeof look !== "function") throw new Error("the index looks up another way now");
        Reflect.set(index, name, (...args: unknown[]) => {
          lookups++;
          return Reflect.apply(look, index, args);
        });
      }
      index.scan(message, () => {});
      return lookups;
    };
    expect(lookupsPerScan(10_000)).toBe(lookupsPerScan(10));
    expect(lookupsPerScan(10_000)).toBeLessThanOrEqual(2 * message.length);
    expect(lookupsPerScan(10)).toBeGreaterThanOrEqual(message.length - 4);
  });
});
