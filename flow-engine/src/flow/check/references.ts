/** What nodes name outside themselves: flows that are not there, variables with names that can't be used. */
import { RESERVED_NAMES } from "../../step/environment.ts";
import type { CheckOptions } from "./check.ts";
import type { CheckedNode, FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

/** What a template can name: letters, digits, `_` and `-`, not beginning with a digit. */
const VARIABLE_NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_-]*$/u;

export function checkReferences(graph: FlowGraph, options: CheckOptions): Problem[] {
  return graph.nodes.flatMap((node) => nodeReferences(node, options));
}

function nodeReferences({ id, label, sound }: CheckedNode, options: CheckOptions): Problem[] {
  const refs = sound?.spec.refs?.(sound.data) ?? [];
  return refs.flatMap((ref): Problem[] => {
    if (ref.kind === "flow" && options.knownFlows && !options.knownFlows.has(ref.ref)) {
      const message = `${label} calls the flow “${ref.ref}”, which does not exist.`;
      return [{ code: "flow-missing", severity: "error", nodeId: id, message }];
    }
    if (ref.kind === "sets") return variableName(id, label, ref.name);
    return [];
  });
}

function variableName(nodeId: string, label: string, name: string): Problem[] {
  if (RESERVED_NAMES.has(name)) {
    const message = `${label} would save to “${name}”, a name that Hilo uses itself. Choose another.`;
    return [{ code: "variable-reserved", severity: "error", nodeId, message }];
  }
  if (VARIABLE_NAME.test(name)) return [];
  const message = `${label} saves to “${name}”; texts can't read it. Use letters, digits, _ and - only.`;
  return [{ code: "variable-unreadable", severity: "warning", nodeId, message }];
}
