import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effect } from "../effects/schema.ts";
import {
  MAX_REPEATS,
  REPEAT_WINDOW_MS,
  readSaid,
  type SaidTexts,
  saidAfter,
  textHash,
  timesSaid,
} from "./repeats.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const content = (text: string) => ({ type: "text" as const, text });
const says = (text: string): Effect[] => [
  { type: "send-message", id: "e", nodeId: "a", content: content(text) } as unknown as Effect,
];

/** @returns the first of these that is one too many, by its place; null: none is */
function firstTooMany(texts: readonly { text: string; at: number }[]): number | null {
  let said: SaidTexts = [];
  for (const [place, { text, at }] of texts.entries()) {
    if (timesSaid(said, textHash(content(text)), at) >= MAX_REPEATS) return place;
    said = saidAfter(said, says(text), at);
  }
  return null;
}

describe("what is said too often", () => {
  it("is the text after the twentieth equal one, whatever is said in between", () => {
    const texts = Array.from({ length: 60 }, (_, n) => ({
      text: n % 2 === 0 ? "¿Qué?" : `other ${n % 40}`,
      at: NOON + n,
    }));
    expect(firstTooMany(texts)).toBe(MAX_REPEATS * 2);
  });

  it("is found in a circle of many bots", () => {
    const texts = Array.from({ length: 1_000 }, (_, n) => ({ text: `bot ${n % 25}`, at: NOON + n }));
    expect(firstTooMany(texts)).toBe(MAX_REPEATS * 25);
  });

  it("is nothing when it was said over a longer time", () => {
    const texts = Array.from({ length: 100 }, (_, n) => ({
      text: "Menu",
      at: NOON + n * (REPEAT_WINDOW_MS / (MAX_REPEATS - 1)),
    }));
    expect(firstTooMany(texts)).toBeNull();
  });

  it("is counted on from what an earlier version kept, a text for each time", () => {
    const hash = textHash(content("Menu"));
    const before = Array.from({ length: MAX_REPEATS - 2 }, (_, n) => ({ hash, at: NOON + n }));
    const said = readSaid([{ hash: 7, at: NOON }, ...before, { hash, at: NOON + 60, times: 2 }]);
    expect(timesSaid(said, hash, NOON + 100)).toBe(MAX_REPEATS);
    expect(timesSaid(said, 7, NOON + 100)).toBe(1);
    const after = saidAfter(said, says("Menu"), NOON + 100);
    expect(timesSaid(after, hash, NOON + 100)).toBe(MAX_REPEATS + 1);
    expect(readSaid(after)).toBe(after);
  });
});

it("what is kept stays small and says what was said, however much it was", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(20_000)), { maxLength: 300 }), (steps) => {
      let said: SaidTexts = [];
      let now = NOON;
      for (const [text, pause] of steps) {
        now += pause;
        said = saidAfter(said, says(`text ${text}`), now);
        const hashes = said.filter((_, n) => n % 3 === 0);
        expect(hashes.length * 3).toBe(said.length);
        expect(hashes.length).toBeLessThanOrEqual(30);
        expect(new Set(hashes).size).toBe(hashes.length);
        expect(hashes.at(-1)).toBe(textHash(content(`text ${text}`)));
        expect(said.every((at, n) => n % 3 !== 1 || at > now - REPEAT_WINDOW_MS)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
