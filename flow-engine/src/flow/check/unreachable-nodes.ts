/** Nodes that no way from the start leads to. */
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

export function checkUnreachableNodes(graph: FlowGraph): Problem[] {
  const reached = new Set([graph.start.id]);
  // A set goes on over what is added to it meanwhile.
  for (const id of reached) for (const target of graph.targetsOf(id)) reached.add(target);
  return graph.nodes
    .filter(({ id, type }) => !reached.has(id) && type !== "start")
    .map(({ id, label }) => ({
      code: "node-unreachable",
      severity: "warning",
      nodeId: id,
      message: `No way from the start leads to ${label}.`,
    }));
}
