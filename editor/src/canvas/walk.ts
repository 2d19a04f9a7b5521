/** From card to card by the arrow keys: along the edges to the right and left, else to what lies that way. */
import { type FlowDocument, findNode, portOf } from "../document/flow-document.ts";
import { ports } from "../document/ports.ts";

export type Direction = "left" | "right" | "up" | "down";

/** The step to go to; undefined when there is none that way. Without a step to go from: the start. */
export function walk(doc: FlowDocument, from: string | undefined, direction: Direction): string | undefined {
  if (from === undefined || !findNode(doc, from)) return doc.nodes.find(({ type }) => type === "start")?.id;
  if (direction === "right") return alongEdge(doc, from) ?? nearest(doc, from, direction);
  if (direction === "left") return againstEdge(doc, from) ?? nearest(doc, from, direction);
  return nearest(doc, from, direction);
}

/** Where its first connected way out leads. */
function alongEdge(doc: FlowDocument, from: string): string | undefined {
  const node = findNode(doc, from);
  const edges = doc.edges.filter((edge) => edge.source === from && edge.target !== from);
  const order = node ? ports(node).map(({ id }) => id) : [];
  return edges.sort((a, b) => order.indexOf(portOf(a)) - order.indexOf(portOf(b)))[0]?.target;
}

/** The nearest step that leads here. */
function againstEdge(doc: FlowDocument, from: string): string | undefined {
  const here = place(doc, from);
  const sources = new Set(doc.edges.filter(({ target }) => target === from).map(({ source }) => source));
  sources.delete(from);
  return closest([...sources].map((id) => ({ id, distance: far(here, place(doc, id)) })));
}

function nearest(doc: FlowDocument, from: string, direction: Direction): string | undefined {
  const here = place(doc, from);
  const sideways = direction === "up" || direction === "down";
  const sign = direction === "left" || direction === "up" ? -1 : 1;
  const ahead = doc.nodes.flatMap(({ id }) => {
    const there = place(doc, id);
    const along = sign * (sideways ? there.y - here.y : there.x - here.x);
    const aside = Math.abs(sideways ? there.x - here.x : there.y - here.y);
    // What lies far to the side is not that way.
    return id !== from && along > 0 ? [{ id, distance: along + 2 * aside }] : [];
  });
  return closest(ahead);
}

function closest(found: { id: string; distance: number }[]): string | undefined {
  return found.sort((a, b) => a.distance - b.distance)[0]?.id;
}

function place(doc: FlowDocument, id: string) {
  return findNode(doc, id)?.position ?? { x: 0, y: 0 };
}

function far(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
