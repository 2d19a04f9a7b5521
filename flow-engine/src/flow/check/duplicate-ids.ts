/** Two nodes, edges or ports of one name, and two starts. */
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

export function checkDuplicateIds(graph: FlowGraph): Problem[] {
  return [...nodeIds(graph), ...edgeIds(graph), ...portIds(graph), ...starts(graph)];
}

function nodeIds(graph: FlowGraph): Problem[] {
  return repeated(graph.nodes.map(({ id }) => id)).map((nodeId) => ({
    code: "node-id-twice",
    severity: "error",
    nodeId,
    message: `Two nodes have the id “${nodeId}”.`,
  }));
}

function edgeIds(graph: FlowGraph): Problem[] {
  return repeated(graph.flow.edges.map(({ id }) => id)).map((edgeId) => ({
    code: "edge-id-twice",
    severity: "error",
    edgeId,
    message: `Two edges have the id “${edgeId}”.`,
  }));
}

function portIds(graph: FlowGraph): Problem[] {
  return graph.nodes.flatMap(({ id, label, sound }) =>
    repeated((sound?.ports ?? []).map((port) => port.id)).map((port): Problem => {
      const message = `${label} has two options with the id “${port}”; one would never be taken.`;
      return { code: "port-id-twice", severity: "error", nodeId: id, message };
    }),
  );
}

function starts(graph: FlowGraph): Problem[] {
  return graph.nodes
    .filter(({ type }) => type === "start")
    .slice(1)
    .map(({ id }) => ({
      code: "start-twice",
      severity: "error",
      nodeId: id,
      message: "A flow has one start; this second one is never entered.",
    }));
}

/** Values that occur more than once, each given once, in order. */
function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const value of values) (seen.has(value) ? twice : seen).add(value);
  return [...twice];
}
