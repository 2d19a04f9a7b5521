/** Sticky notes: put on the canvas, written on, coloured, resized. Moving and deleting is as for steps. */
import { boardOf, nextBoardId, STICKY_TEXT_MAX, type Sticky, withBoard } from "../board.ts";
import type { FlowDocument } from "../flow-document.ts";

export interface AddSticky {
  position: { x: number; y: number };
  text?: string;
}

export function addSticky(doc: FlowDocument, { position, text = "" }: AddSticky): FlowDocument {
  const place = { x: Math.round(position.x), y: Math.round(position.y) };
  const sticky: Sticky = {
    id: nextBoardId(doc, "s"),
    text: text.slice(0, STICKY_TEXT_MAX),
    color: "honey",
    position: place,
    width: 200,
    height: 120,
  };
  return withBoard(doc, { stickies: [...boardOf(doc).stickies, sticky] });
}

export interface EditSticky {
  id: string;
  change: Partial<Pick<Sticky, "text" | "color" | "width" | "height" | "position">>;
}

export function editSticky(doc: FlowDocument, { id, change }: EditSticky): FlowDocument {
  const { stickies } = boardOf(doc);
  if (!stickies.some((sticky) => sticky.id === id)) return doc;
  const text = change.text === undefined ? {} : { text: change.text.slice(0, STICKY_TEXT_MAX) };
  return withBoard(doc, {
    stickies: stickies.map((sticky) => (sticky.id === id ? { ...sticky, ...change, ...text } : sticky)),
  });
}
