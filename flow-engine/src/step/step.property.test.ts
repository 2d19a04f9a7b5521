/**
 * The step over random flows and inputs. A failure prints its seed; give it back as HILO_PROPERTY_SEED.
 * HILO_PROPERTY_STEPS: how many steps to take, 100,000 unless told.
 */
import fc from "fast-check";
import { test } from "vitest";
import { MAX_STEPS_PER_SESSION } from "./limits.ts";
import { movesArbitrary } from "./random-input.fixture.ts";
import { PLAIN, playMany } from "./random-play.fixture.ts";
import { worldArbitrary } from "./random-world.fixture.ts";

const STEPS = Number(process.env.HILO_PROPERTY_STEPS ?? 100_000);

test(`keeps its promises over ${STEPS} steps of random flows`, { timeout: 3_600_000 }, () => {
  playMany({
    steps: STEPS,
    seed: process.env.HILO_PROPERTY_SEED,
    worlds: worldArbitrary,
    moves: movesArbitrary,
    // The last inputs of a long session are worth as much as the first.
    firstSeq: fc.constantFrom(1, 1, 1, MAX_STEPS_PER_SESSION - 5),
    around: fc.constant(PLAIN),
  });
});
