/** Calls of flows that are not there. */
import { nodeRefs } from "../../nodes/node-facts.ts";
import type { CheckOptions } from "./check.ts";
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

export function checkMissingFlows(graph: FlowGraph, { knownFlows }: CheckOptions): Problem[] {
  if (!knownFlows) return [];
  return graph.nodes.flatMap(({ id, label, sound }) =>
    (sound ? nodeRefs(sound.spec, sound.data) : []).flatMap((ref): Problem[] => {
      if (ref.kind !== "flow" || knownFlows.has(ref.ref)) return [];
      const message = `${label} calls the flow “${ref.ref}”, which does not exist.`;
      return [{ code: "flow-missing", severity: "error", nodeId: id, message }];
    }),
  );
}
