/** Another type of step in a step's place: what leads to it stays, its ways out are kept where the new one has such. */
import { type Edge, isNodeType, type NodeEnvelope, nodeSpec } from "@hilo/flow-engine";
import { type FlowDocument, findNode, portOf, withEdges } from "../flow-document.ts";
import { nodesUsed } from "../ids.ts";
import { defaultData } from "../node-data.ts";
import { ports } from "../ports.ts";
import { renameIds } from "../rename-ids.ts";

export interface ReplaceNode {
  nodeId: string;
  /** From `nextNodeId`: sessions and traces of the old step must not name the new one. */
  id: string;
  type: string;
}

export function replaceNode(doc: FlowDocument, { nodeId, id, type }: ReplaceNode): FlowDocument {
  const old = findNode(doc, nodeId);
  if (!old || old.type === "start" || type === "start" || old.type === type || findNode(doc, id)) return doc;
  const renamed = renameIds(doc, new Map([[nodeId, id]]));
  const { optionsUsed: _, version: __, ...envelope } = old;
  const node: NodeEnvelope = { ...envelope, id, type, data: carriedOver(old, type) };
  const nodes = renamed.nodes.map((other) => (other.id === id ? node : other));
  const changed = { ...renamed, nodes, nodesUsed: nodesUsed(renamed) };
  return withEdges(changed, leadingOn(renamed.edges, old, node));
}

/** The new type's defaults, with every field of the old data that fits (a text stays the text). */
function carriedOver(old: NodeEnvelope, type: string): NodeEnvelope["data"] {
  let data = defaultData(type);
  if (!isNodeType(type)) return data;
  const { schema } = nodeSpec(type);
  for (const key of Object.keys(data)) {
    if (!Object.hasOwn(old.data, key)) continue;
    const tried = { ...data, [key]: old.data[key] };
    if (schema.safeParse(tried).success) data = tried;
  }
  return data;
}

/** Ports of the same id keep their edge; the others take the first free ports of the new step, in order. */
function leadingOn(edges: readonly Edge[], old: NodeEnvelope, node: NodeEnvelope): Edge[] {
  const own = edges.filter((edge) => edge.source === node.id);
  const order = ports(old).map((port) => port.id);
  const sorted = [...own].sort((a, b) => order.indexOf(portOf(a)) - order.indexOf(portOf(b)));
  const there = ports(node);
  const kept = new Set(own.map(portOf).filter((port) => there.some(({ id }) => id === port)));
  const free = there.filter((port) => !port.optional && !kept.has(port.id)).map((port) => port.id);
  const placed = sorted.flatMap((edge) => {
    if (kept.has(portOf(edge))) return [edge];
    const port = free.shift();
    return port === undefined ? [] : [{ ...edge, sourceHandle: port }];
  });
  return [...edges.filter((edge) => edge.source !== node.id), ...placed];
}
