/** Arbitrary worlds for property tests: a few flows over every node type, with cycles, loose ends and calls of each other. */
import fc from "fast-check";
import { compile } from "../flow/compile.ts";
import type { Program } from "../flow/program.ts";
import { FLOW_FORMAT } from "../flow/schema.ts";
import { nodeSpec } from "../nodes/index.ts";
import { DATA, template } from "./random-data.fixture.ts";

export const ERROR_MESSAGE = "Something went wrong.";

/** Questions are the heart of flows; without many of them most walks would be over in a step. */
const weightOf = (type: string): number => (["buttons", "list", "ask"].includes(type) ? 16 : 1);

const node = fc.oneof(
  ...Object.entries(DATA)
    .filter(([type]) => type !== "start")
    .map(([type, data]) => {
      const arbitrary = data.map((each) => ({ type, data: withoutUndefined(each) }));
      return { weight: weightOf(type), arbitrary };
    }),
);

function withoutUndefined(data: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined));
}

/** Where the ports lead, taken in turn: a node's number, or nowhere, or a node that is not there. */
const NOWHERE = -1;
const GHOST = -2;
const targets = fc.array(
  fc.oneof(
    { weight: 40, arbitrary: fc.nat(7) },
    { weight: 3, arbitrary: fc.constant(NOWHERE) },
    { weight: 1, arbitrary: fc.constant(GHOST) },
  ),
  { minLength: 20, maxLength: 20 },
);

const flow = fc.record({ nodes: fc.array(node, { minLength: 1, maxLength: 8 }), targets });
type RandomFlow = typeof flow extends fc.Arbitrary<infer T> ? T : never;

/** What each flow begins with; a name of the environment among them. */
const INPUTS = [
  { name: "b", as: "json", default: '["x", "y"]' },
  { name: "d_id", as: "number", required: true },
  { name: "message", default: "x" },
];

function definitionOf({ nodes, targets: turns }: RandomFlow, name: string) {
  const envelopes = nodes.map((each, index) => ({ id: `n${index}`, ...each }));
  const ports = envelopes.flatMap(({ id, type, data }) => {
    const spec = nodeSpec(type);
    return spec.ports(spec.schema.parse(data)).map((port) => ({ source: id, sourceHandle: port.id }));
  });
  const edges = ports.flatMap((port, index) => {
    const turn = turns[index % turns.length] ?? 0;
    if (turn === NOWHERE) return [];
    const target = turn === GHOST ? "ghost" : `n${turn % nodes.length}`;
    return [{ id: `e${index}`, ...port, target }];
  });
  const settings = { errorMessage: ERROR_MESSAGE, fallbackMessage: nodes.length % 2 ? "¿Cómo?" : "" };
  const start = { id: "start-edge", source: "start", target: "n0" };
  return { format: FLOW_FORMAT, name, settings, inputs: INPUTS, nodes: envelopes, edges: [start, ...edges] };
}

/** The definitions of flows F0, F1 and F2; the first is the one that runs. */
export const worldArbitrary = fc
  .tuple(flow, flow, flow)
  .map((flows) => flows.map((each, index) => definitionOf(each, `F${index}`)));

/** Half of the texts of half of the nodes, in a language some contacts speak. */
const translations = fc.dictionary(
  fc.nat(7).map((n) => `n${n}`),
  fc.dictionary(fc.constantFrom("text", "options.opt-0.title", "invalidText", "button"), template, {
    maxKeys: 3,
  }),
  { maxKeys: 4 },
);

/** The same flows with translations, inputs and outputs. */
export const translatedWorldArbitrary = fc
  .tuple(worldArbitrary, translations, fc.boolean())
  .map(([world, pt, globalWords]) =>
    world.map((flow) => ({
      ...flow,
      language: "es",
      translations: { pt },
      inputs: [{ name: "a", default: "0" }],
      settings: { ...flow.settings, globalWords },
    })),
  );
export type World = typeof worldArbitrary extends fc.Arbitrary<infer T> ? T : never;

/** Compiles a world anew: two compilations must behave as one. */
export function compileWorld(world: World): {
  root: Program;
  programs: (ref: string) => Program | undefined;
} {
  const compiled = world.map((definition, index) => compile(definition, `v${index}`));
  const [root] = compiled;
  if (!root) throw new Error("a world without flows");
  return { root, programs: (ref) => compiled.find((program) => program.id === ref || program.name === ref) };
}
