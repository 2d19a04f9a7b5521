/** What of a flow is seen when it opens: all of it, or its beginning when all of it would be too small to read. */
import { getViewportForBounds, useNodesInitialized, useReactFlow, useStoreApi } from "@xyflow/react";
import { useEffect, useRef } from "react";

/** Texts on cards can still be read. */
const READABLE = 0.55;
const BEGINNING_ZOOM = 0.85;
const PADDING = 0.12;

export function useFirstView() {
  const ready = useNodesInitialized();
  const seen = useRef(false);
  const { getNodes, getNodesBounds, setViewport } = useReactFlow();
  const store = useStoreApi();
  useEffect(() => {
    if (!ready || seen.current) return;
    seen.current = true;
    const { width, height } = store.getState();
    const nodes = getNodes();
    const all = getViewportForBounds(getNodesBounds(nodes), width, height, 0.1, 1, PADDING);
    const start = nodes.find((node) => node.id === "start") ?? nodes[0];
    if (all.zoom >= READABLE || !start) {
      void setViewport(all);
      return;
    }
    const zoom = BEGINNING_ZOOM;
    const x = Math.min(70, width * 0.06) - start.position.x * zoom;
    void setViewport({ zoom, x, y: height / 2 - (start.position.y + 60) * zoom });
  }, [ready, getNodes, getNodesBounds, setViewport, store]);
}
