/** Adds copied nodes under new ids, with the edges between them. */
import type { Edge, NodeEnvelope } from "@hilo/flow-engine";
import { type FlowDocument, withEdges } from "../flow-document.ts";
import { nextEdgeId, nextNodeId } from "../ids.ts";
import { dataWithRenamed } from "../rename-ids.ts";

/** Nodes and the edges among them, as they go to the clipboard. */
export interface Fragment {
  nodes: readonly NodeEnvelope[];
  edges: readonly Edge[];
}

export interface Paste {
  fragment: Fragment;
  /** How far from where they were copied. */
  offset: { x: number; y: number };
}

export function copyFragment(doc: FlowDocument, nodeIds: ReadonlySet<string>): Fragment {
  const nodes = doc.nodes.filter((node) => nodeIds.has(node.id) && node.type !== "start");
  const copied = new Set(nodes.map((node) => node.id));
  return { nodes, edges: doc.edges.filter((edge) => copied.has(edge.source) && copied.has(edge.target)) };
}

/** The ids `paste` will give, in the fragment's order: what to select afterwards. */
export function pastedIds(doc: FlowDocument, fragment: Fragment): string[] {
  const first = Number(nextNodeId(doc).slice(1));
  return fragment.nodes.map((_, i) => `n${first + i}`);
}

export function paste(doc: FlowDocument, { fragment, offset }: Paste): FlowDocument {
  if (fragment.nodes.length === 0) return doc;
  const ids = pastedIds(doc, fragment);
  const renamed = new Map(fragment.nodes.map((node, i) => [node.id, ids[i] ?? node.id]));
  const nodes = fragment.nodes
    .filter((node) => node.type !== "start")
    .map((node) => ({
      ...node,
      id: renamed.get(node.id) ?? node.id,
      data: dataWithRenamed(node, renamed),
      position: { x: (node.position?.x ?? 0) + offset.x, y: (node.position?.y ?? 0) + offset.y },
    }));
  const firstEdge = Number(nextEdgeId(doc).slice(1));
  const edges = fragment.edges.map((edge, i) => ({
    ...edge,
    id: `e${firstEdge + i}`,
    source: renamed.get(edge.source) ?? "",
    target: renamed.get(edge.target) ?? "",
  }));
  return withEdges({ ...doc, nodes: [...doc.nodes, ...nodes] }, [...doc.edges, ...edges]);
}
