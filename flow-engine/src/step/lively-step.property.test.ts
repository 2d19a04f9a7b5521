/**
 * The step in the middle of life: flows that interrupt each other, translated texts, words that mean the same
 * everywhere, opening hours, contacts that change by what is done to them. A failure prints its seed; give it back as
 * HILO_PROPERTY_SEED. HILO_PROPERTY_STEPS: how many steps to take, 20,000 unless told (each costs more than one of step.property.test.ts).
 */
import fc from "fast-check";
import { test } from "vitest";
import { compileGlobalWords, DEFAULT_GLOBAL_WORDS } from "../triggers/global-words.ts";
import { livelyMovesArbitrary } from "./random-input.fixture.ts";
import { PLAIN, playMany, type Surroundings } from "./random-play.fixture.ts";
import { translatedWorldArbitrary } from "./random-world.fixture.ts";

const STEPS = Number(process.env.HILO_PROPERTY_STEPS ?? 20_000);
const SECOND = 1_000;

const around: fc.Arbitrary<Surroundings> = fc.record({
  contact: fc.record({
    ...constants(PLAIN.contact),
    name: fc.constantFrom("Ana", null),
    phone: fc.constantFrom("34600111222", null),
    language: fc.constantFrom("es", "pt-BR", "en", null),
    timeZone: fc.constantFrom(null, "America/New_York", "no/where"),
  }),
  fixed: fc.record({
    timeZone: fc.constantFrom("Europe/Madrid", "Pacific/Apia", "UTC"),
    channel: fc
      .constantFrom("whatsapp" as const, "instagram" as const, "messenger" as const)
      .map((platform) => ({ id: "ch", platform, name: "Shop" })),
    words: fc.constant(compileGlobalWords(DEFAULT_GLOBAL_WORDS)),
    hookUrl: fc.constant("https://example.org/hook"),
  }),
  lives: fc.constant(true),
  // Seconds make repeats count, days make waits and opening hours end.
  pace: fc.constantFrom(SECOND, 60 * SECOND, 86_400 * SECOND),
});

function constants<T extends object>(value: T): { [K in keyof T]: fc.Arbitrary<T[K]> } {
  const entries = Object.entries(value).map(([key, each]) => [key, fc.constant(each)]);
  return Object.fromEntries(entries);
}

test(`keeps its promises over ${STEPS} steps among interruptions and languages`, {
  timeout: 3_600_000,
}, () => {
  playMany({
    steps: STEPS,
    seed: process.env.HILO_PROPERTY_SEED,
    worlds: translatedWorldArbitrary,
    moves: livelyMovesArbitrary,
    firstSeq: fc.constant(1),
    around,
  });
});
