/** Joins the document with what only the canvas knows, and turns React Flow's changes into commands. */
import type { EdgeChange, NodeChange } from "@xyflow/react";
import { useMemo, useState } from "react";
import type { FlowStore } from "../document/flow-store.ts";
import {
  type CanvasView,
  createEdgeDeriver,
  createNodeDeriver,
  type StepEdge,
  type StepNode,
} from "./derive.ts";
import { useFlow, useFlowStore } from "./flow-context.tsx";

export function useCanvasNodes() {
  const store = useFlowStore();
  const doc = useFlow((state) => state.history.present);
  const selection = useFlow((state) => state.selection);
  const lit = useFlow((state) => state.lit);
  const [view, setView] = useState<CanvasView>({ sizes: new Map(), dragged: new Map() });
  const deriveNodes = useMemo(createNodeDeriver, []);
  const deriveEdges = useMemo(createEdgeDeriver, []);
  const nodes = useMemo(() => deriveNodes(doc, selection, view), [deriveNodes, doc, selection, view]);
  const edges = useMemo(() => deriveEdges(doc, selection, lit), [deriveEdges, doc, selection, lit]);
  return {
    nodes,
    edges,
    sizes: view.sizes,
    onNodesChange: (changes: NodeChange<StepNode>[]) => {
      setView((old) => viewAfter(old, changes));
      select(store, "nodes", changes);
      drop(store, changes);
    },
    onEdgesChange: (changes: EdgeChange<StepEdge>[]) => select(store, "edges", changes),
  };
}

function viewAfter(view: CanvasView, changes: readonly NodeChange<StepNode>[]): CanvasView {
  const sized = changes.filter((change) => change.type === "dimensions");
  const moved = changes.filter((change) => change.type === "position");
  if (sized.length + moved.length === 0) return view;
  const sizes = new Map(view.sizes);
  for (const { id, dimensions } of sized) if (dimensions) sizes.set(id, dimensions);
  const dragged = new Map(view.dragged);
  for (const { id, dragging, position } of moved) {
    if (dragging && position) dragged.set(id, position);
    else dragged.delete(id);
  }
  return { sizes, dragged };
}

/** A drag that ended, or a move by the arrow keys, becomes one command. */
function drop(store: FlowStore, changes: readonly NodeChange<StepNode>[]) {
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
  changes: readonly (NodeChange<StepNode> | EdgeChange<StepEdge>)[],
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
