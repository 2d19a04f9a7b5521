/** Joins the document with what only the canvas knows, and turns React Flow's changes into commands. */
import type { EdgeChange, NodeChange } from "@xyflow/react";
import { useMemo, useState } from "react";
import { boardOf } from "../document/board.ts";
import type { FlowStore } from "../document/flow-store.ts";
import type { Positions } from "../document/lay-out.ts";
import {
  type CanvasView,
  createEdgeDeriver,
  createNodeDeriver,
  type StepEdge,
  type StepNode,
} from "./derive.ts";
import { type BoardNode, deriveBoard, FRAME_INSET } from "./derive-board.ts";
import { useFlow, useFlowStore } from "./flow-context.tsx";

export type FlowNode = StepNode | BoardNode;

const UNTOUCHED: CanvasView = { sizes: new Map(), dragged: new Map(), resized: new Map() };

/** @param proposed places that were not accepted yet: shown, not kept */
export function useCanvasNodes(proposed: Positions | null) {
  const store = useFlowStore();
  const doc = useFlow((state) => state.history.present);
  const selection = useFlow((state) => state.selection);
  const lit = useFlow((state) => state.lit);
  const [own, setView] = useState(UNTOUCHED);
  const view = useMemo(
    () => (proposed === null ? own : { ...own, dragged: new Map(Object.entries(proposed)) }),
    [own, proposed],
  );
  const deriveNodes = useMemo(createNodeDeriver, []);
  const deriveEdges = useMemo(createEdgeDeriver, []);
  const steps = useMemo(() => deriveNodes(doc, selection, view), [deriveNodes, doc, selection, view]);
  const board = useMemo(() => deriveBoard(doc, steps, selection, view), [doc, steps, selection, view]);
  const nodes = useMemo<FlowNode[]>(() => [...board, ...steps], [board, steps]);
  const edges = useMemo(() => deriveEdges(doc, selection, lit), [deriveEdges, doc, selection, lit]);
  return {
    nodes,
    edges,
    sizes: own.sizes,
    onNodesChange: (changes: NodeChange<FlowNode>[]) => {
      const carried = carryGroups(changes, store);
      setView((old) => viewAfter(old, carried));
      select(store, "nodes", carried);
      drop(store, carried);
    },
    onEdgesChange: (changes: EdgeChange<StepEdge>[]) => select(store, "edges", changes),
  };
}

/** A frame that is dragged carries its steps: its own place is only ever where they are. */
function carryGroups(changes: NodeChange<FlowNode>[], store: FlowStore): NodeChange<FlowNode>[] {
  const doc = store.getState().history.present;
  const groups = new Map(boardOf(doc).groups.map((group) => [group.id, new Set(group.nodeIds)]));
  if (groups.size === 0) return changes;
  return changes.flatMap((change): NodeChange<FlowNode>[] => {
    const members = change.type === "position" ? groups.get(change.id) : undefined;
    if (change.type !== "position" || !members) return [change];
    const cards = doc.nodes.flatMap(({ id, position }) =>
      position && members.has(id) ? [{ id, ...position }] : [],
    );
    if (!change.position || cards.length === 0) return [];
    const dx = change.position.x + FRAME_INSET.x - Math.min(...cards.map(({ x }) => x));
    const dy = change.position.y + FRAME_INSET.y - Math.min(...cards.map(({ y }) => y));
    return cards.map(({ id, x, y }) => ({
      id,
      type: "position" as const,
      dragging: change.dragging ?? false,
      position: { x: x + dx, y: y + dy },
    }));
  });
}

function viewAfter(view: CanvasView, changes: readonly NodeChange<FlowNode>[]): CanvasView {
  const sized = changes.filter((change) => change.type === "dimensions");
  const moved = changes.filter((change) => change.type === "position");
  if (sized.length + moved.length === 0) return view;
  const sizes = new Map(view.sizes);
  const resized = new Map(view.resized);
  for (const { id, dimensions, resizing } of sized) {
    if (dimensions) sizes.set(id, dimensions);
    if (dimensions && resizing === true) resized.set(id, dimensions);
    if (resizing === false) resized.delete(id);
  }
  const dragged = new Map(view.dragged);
  for (const { id, dragging, position } of moved) {
    if (dragging && position) dragged.set(id, position);
    else dragged.delete(id);
  }
  return { sizes, dragged, resized };
}

/** A drag that ended, or a move by the arrow keys, becomes one command. */
function drop(store: FlowStore, changes: readonly NodeChange<FlowNode>[]) {
  const ended = changes.flatMap((change) =>
    change.type === "position" && !change.dragging && change.position
      ? [[change.id, change.position] as const]
      : [],
  );
  if (ended.length > 0)
    store.getState().run({ type: "move-nodes", args: { positions: Object.fromEntries(ended) } });
}

function select(
  store: FlowStore,
  what: "nodes" | "edges",
  changes: readonly (NodeChange<FlowNode> | EdgeChange<StepEdge>)[],
) {
  const { selection, select: apply } = store.getState();
  const chosen = new Set(selection[what]);
  let changed = false;
  for (const change of changes) {
    if (change.type !== "select" || chosen.has(change.id) === change.selected) continue;
    changed = true;
    if (change.selected) chosen.add(change.id);
    else chosen.delete(change.id);
  }
  if (!changed) return;
  if (what === "nodes") apply(chosen, selection.edges);
  else apply(selection.nodes, chosen);
}
