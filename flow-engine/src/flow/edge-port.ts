/** Edges by their source, and the port each leaves by. */
import { NEXT_PORT, type NodeSpec, type Port } from "../nodes/define-node.ts";
import type { Edge } from "./schema.ts";

/** Taken when a waiting session expires; every node that waits has it, so that the branch can be drawn. */
export const EXPIRED_PORT: Port = { id: "expired", label: "Expired", optional: true };

/** All ports of a node: its own, and `expired` when it waits. */
export function portsOf(spec: NodeSpec, data: unknown): Port[] {
  const ports = spec.ports(data);
  if (!spec.resume || ports.some(({ id }) => id === EXPIRED_PORT.id)) return ports;
  return [...ports, EXPIRED_PORT];
}

/** An edge without a handle leaves by the node's only own port, or else by `next`. */
export function portOf(edge: Edge, spec: NodeSpec, data: unknown): string {
  if (edge.sourceHandle) return edge.sourceHandle;
  const [only, ...others] = spec.ports(data);
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
