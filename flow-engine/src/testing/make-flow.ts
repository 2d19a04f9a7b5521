/** A flow definition in few words, for tests. */
import { FLOW_FORMAT, type FlowInput } from "../flow/schema.ts";

export interface FlowSketch {
  name?: string;
  language?: string;
  triggers?: FlowInput["triggers"];
  settings?: FlowInput["settings"];
  /** Node id → type and data. */
  nodes: Record<string, readonly [type: string, data?: Record<string, unknown>]>;
  /** `"start > a"`, or with a port `"a:opt-0 > b"`. */
  edges: readonly string[];
}

/**
 * @example
 * makeFlow({ nodes: { a: ["text", { text: "Hola" }], z: ["end"] }, edges: ["start > a", "a > z"] })
 * @throws Error on an edge written in another way
 */
export function makeFlow(sketch: FlowSketch): FlowInput {
  const { name = "Test", language, triggers = [], settings, nodes, edges } = sketch;
  return {
    format: FLOW_FORMAT,
    name,
    ...(language === undefined ? {} : { language }),
    ...(settings === undefined ? {} : { settings }),
    triggers,
    nodes: Object.entries(nodes).map(([id, [type, data = {}]]) => ({ id, type, data })),
    edges: edges.map(edge),
  };
}

function edge(arrow: string, at: number) {
  const [, source, port, target] = /^\s*([\w-]+)(?::([\w-]+))?\s*>\s*([\w-]+)\s*$/.exec(arrow) ?? [];
  if (!source || !target) throw new Error(`not an edge: ${arrow}`);
  return { id: `e${at}`, source, target, ...(port ? { sourceHandle: port } : {}) };
}
