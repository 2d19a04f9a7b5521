/** React Flow's arrays, derived from the document: never the truth, and the same objects as long as nothing changed. */
import type { NodeEnvelope } from "@hilo/flow-engine";
import { type Edge as CanvasEdge, type Node as CanvasNode, Position } from "@xyflow/react";
import { type FlowDocument, portOf } from "../document/flow-document.ts";
import type { Selection } from "../document/flow-store.ts";
import { guessedSize, type Size } from "../document/lay-out.ts";
import { type LitPath, litPort } from "../document/lit-path.ts";
import { ports } from "../document/ports.ts";

export type StepNode = CanvasNode<{ envelope: NodeEnvelope }, "step">;
export type StepEdge = CanvasEdge<{ lit: boolean }, "step">;

/** What only the canvas knows: measured cards, and places of a drag under way. */
export interface CanvasView {
  sizes: ReadonlyMap<string, Size>;
  dragged: ReadonlyMap<string, { x: number; y: number }>;
  /** Sizes of notes while they are being resized. */
  resized: ReadonlyMap<string, Size>;
}

/** Handle of the one way in. */
export const IN_HANDLE = "in";

/** Remembers the nodes it made, so that React Flow renders only those that changed. */
export function createNodeDeriver() {
  let made = new Map<string, StepNode>();
  return (doc: FlowDocument, selection: Selection, view: CanvasView): StepNode[] => {
    const guess = doc.nodes.length > MEASURED_AT_ONCE;
    const next = new Map<string, StepNode>();
    for (const envelope of doc.nodes) {
      const fresh = stepNode(envelope, selection.nodes.has(envelope.id), view, guess);
      const old = made.get(envelope.id);
      next.set(envelope.id, old && sameNode(old, fresh) ? old : fresh);
    }
    made = next;
    return [...next.values()];
  };
}

/** React Flow draws every card once to measure it; of more than this only those that are seen. */
const MEASURED_AT_ONCE = 150;

function stepNode(envelope: NodeEnvelope, selected: boolean, view: CanvasView, guess: boolean): StepNode {
  const measured = view.sizes.get(envelope.id);
  const dragged = view.dragged.get(envelope.id);
  return {
    id: envelope.id,
    type: "step",
    position: dragged ?? envelope.position ?? { x: 0, y: 0 },
    data: { envelope },
    selected,
    dragging: dragged !== undefined,
    ...(measured ? { measured } : guess && guessedCard(envelope)),
  };
}

/** Measures of a card that was never seen, until it is: no real card has half a pixel, so that its own always replace them. */
function guessedCard(envelope: NodeEnvelope): Pick<StepNode, "measured" | "handles"> {
  const { width, height } = guessedSize(envelope);
  const target = { id: IN_HANDLE, type: "target" as const, position: Position.Left, x: -6, y: 26 };
  const sources = ports(envelope).map(({ id }, i, { length }) => ({
    id,
    type: "source" as const,
    position: Position.Right,
    x: width,
    y: length === 1 ? 26 : height - (length - i) * 36,
  }));
  return { measured: { width, height: height + 0.5 }, handles: [target, ...sources] };
}

function sameNode(a: StepNode, b: StepNode): boolean {
  return (
    a.data.envelope === b.data.envelope &&
    a.selected === b.selected &&
    a.dragging === b.dragging &&
    (a.measured === b.measured || (a.handles !== undefined && b.handles !== undefined)) &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y
  );
}

export function createEdgeDeriver() {
  let made = new Map<string, StepEdge>();
  return (doc: FlowDocument, selection: Selection, lit: LitPath): StepEdge[] => {
    const next = new Map<string, StepEdge>();
    for (const edge of doc.edges) {
      const fresh: StepEdge = {
        id: edge.id,
        type: "step",
        source: edge.source,
        sourceHandle: portOf(edge),
        target: edge.target,
        targetHandle: IN_HANDLE,
        selected: selection.edges.has(edge.id),
        data: { lit: lit.ports.has(litPort(edge.source, portOf(edge))) && lit.nodes.has(edge.target) },
      };
      const old = made.get(edge.id);
      next.set(edge.id, old && sameEdge(old, fresh) ? old : fresh);
    }
    made = next;
    return [...next.values()];
  };
}

function sameEdge(a: StepEdge, b: StepEdge): boolean {
  return (
    a.source === b.source &&
    a.sourceHandle === b.sourceHandle &&
    a.target === b.target &&
    a.selected === b.selected &&
    a.data?.lit === b.data?.lit
  );
}
