/** Names for new nodes, edges and options: counted up, and never one that was used before. */
import type { NodeEnvelope } from "@hilo/flow-engine";
import type { FlowDocument } from "./flow-document.ts";

/** `n1`, `n2`, …: `nodesUsed` remembers deleted ones, so that traces of old versions never name a new node. */
export function nextNodeId(doc: FlowDocument): string {
  return `n${nodesUsed(doc)}`;
}

export function nextEdgeId(doc: FlowDocument): string {
  return `e${afterHighest(
    doc.edges.map((edge) => edge.id),
    /^e(\d+)$/,
  )}`;
}

/** The number for a node's next option, row or case (`opt-3`, `item-3`, `case-3`). */
export function nextOptionNumber(node: NodeEnvelope): number {
  return Math.max(remembered(node.optionsUsed), afterHighest(idsWithin(node.data), /-(\d+)$/));
}

/** The lowest number that no node has or had. */
export function nodesUsed(doc: FlowDocument): number {
  const now = afterHighest(
    doc.nodes.map((node) => node.id),
    /^n(\d+)$/,
  );
  return Math.max(remembered(doc.nodesUsed), now, 1);
}

function remembered(value: unknown): number {
  return typeof value === "number" && Number.isInteger(value) && value > 0 ? value : 0;
}

function afterHighest(ids: readonly string[], pattern: RegExp): number {
  let next = 0;
  for (const id of ids) {
    const digits = pattern.exec(id)?.[1];
    // Longer numbers are somebody's own names, not ours; counting on from them would lose precision.
    if (digits && digits.length < 10) next = Math.max(next, Number(digits) + 1);
  }
  return next;
}

/** Every `id` in lists of the data, at any depth: options, rows of sections, cases. */
export function idsWithin(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsWithin);
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === "id" && typeof inner === "string" ? [inner] : idsWithin(inner),
  );
}
