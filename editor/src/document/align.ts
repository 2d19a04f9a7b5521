/** New places for several cards: lined up by an edge or a middle, or spread evenly. */
import type { FlowDocument } from "./flow-document.ts";
import type { Positions, Size } from "./lay-out.ts";

export const ALIGNMENTS = ["left", "center", "right", "top", "middle", "bottom", "across", "down"] as const;
/** `across` and `down` spread the cards with even gaps between the outermost two. */
export type Alignment = (typeof ALIGNMENTS)[number];

interface Span {
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A card that was never measured. */
const CARD: Size = { width: 272, height: 130 };

/** Places of the cards that are named; nothing for fewer than two. */
export function aligned(
  doc: FlowDocument,
  nodeIds: ReadonlySet<string>,
  sizes: ReadonlyMap<string, Size>,
  how: Alignment,
): Positions {
  const cards: Span[] = doc.nodes.flatMap(({ id, position }) =>
    nodeIds.has(id) && position ? [{ id, ...position, ...(sizes.get(id) ?? CARD) }] : [],
  );
  if (cards.length < 2) return {};
  if (how === "across" || how === "down") return spread(cards, how === "across" ? "x" : "y");
  return Object.fromEntries(cards.map((card) => [card.id, placed(card, cards, how)]));
}

function placed(card: Span, cards: readonly Span[], how: Exclude<Alignment, "across" | "down">) {
  const left = Math.min(...cards.map(({ x }) => x));
  const right = Math.max(...cards.map(({ x, width }) => x + width));
  const top = Math.min(...cards.map(({ y }) => y));
  const bottom = Math.max(...cards.map(({ y, height }) => y + height));
  const { x, y, width, height } = card;
  switch (how) {
    case "left":
      return { x: left, y };
    case "center":
      return { x: (left + right - width) / 2, y };
    case "right":
      return { x: right - width, y };
    case "top":
      return { x, y: top };
    case "middle":
      return { x, y: (top + bottom - height) / 2 };
    case "bottom":
      return { x, y: bottom - height };
  }
}

function spread(cards: readonly Span[], axis: "x" | "y"): Positions {
  const length = axis === "x" ? "width" : "height";
  const sorted = [...cards].sort((a, b) => a[axis] - b[axis]);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last) return {};
  const room = last[axis] + last[length] - first[axis];
  const gap = (room - sorted.reduce((sum, card) => sum + card[length], 0)) / (sorted.length - 1);
  let at = first[axis];
  const places = sorted.map((card) => {
    const place = { x: card.x, y: card.y, [axis]: at };
    at += card[length] + gap;
    return [card.id, { x: place.x, y: place.y }] as const;
  });
  return Object.fromEntries(places);
}
