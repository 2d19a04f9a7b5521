/** Where a new step goes, and which way out leads to it. */
import type { FlowDocument } from "../document/flow-document.ts";
import { findNode, portOf } from "../document/flow-document.ts";
import type { Size } from "../document/lay-out.ts";
import { ports } from "../document/ports.ts";

interface Point {
  x: number;
  y: number;
}

/** A card before it is drawn. */
const CARD: Size = { width: 272, height: 130 };
/** From card to card, so that edges have room to bend. */
const GAP = { x: 110, y: 36 };

/** The first way out of a step that leads nowhere yet; the quiet ones are not meant. */
export function freePort(doc: FlowDocument, nodeId: string): string | undefined {
  const node = findNode(doc, nodeId);
  if (!node) return undefined;
  const taken = new Set(doc.edges.filter((edge) => edge.source === nodeId).map((edge) => portOf(edge)));
  const own = ports(node).filter((port) => !port.optional || port.id === "no" || port.id === "else");
  return own.find((port) => !taken.has(port.id))?.id;
}

/** To the right of a step, below whatever is there already. */
export function placeAfter(doc: FlowDocument, nodeId: string, sizes: ReadonlyMap<string, Size>): Point {
  const position = findNode(doc, nodeId)?.position ?? { x: 0, y: 0 };
  const width = sizes.get(nodeId)?.width ?? CARD.width;
  return freePlace(doc, { x: position.x + width + GAP.x, y: position.y }, sizes);
}

/** The place wished for, or the next one below it where no card lies. */
export function freePlace(doc: FlowDocument, wish: Point, sizes: ReadonlyMap<string, Size>): Point {
  const cards = doc.nodes.flatMap(({ id, position }) =>
    position ? [{ ...position, ...(sizes.get(id) ?? CARD) }] : [],
  );
  let { y } = wish;
  for (let tries = 0; tries <= cards.length; tries++) {
    const hit = cards.find((card) => overlaps({ x: wish.x, y }, card));
    if (!hit) break;
    y = hit.y + hit.height + GAP.y;
  }
  return { x: wish.x, y };
}

function overlaps(place: Point, card: Point & Size): boolean {
  return (
    place.x < card.x + card.width &&
    place.x + CARD.width > card.x &&
    place.y < card.y + card.height &&
    place.y + CARD.height > card.y
  );
}
