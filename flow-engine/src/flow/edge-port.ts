/** Edges by their source, and the port each leaves by. */
import { NEXT_PORT, type NodeSpec, type Port } from "../nodes/define-node.ts";
import type { Edge } from "./schema.ts";

/** Every way out of a node. @param data as `spec.schema` parsed it */
export function portsOf(spec: NodeSpec, data: unknown): Port[] {
  return spec.ports(data);
}

/** An edge without a handle leaves by the node's only port, or else by `next`. */
export function portOf(edge: Edge, spec: NodeSpec, data: unknown): string {
  if (edge.sourceHandle) return edge.sourceHandle;
  const [only, ...others] = portsOf(spec, data);
  return only && others.length === 0 ? only.id : NEXT_PORT.id;
}

export function edgesBySource(edges: readonly Edge[]): ReadonlyMap<string, Edge[]> {
  const bySource = new Map<string, Edge[]>();
  for (const edge of edges) {
    const same = bySource.get(edge.source);
    if (same) same.push(edge);
    else bySource.set(edge.source, [edge]);
  }
  return bySource;
}
