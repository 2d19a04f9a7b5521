/** A node's ways out, as the engine states them. */
import { isNodeType, type NodeEnvelope, nodeSpec, type Port, portsOf } from "@hilo/flow-engine";
import { nodeData } from "./node-data.ts";

const known = new WeakMap<NodeEnvelope, Port[]>();

/** Ports in the order they are drawn; none for a type this version does not know. */
export function ports(node: NodeEnvelope): Port[] {
  const cached = known.get(node);
  if (cached) return cached;
  const list = isNodeType(node.type) ? portsOf(nodeSpec(node.type), nodeData(node)) : [];
  known.set(node, list);
  return list;
}

/** Edges of a type this version does not know are left alone: a newer one may know their ports. */
export function hasPort(node: NodeEnvelope, port: string): boolean {
  return !isNodeType(node.type) || ports(node).some((candidate) => candidate.id === port);
}
