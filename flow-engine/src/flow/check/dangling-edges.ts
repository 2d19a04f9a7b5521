/** Edges from or to nodes and ports that are not there, and second edges of one port. */
import type { Edge } from "../schema.ts";
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

export function checkDanglingEdges(graph: FlowGraph): Problem[] {
  const taken = new Set<string>();
  return graph.flow.edges.flatMap((edge) => {
    const problem = ends(graph, edge) ?? port(graph, edge) ?? second(graph, edge, taken);
    return problem ? [{ ...problem, edgeId: edge.id }] : [];
  });
}

function ends(graph: FlowGraph, { source, target }: Edge): Problem | null {
  const from = graph.byId.get(source);
  const to = graph.byId.get(target);
  if (!from) {
    const message = `An edge comes from “${source}”, which does not exist.`;
    return { code: "edge-source-missing", severity: "error", ...(to ? { nodeId: target } : {}), message };
  }
  if (to) return null;
  const message = `${from.label} leads to “${target}”, which does not exist.`;
  return { code: "edge-target-missing", severity: "error", nodeId: source, message };
}

function port(graph: FlowGraph, edge: Edge): Problem | null {
  const node = graph.byId.get(edge.source);
  const id = graph.portOf(edge);
  if (!node?.sound || id === null || node.sound.ports.some((candidate) => candidate.id === id)) return null;
  const message = `${node.label} has no way out called “${id}”, but an edge leaves by it.`;
  return { code: "edge-port-missing", severity: "error", nodeId: edge.source, message };
}

function second(graph: FlowGraph, edge: Edge, taken: Set<string>): Problem | null {
  const id = graph.portOf(edge);
  if (id === null) return null;
  const key = `${edge.source} ${id}`;
  if (!taken.has(key)) {
    taken.add(key);
    return null;
  }
  const message = `Two edges leave ${graph.byId.get(edge.source)?.label} by “${id}”; only the first is taken.`;
  return { code: "edge-ignored", severity: "warning", nodeId: edge.source, message };
}
