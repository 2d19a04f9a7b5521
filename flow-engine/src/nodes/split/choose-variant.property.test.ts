/** What experiments promise, over twenty thousand contacts. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomOf } from "../../step/random.ts";
import { drawnVariant, minusLog, stableVariant } from "./choose-variant.ts";

const CONTACTS = Array.from(
  { length: 20_000 },
  (_, at) => `0190a000-0000-7000-8000-${at.toString(16).padStart(12, "0")}`,
);

interface Variant {
  id: string;
  weight: number;
}

/** The variant of each contact, drawn as the step draws it. */
const assigned = (experiment: string, variants: readonly Variant[]): string[] =>
  CONTACTS.map(
    (contact) => stableVariant(variants, (id) => randomOf(`${contact}:${experiment}:${id}`))?.id ?? "none",
  );

const countOf = (ids: readonly string[], id: string) => ids.filter((each) => each === id).length;

/** Six standard deviations: one sound share in five hundred million fails. */
function expectShare(count: number, share: number): void {
  const sigma = Math.sqrt(CONTACTS.length * share * (1 - share));
  expect(Math.abs(count - CONTACTS.length * share)).toBeLessThanOrEqual(6 * sigma + 1);
}

const weights = fc.oneof(
  fc.integer({ min: 1, max: 100 }),
  fc.double({ min: 0.1, max: 50, noNaN: true }),
  fc.constant(0),
);
const variantsOf = fc
  .uniqueArray(fc.record({ id: fc.nat(30).map((id) => `variant-${id}`), weight: weights }), {
    selector: ({ id }) => id,
    minLength: 2,
    maxLength: 10,
  })
  .filter((variants) => variants.some(({ weight }) => weight > 0));
const experiment = fc.constantFrom("welcome", "precio", "x", "Black Friday 2026");
const RUNS = { numRuns: 20 };

describe("a sticky split", () => {
  test("gives each variant its share", () => {
    fc.assert(
      fc.property(experiment, variantsOf, (name, variants) => {
        const total = variants.reduce((sum, { weight }) => sum + weight, 0);
        const ids = assigned(name, variants);
        for (const { id, weight } of variants) expectShare(countOf(ids, id), weight / total);
      }),
      RUNS,
    );
  });

  test("moves nobody when variants change places, or all weights grow alike", () => {
    fc.assert(
      fc.property(experiment, variantsOf, (name, variants) => {
        const before = assigned(name, variants);
        expect(assigned(name, variants.toReversed())).toEqual(before);
        expect(
          assigned(
            name,
            variants.map((each) => ({ ...each, weight: each.weight * 2 })),
          ),
        ).toEqual(before);
      }),
      RUNS,
    );
  });

  test("moves contacts only into a variant that grows, and only out of one that shrinks", () => {
    fc.assert(
      fc.property(
        experiment,
        variantsOf,
        fc.nat(9),
        fc.double({ min: 1.1, max: 5, noNaN: true }),
        (name, variants, at, factor) => {
          const grows = variants[at % variants.length];
          if (!grows) return;
          const grown = variants.map((each) =>
            each === grows ? { ...each, weight: (each.weight || 1) * factor } : each,
          );
          const before = assigned(name, variants);
          const after = assigned(name, grown);
          const moved = CONTACTS.flatMap((_, contact) =>
            before[contact] === after[contact] ? [] : [after[contact]],
          );
          expect(new Set(moved)).toEqual(new Set(moved.length > 0 ? [grows.id] : []));
        },
      ),
      RUNS,
    );
  });

  test("moves contacts only into a variant that is new", () => {
    fc.assert(
      fc.property(experiment, variantsOf, (name, variants) => {
        const before = assigned(name, variants);
        const after = assigned(name, [...variants, { id: "a-new-one", weight: 10 }]);
        expect(CONTACTS.every((_, at) => before[at] === after[at] || after[at] === "a-new-one")).toBe(true);
        expect(countOf(after, "a-new-one")).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  test("says nothing of how another experiment splits the same contacts", () => {
    const halves = [
      { id: "variant-0", weight: 1 },
      { id: "variant-1", weight: 1 },
    ];
    const [one, two] = [assigned("one", halves), assigned("two", halves)];
    for (const a of halves)
      for (const b of halves)
        expectShare(CONTACTS.filter((_, at) => one[at] === a.id && two[at] === b.id).length, 1 / 4);
  });
});

test("a split that draws anew gives each variant its share", () => {
  fc.assert(
    fc.property(variantsOf, (variants) => {
      const total = variants.reduce((sum, { weight }) => sum + weight, 0);
      const ids = CONTACTS.map((contact) => drawnVariant(variants, randomOf(`${contact}:0`))?.id ?? "none");
      for (const { id, weight } of variants) expectShare(countOf(ids, id), weight / total);
    }),
    RUNS,
  );
});

test("the logarithm of its own is the logarithm", () => {
  const drawn = fc
    .oneof(fc.nat(2 ** 32 - 1), fc.constantFrom(0, 1, 2 ** 31, 2 ** 32 - 1))
    .map((h) => 1 - h / 2 ** 32);
  fc.assert(
    fc.property(drawn, (x) => {
      expect(Math.abs(minusLog(x) + Math.log(x))).toBeLessThanOrEqual(1e-14 * Math.max(1, -Math.log(x)));
    }),
    { numRuns: 2_000 },
  );
});
