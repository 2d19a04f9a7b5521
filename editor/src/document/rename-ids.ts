/** Nodes under other ids, wherever a document names them: the nodes, edges, data that points at nodes, groups, comments. */
import { type Edge, isNodeType, type NodeEnvelope, nodeRefs, nodeSpec } from "@hilo/flow-engine";
import { boardOf, withBoard } from "./board.ts";
import type { FlowDocument } from "./flow-document.ts";
import { nodeData } from "./node-data.ts";

/** Old id → new id. */
export type Renamed = ReadonlyMap<string, string>;

/** A step that names another one by its id names it by the new one. */
export function dataWithRenamed(node: NodeEnvelope, renamed: Renamed): NodeEnvelope["data"] {
  if (!isNodeType(node.type)) return node.data;
  const named = new Set(
    nodeRefs(nodeSpec(node.type), nodeData(node)).flatMap((ref) => (ref.kind === "node" ? [ref.id] : [])),
  );
  if (![...named].some((id) => renamed.has(id))) return node.data;
  return Object.fromEntries(
    Object.entries(node.data).map(([key, value]) => {
      const other = typeof value === "string" && named.has(value) ? renamed.get(value) : undefined;
      return [key, other ?? value];
    }),
  );
}

export function renameIds(doc: FlowDocument, renamed: Renamed): FlowDocument {
  if (renamed.size === 0) return doc;
  const idOf = (id: string) => renamed.get(id) ?? id;
  const nodes = doc.nodes.map((node) => {
    const data = dataWithRenamed(node, renamed);
    const id = idOf(node.id);
    return id === node.id && data === node.data ? node : { ...node, id, data };
  });
  const next = { ...doc, nodes, edges: doc.edges.map((edge) => edgeWith(edge, idOf)) };
  const { groups, comments } = boardOf(doc);
  if (groups.length + comments.length === 0) return next;
  return withBoard(next, {
    groups: groups.map((group) => ({ ...group, nodeIds: group.nodeIds.map(idOf) })),
    comments: comments.map((comment) => ({ ...comment, nodeId: idOf(comment.nodeId) })),
  });
}

function edgeWith(edge: Edge, idOf: (id: string) => string): Edge {
  const source = idOf(edge.source);
  const target = idOf(edge.target);
  return source === edge.source && target === edge.target ? edge : { ...edge, source, target };
}
