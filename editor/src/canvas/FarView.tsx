/** A large flow from afar: blocks and lines on one picture, which moves as fast as it is dragged. */
import { useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { nodeUi } from "../nodes/index.ts";
import type { Traffic } from "../traffic/step-traffic.ts";
import { countWords } from "../traffic/traffic-words.ts";
import classes from "./Canvas.module.css";
import type { StepEdge } from "./derive.ts";
import { useFlow } from "./flow-context.tsx";
import type { FlowNode } from "./use-canvas-nodes.ts";

interface FarViewProps {
  nodes: readonly FlowNode[];
  edges: readonly StepEdge[];
}

export function FarView({ nodes, edges }: FarViewProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const store = useStoreApi();
  const traffic = useFlow((state) => state.traffic);
  useEffect(() => {
    let frame = 0;
    const draw = () => {
      frame = 0;
      const element = canvas.current;
      const context = element?.getContext("2d");
      if (!element || !context) return;
      const { width, height, transform } = store.getState();
      const ratio = window.devicePixelRatio || 1;
      if (element.width !== width * ratio) element.width = width * ratio;
      if (element.height !== height * ratio) element.height = height * ratio;
      const [x, y, zoom] = transform;
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.clearRect(0, 0, element.width, element.height);
      context.setTransform(zoom * ratio, 0, 0, zoom * ratio, x * ratio, y * ratio);
      const style = getComputedStyle(element);
      paint(context, nodes, edges, style);
      if (traffic) paintPeople(context, nodes, traffic, style);
    };
    const drawSoon = () => {
      frame ||= requestAnimationFrame(draw);
    };
    draw();
    const stop = store.subscribe((state, before) => {
      if (
        state.transform !== before.transform ||
        state.width !== before.width ||
        state.height !== before.height
      )
        drawSoon();
    });
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", drawSoon);
    return () => {
      stop();
      cancelAnimationFrame(frame);
      dark.removeEventListener("change", drawSoon);
    };
  }, [nodes, edges, traffic, store]);
  return <canvas ref={canvas} className={classes.far} aria-hidden />;
}

/** The step or note at a place of the flow, the uppermost first. */
export function nodeAt(nodes: readonly FlowNode[], at: { x: number; y: number }): string | undefined {
  const hit = nodes.findLast(({ type, position, measured }) => {
    const dx = at.x - position.x;
    const dy = at.y - position.y;
    return (
      type !== "frame" && dx >= 0 && dy >= 0 && dx <= (measured?.width ?? 0) && dy <= (measured?.height ?? 0)
    );
  });
  return hit?.id;
}

/** Corners of a card, in canvas units. */
const ROUND = 24;

function paint(
  context: CanvasRenderingContext2D,
  nodes: readonly FlowNode[],
  edges: readonly StepEdge[],
  style: CSSStyleDeclaration,
) {
  const color = (name: string) => style.getPropertyValue(`--hilo-${name}`);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  paintLines(context, edges, byId, color);
  for (const node of nodes) {
    const { width = 0, height = 0 } = node.measured ?? {};
    const isStep = node.type === "step";
    context.beginPath();
    context.roundRect(node.position.x, node.position.y, width, height, ROUND);
    context.globalAlpha = isStep ? 1 : 0.25;
    context.fillStyle = isStep ? color(nodeUi(node.data.envelope.type).group) : color("line-strong");
    context.fill();
    context.globalAlpha = 1;
    if (!node.selected) continue;
    context.lineWidth = ROUND;
    context.strokeStyle = color("accent");
    context.stroke();
  }
}

/** Of a disc with how many are there, in canvas units. */
const DISC = 64;

function paintPeople(
  context: CanvasRenderingContext2D,
  nodes: readonly FlowNode[],
  traffic: Traffic,
  style: CSSStyleDeclaration,
) {
  context.font = `600 ${DISC}px ${style.fontFamily}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  for (const { id, position, measured } of nodes) {
    const live = traffic.get(id)?.live ?? 0;
    if (live === 0) continue;
    const x = position.x + (measured?.width ?? 0);
    context.fillStyle = style.getPropertyValue("--hilo-accent");
    context.beginPath();
    context.arc(x, position.y, DISC, 0, 2 * Math.PI);
    context.fill();
    context.fillStyle = style.getPropertyValue("--hilo-surface");
    context.fillText(countWords(live), x, position.y);
  }
}

/** All lines are one stroke. */
function paintLines(
  context: CanvasRenderingContext2D,
  edges: readonly StepEdge[],
  byId: ReadonlyMap<string, FlowNode>,
  color: (name: string) => string,
) {
  context.beginPath();
  for (const edge of edges) {
    const from = byId.get(edge.source);
    const to = byId.get(edge.target);
    if (!from || !to) continue;
    const x = from.position.x + (from.measured?.width ?? 0);
    const y = from.position.y + (from.measured?.height ?? 0) / 2;
    const bend = Math.max(60, Math.abs(to.position.x - x) / 3);
    context.moveTo(x, y);
    context.bezierCurveTo(
      x + bend,
      y,
      to.position.x - bend,
      to.position.y + 30,
      to.position.x,
      to.position.y + 30,
    );
  }
  context.lineWidth = 6;
  context.strokeStyle = color("line-strong");
  context.stroke();
}
