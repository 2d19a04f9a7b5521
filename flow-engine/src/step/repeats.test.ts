import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effect } from "../effects/schema.ts";
import {
  isRepeatedTooOften,
  MAX_REPEATS,
  REPEAT_WINDOW_MS,
  type SaidText,
  saidAfter,
  saidText,
} from "./repeats.ts";

const NOON = Date.parse("2026-11-24T12:00:00Z");
const content = (text: string) => ({ type: "text" as const, text });
const says = (text: string): Effect[] => [
  { type: "send-message", id: "e", nodeId: "a", content: content(text) } as unknown as Effect,
];

/** @returns the first of these that is one too many, by its place; null: none is */
function firstTooMany(texts: readonly { text: string; at: number }[]): number | null {
  let said: SaidText[] = [];
  for (const [place, { text, at }] of texts.entries()) {
    if (isRepeatedTooOften(said, saidText(content(text), at))) return place;
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
    const said = Array.from({ length: MAX_REPEATS }, (_, n) => saidText(content("Menu"), NOON + n));
    expect(isRepeatedTooOften(said, saidText(content("Menu"), NOON + 100))).toBe(true);
    expect(isRepeatedTooOften(saidAfter(said, [], NOON + 99), saidText(content("Menu"), NOON + 100))).toBe(
      true,
    );
  });
});

it("what is kept stays small and says what was said, however much it was", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(50), fc.nat(20_000)), { maxLength: 300 }), (steps) => {
      let said: SaidText[] = [];
      let now = NOON;
      for (const [text, pause] of steps) {
        now += pause;
        said = saidAfter(said, says(`text ${text}`), now);
        expect(said.length).toBeLessThanOrEqual(30);
        expect(new Set(said.map(({ hash }) => hash)).size).toBe(said.length);
        expect(said.at(-1)?.hash).toBe(saidText(content(`text ${text}`), now).hash);
        expect(said.every(({ at }) => at > now - REPEAT_WINDOW_MS)).toBe(true);
      }
    }),
    { numRuns: 100 },
  );
});
