/** Puts nodes elsewhere on the canvas. */
import type { FlowDocument } from "../flow-document.ts";

export interface MoveNodes {
  /** New place by node id; canvas units, whole numbers are kept. */
  positions: Readonly<Record<string, { x: number; y: number }>>;
}

export function moveNodes(doc: FlowDocument, { positions }: MoveNodes): FlowDocument {
  let moved = false;
  const nodes = doc.nodes.map((node) => {
    const to = Object.hasOwn(positions, node.id) ? positions[node.id] : undefined;
    if (!to) return node;
    const position = { x: Math.round(to.x), y: Math.round(to.y) };
    if (node.position?.x === position.x && node.position.y === position.y) return node;
    moved = true;
    return { ...node, position };
  });
  return moved ? { ...doc, nodes } : doc;
}
