/** A step that is selected and its form opened beside the canvas must still be seen: the canvas moves just enough. */
import { useReactFlow, useStore, useStoreApi } from "@xyflow/react";
import { useEffect } from "react";
import { useFlow } from "./flow-context.tsx";

/** Room between a card and the canvas' edge. */
const MARGIN = 28;

export function useKeepInView() {
  const selected = useFlow((state) => {
    const [first] = state.selection.nodes;
    return state.selection.nodes.size === 1 ? first : undefined;
  });
  // The form takes its place from the canvas: its width is what changes after a selection.
  const width = useStore((state) => state.width);
  const measured = useStore(
    (state) => selected !== undefined && state.nodeLookup.get(selected)?.measured.width !== undefined,
  );
  const { getInternalNode, setViewport } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    if (selected === undefined || !measured || width === 0) return;
    const { transform, height } = store.getState();
    const [x, y, zoom] = transform;
    const node = getInternalNode(selected);
    if (!node) return;
    const { positionAbsolute } = node.internals;
    const left = positionAbsolute.x * zoom + x;
    const top = positionAbsolute.y * zoom + y;
    const dx = shift(left, (node.measured.width ?? 0) * zoom, width);
    const dy = shift(top, (node.measured.height ?? 0) * zoom, height);
    if (dx !== 0 || dy !== 0) void setViewport({ x: x + dx, y: y + dy, zoom }, { duration: 220 });
  }, [selected, measured, width, getInternalNode, setViewport, store]);
}

/** How far a span has to move to lie inside; its beginning counts more than its end. */
export function shift(start: number, length: number, room: number): number {
  const end = start + length;
  if (start < MARGIN) return MARGIN - start;
  if (end > room - MARGIN) return Math.max(room - MARGIN - end, MARGIN - start);
  return 0;
}
