/** The selected step, or else the one where the simulator's session stands, is to be seen: the canvas moves just enough. */
import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { useFlow } from "./flow-context.tsx";
import { moving } from "./view-moves.ts";

/** Room between a card and the canvas' edge. */
const MARGIN = 28;

export function useKeepInView() {
  const watched = useFlow(({ selection, lit }) => {
    const [first] = selection.nodes;
    if (first === undefined) return lit.at ?? undefined;
    return selection.nodes.size === 1 ? first : undefined;
  });
  // The form takes its place from the canvas: its width is what changes after a selection.
  const width = useStore((state) => state.width);
  const measured = useStore(
    (state) => watched !== undefined && state.nodeLookup.get(watched)?.measured.width !== undefined,
  );
  const { getInternalNode, setViewport } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    if (watched === undefined || !measured || width === 0) return;
    const { transform, height } = store.getState();
    const [x, y, zoom] = transform;
    const node = getInternalNode(watched);
    if (!node) return;
    const { positionAbsolute } = node.internals;
    const left = positionAbsolute.x * zoom + x;
    const top = positionAbsolute.y * zoom + y;
    const dx = shift(left, (node.measured.width ?? 0) * zoom, width);
    const dy = shift(top, (node.measured.height ?? 0) * zoom, height);
    if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, { duration: moving(220) });
  }, [watched, measured, width, getInternalNode, setViewport, store]);
}

/** How far a span has to move to lie inside; its beginning counts more than its end. */
export function shift(start: number, length: number, room: number): number {
  const end = start + length;
  if (start < MARGIN) return MARGIN - start;
  if (end > room - MARGIN) return Math.max(room - MARGIN - end, MARGIN - start);
  return 0;
}
