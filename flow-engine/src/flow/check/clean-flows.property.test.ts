/**
 * What the checks let through holds: flows without an error about their graph never end for a reason of the graph,
 * whatever customers, timers and other systems do. A failure prints its seed; give it back as HILO_PROPERTY_SEED.
 */
import assert from "node:assert/strict";
import fc from "fast-check";
import { expect, it } from "vitest";
import { createSession } from "../../session/create-session.ts";
import { inputOf, type Move, movesArbitrary } from "../../step/random-input.fixture.ts";
import { PLAIN } from "../../step/random-play.fixture.ts";
import { compileWorld, type World, worldArbitrary } from "../../step/random-world.fixture.ts";
import { step } from "../../step/step.ts";
import { check } from "./check.ts";
import type { Problem } from "./problem.ts";

/** What the checks say of ways through flows. */
const GRAPH_PROBLEMS: ReadonlySet<string> = new Set([
  "call-depth",
  "flow-calls-itself",
  "edge-target-missing",
  "flow-loop-without-wait",
  "flow-empty",
  "flow-missing",
  "loop-without-wait",
  "messages-too-many",
  "node-empty",
  "node-missing",
  "walk-too-long",
]);
/** Why a session ends when ways through flows are wrong. */
const GRAPH_FAILURES: ReadonlySet<string> = new Set([
  "flow-missing",
  "limit-depth",
  "limit-sends",
  "limit-visits",
  "node-missing",
]);

const NOW = Date.parse("2026-03-02T10:00:00Z");
const HOUR = 3_600_000;

/** What the checks say of the ways through each flow of a world. */
function graphProblems(world: World): Problem[][] {
  const flows = new Map(world.flatMap((flow, at) => [[flow.name, flow] as const, [`v${at}`, flow] as const]));
  const knownFlows = new Set(flows.keys());
  return world.map((flow) =>
    check(flow, { flows, knownFlows }).filter(({ code }) => GRAPH_PROBLEMS.has(code)),
  );
}

/** Random flows seldom are in order, so each is put in order as the checks ask for: a wait, an end, an edge less. */
function mended(world: World): World {
  let now = world;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const problems = graphProblems(now);
    if (problems.every((each) => each.length === 0)) return now;
    now = now.map((flow, at) => (problems[at] ?? []).reduce(mendedFlow, flow));
  }
  throw new Error("what the checks ask for does not content them");
}

/** Each round mends a node or more of each flow, and there are eight. */
const MAX_ROUNDS = 40;

function mendedFlow(flow: World[number], { code, nodeId, edgeId }: Problem): World[number] {
  if (edgeId !== undefined) return { ...flow, edges: flow.edges.filter(({ id }) => id !== edgeId) };
  const needsWait = code === "loop-without-wait" || code === "walk-too-long" || code === "messages-too-many";
  const by = needsWait ? { type: "wait", data: { amount: 1, unit: "minutes" } } : { type: "end", data: {} };
  // A walk that begins at the start is made shorter at its first step.
  const at = nodeId === "start" ? "n0" : nodeId;
  const nodes = flow.nodes.map((node) => (node.id === at ? { id: node.id, ...by } : node));
  const edges = flow.edges.filter(
    (edge) => edge.source !== at || !("sourceHandle" in edge) || edge.sourceHandle === "next",
  );
  return { ...flow, nodes, edges };
}

/** The codes by which sessions failed. */
function failures(world: World, moves: readonly Move[]): string[] {
  const { root, programs } = compileWorld(world);
  const begin = () => createSession(root, "s", { a: "1", b: ["x", "y", "z"] });
  let session = begin();
  const failed: string[] = [];
  let now = NOW;
  for (const move of [null, ...moves]) {
    if (session.endReason !== undefined) session = begin();
    const fresh = session.seq === 0 || session.wait === null;
    const input =
      fresh || !move
        ? { type: "start" as const, cause: { kind: "manual" as const } }
        : inputOf(move, session);
    now += HOUR;
    const context = { ...PLAIN.fixed, contact: PLAIN.contact, now, programs };
    session = step(root, session, input, context).session;
    if (session.error) failed.push(session.error.code);
  }
  return failed;
}

it("never ends a session for a reason of the graph", { timeout: 600_000 }, () => {
  let steps = 0;
  const seed = process.env.HILO_PROPERTY_SEED;
  fc.assert(
    fc.property(worldArbitrary, movesArbitrary, (world, moves) => {
      const graphic = failures(mended(world), moves).filter((code) => GRAPH_FAILURES.has(code));
      assert.deepEqual(graphic, []);
      steps += moves.length;
    }),
    { numRuns: 150, ...(seed === undefined ? {} : { seed: Number(seed) }) },
  );
  expect(steps).toBeGreaterThan(10_000);
});

it("would end many of them if they were played as they are", () => {
  const worlds = fc.sample(fc.tuple(worldArbitrary, movesArbitrary), { numRuns: 60, seed: 1 });
  const failed = worlds.flatMap(([world, moves]) => failures(world, moves));
  expect(failed.some((code) => GRAPH_FAILURES.has(code))).toBe(true);
});
