/** Puts nodes and sticky notes elsewhere on the canvas. */
import { boardOf, withBoard } from "../board.ts";
import type { FlowDocument } from "../flow-document.ts";

export interface MoveNodes {
  /** New place by id of a node or sticky note; canvas units, whole numbers are kept. */
  positions: Readonly<Record<string, { x: number; y: number }>>;
}

export function moveNodes(doc: FlowDocument, { positions }: MoveNodes): FlowDocument {
  const nodes = moved(doc.nodes, positions);
  const board = boardOf(doc);
  const stickies = moved(board.stickies, positions);
  const next = nodes === doc.nodes ? doc : { ...doc, nodes };
  return stickies === board.stickies ? next : withBoard(next, { stickies });
}

interface Placed {
  id: string;
  position?: { x: number; y: number } | undefined;
}

/** The same array when nothing has to go elsewhere. */
function moved<T extends Placed>(items: T[], positions: MoveNodes["positions"]): T[] {
  let any = false;
  const next = items.map((item) => {
    const to = Object.hasOwn(positions, item.id) ? positions[item.id] : undefined;
    if (!to) return item;
    const position = { x: Math.round(to.x), y: Math.round(to.y) };
    if (item.position?.x === position.x && item.position.y === position.y) return item;
    any = true;
    return { ...item, position };
  });
  return any ? next : items;
}
