/** Answers that are kept and never looked at: a hint, since people may read them on the session's page. */
import type { FlowGraph } from "./flow-graph.ts";
import { refsOf, refsOfKind } from "./node-refs.ts";
import type { Problem } from "./problem.ts";

export function checkUnusedVariables(graph: FlowGraph): Problem[] {
  const read = new Set([...refsOfKind(graph, "reads").map(({ ref }) => ref.name), ...graph.flow.outputs]);
  const told = new Set<string>();
  return refsOfKind(graph, "sets").flatMap(({ node, ref: { name } }): Problem[] => {
    if (read.has(name) || told.has(name) || isByTheWay(name, read) || isKept(node)) return [];
    told.add(name);
    const message = `“${name}” is set by ${node.label} and never used in this flow.`;
    return [{ code: "variable-unused", severity: "info", nodeId: node.id, message }];
  });
}

/** Set beside something else: the id of a choice, the words of an error. */
function isByTheWay(name: string, read: ReadonlySet<string>): boolean {
  return name.startsWith("error_") || (name.endsWith("_id") && !read.has(name));
}

/** The answer goes to a field of the contact too. */
function isKept(node: Parameters<typeof refsOf>[0]): boolean {
  return refsOf(node).some(({ kind }) => kind === "field");
}
