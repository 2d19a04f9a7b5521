/** Flows broken at random: `check` must survive them all, and what it lets through must compile. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, it } from "vitest";
import { compile } from "../compile.ts";
import { check } from "./check.ts";
import { hasErrors } from "./problem.ts";

const EXAMPLES = fileURLToPath(new URL("../../../../examples/", import.meta.url));
const flows: unknown[] = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => JSON.parse(readFileSync(`${EXAMPLES}${name}/flow.json`, "utf8")));

/** One place of the definition, counted in depth-first order, and what is done there. */
const mutation = fc.record({
  place: fc.nat(2_000),
  change: fc.oneof(
    fc.constant({ kind: "delete" as const }),
    fc.constant({ kind: "repeat" as const }),
    fc.record({ kind: fc.constant("copy" as const), from: fc.nat(2_000) }),
    fc.record({ kind: fc.constant("replace" as const), by: fc.jsonValue({ maxDepth: 2 }) }),
    fc.record({
      kind: fc.constant("replace" as const),
      by: fc.constantFrom(
        "",
        "start",
        "opt-0",
        "expired",
        "__proto__",
        "constructor",
        "{{ a",
        "{% if %}",
        "(",
        -1,
        1e9,
        null,
        [],
        {},
      ),
    }),
  ),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;
type Place = { parent: Record<string, unknown> | unknown[]; key: string };

function places(value: unknown): Place[] {
  if (typeof value !== "object" || value === null) return [];
  const parent = value as Record<string, unknown> | unknown[];
  return Object.entries(parent).flatMap(([key, child]) => [{ parent, key }, ...places(child)]);
}

function mutate(definition: unknown, { place, change }: Mutation): void {
  const all = places(definition);
  const at = all[place % Math.max(1, all.length)];
  if (!at) return;
  const value = Reflect.get(at.parent, at.key);
  if (change.kind === "delete") Reflect.deleteProperty(at.parent, at.key);
  else if (change.kind === "replace") Reflect.set(at.parent, at.key, change.by);
  else if (change.kind === "repeat" && Array.isArray(value)) value.push(...structuredClone(value));
  else if (change.kind === "copy") {
    const from = all[change.from % all.length];
    if (from) Reflect.set(at.parent, at.key, structuredClone(Reflect.get(from.parent, from.key)));
  }
  // A deleted item leaves a hole, which JSON has not.
  if (Array.isArray(at.parent))
    at.parent.splice(0, at.parent.length, ...at.parent.filter((item) => item !== undefined));
}

it("never throws, says the same twice, and lets nothing through that does not compile", () => {
  let clean = 0;
  fc.assert(
    fc.property(fc.constantFrom(...flows), fc.array(mutation, { maxLength: 6 }), (flow, mutations) => {
      const broken: unknown = structuredClone(flow);
      for (const each of mutations) mutate(broken, each);
      const problems = check(broken, { knownFlows: new Set() });
      expect(check(broken, { knownFlows: new Set() })).toEqual(problems);
      if (hasErrors(problems)) return;
      clean++;
      expect(() => compile(broken)).not.toThrow();
    }),
    { numRuns: 1_500 },
  );
  // Otherwise the property would say nothing of `compile`.
  expect(clean).toBeGreaterThan(100);
});

it("survives any JSON", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (json) => {
      expect(hasErrors(check(json))).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (nodes, edges, triggers) => {
      expect(check({ format: "hilo.flow/1", name: "x", nodes, edges, triggers }).length).toBeGreaterThan(0);
    }),
  );
});
