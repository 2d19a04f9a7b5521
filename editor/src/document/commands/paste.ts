/** Adds copied nodes and notes under new ids, with the edges between them. */
import type { Edge, NodeEnvelope } from "@hilo/flow-engine";
import { boardOf, nextBoardId, type Sticky, withBoard } from "../board.ts";
import { type FlowDocument, withEdges } from "../flow-document.ts";
import { nextEdgeId, nextNodeId } from "../ids.ts";
import { dataWithRenamed } from "../rename-ids.ts";

/** Nodes with the edges among them, and notes, as they go to the clipboard. */
export interface Fragment {
  nodes: readonly NodeEnvelope[];
  edges: readonly Edge[];
  stickies?: readonly Sticky[] | undefined;
}

export interface Paste {
  fragment: Fragment;
  /** How far from where they were copied. */
  offset: { x: number; y: number };
}

export function copyFragment(doc: FlowDocument, nodeIds: ReadonlySet<string>): Fragment {
  const nodes = doc.nodes.filter((node) => nodeIds.has(node.id) && node.type !== "start");
  const copied = new Set(nodes.map((node) => node.id));
  const edges = doc.edges.filter((edge) => copied.has(edge.source) && copied.has(edge.target));
  return { nodes, edges, stickies: boardOf(doc).stickies.filter((sticky) => nodeIds.has(sticky.id)) };
}

export function isEmpty({ nodes, stickies = [] }: Fragment): boolean {
  return nodes.length + stickies.length === 0;
}

/** The ids `paste` will give, in the fragment's order: what to select afterwards. */
export function pastedIds(doc: FlowDocument, fragment: Fragment): string[] {
  const first = Number(nextNodeId(doc).slice(1));
  return [...fragment.nodes.map((_, i) => `n${first + i}`), ...stickyIds(doc, fragment)];
}

function stickyIds(doc: FlowDocument, { stickies = [] }: Fragment): string[] {
  const first = Number(nextBoardId(doc, "s").slice(1));
  return stickies.map((_, i) => `s${first + i}`);
}

export function paste(doc: FlowDocument, { fragment, offset }: Paste): FlowDocument {
  if (isEmpty(fragment)) return doc;
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
  const pasted = withEdges({ ...doc, nodes: [...doc.nodes, ...nodes] }, [...doc.edges, ...edges]);
  return withStickies(pasted, { fragment, offset });
}

function withStickies(doc: FlowDocument, { fragment, offset }: Paste): FlowDocument {
  const { stickies = [] } = fragment;
  if (stickies.length === 0) return doc;
  const ids = stickyIds(doc, fragment);
  const pasted = stickies.map((sticky, i) => ({
    ...sticky,
    id: ids[i] ?? sticky.id,
    position: { x: sticky.position.x + offset.x, y: sticky.position.y + offset.y },
  }));
  return withBoard(doc, { stickies: [...boardOf(doc).stickies, ...pasted] });
}
