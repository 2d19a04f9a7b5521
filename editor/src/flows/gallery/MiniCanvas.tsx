/** A flow drawn small: where its steps stand and how they hang together. */
import type { Flow } from "@hilo/flow-engine";
import { useQuery } from "@tanstack/react-query";
import { openDocument } from "../../document/flow-document.ts";
import { placeMissing } from "../../document/lay-out.ts";
import styles from "./gallery.module.css";

/** A card as wide and as high as most are on the canvas. */
const CARD = { width: 272, height: 120 };
const MARGIN = 60;

interface MiniCanvasProps {
  id: string;
  flow: Flow;
}

export function MiniCanvas({ id, flow }: MiniCanvasProps) {
  const placed = useQuery({
    queryKey: ["mini-canvas", id],
    queryFn: () => placeMissing(openDocument(flow)),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  }).data;
  if (!placed) return <div className={styles.map} aria-hidden />;
  const places = new Map(placed.nodes.map((node) => [node.id, node.position ?? { x: 0, y: 0 }]));
  const xs = [...places.values()].map(({ x }) => x);
  const ys = [...places.values()].map(({ y }) => y);
  const [left, top] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  const width = Math.max(...xs) + CARD.width + MARGIN - left;
  const height = Math.max(...ys) + CARD.height + MARGIN - top;
  return (
    <svg className={styles.map} viewBox={`${left} ${top} ${width} ${height}`} aria-hidden>
      {placed.edges.map(({ id: edge, source, target }) => (
        <path key={edge} d={curve(places.get(source), places.get(target))} />
      ))}
      {placed.nodes.map(({ id: node }) => (
        <rect key={node} {...places.get(node)} {...CARD} rx={26} />
      ))}
    </svg>
  );
}

interface Point {
  x: number;
  y: number;
}

function curve(from: Point = { x: 0, y: 0 }, to: Point = { x: 0, y: 0 }): string {
  const [x1, y1] = [from.x + CARD.width, from.y + CARD.height / 2];
  const [x2, y2] = [to.x, to.y + CARD.height / 2];
  const bend = Math.max(60, Math.abs(x2 - x1) / 2);
  return `M${x1} ${y1} C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}
