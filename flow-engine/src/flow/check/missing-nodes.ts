/** Jumps to steps that are not there. */
import type { FlowGraph } from "./flow-graph.ts";
import { refsOfKind } from "./node-refs.ts";
import type { Problem } from "./problem.ts";

export function checkMissingNodes(graph: FlowGraph): Problem[] {
  return refsOfKind(graph, "node").flatMap(({ node, ref }): Problem[] => {
    if (graph.byId.has(ref.id)) return [];
    const message = `${node.label} goes on at the step “${ref.id}”, which does not exist. Choose another.`;
    return [{ code: "node-missing", severity: "error", nodeId: node.id, message }];
  });
}
