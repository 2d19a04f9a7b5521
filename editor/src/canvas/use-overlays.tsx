/** What opens over the canvas by key or command: the search, leading to a step, the sheet of shortcuts, the pickers. */
import { spotlight } from "@mantine/spotlight";
import { type ReactNode, type RefObject, useState } from "react";
import type { CanvasTools } from "./actions.ts";
import { ConnectByKeys } from "./ConnectByKeys.tsx";
import type { ScreenPoint } from "./canvas-context.ts";
import { FindInFlow } from "./FindInFlow.tsx";
import { useFlowStore } from "./flow-context.tsx";
import { ShortcutSheet } from "./ShortcutSheet.tsx";
import type { useAdding } from "./use-adding.ts";

type Overlay = { kind: "search" } | { kind: "shortcuts" } | { kind: "connect"; nodeId: string };

export function useOverlays(
  adding: ReturnType<typeof useAdding>,
  pointer: RefObject<ScreenPoint | null>,
): { open: CanvasTools["open"]; shown: ReactNode } {
  const store = useFlowStore();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const close = () => setOverlay(null);
  const open: CanvasTools["open"] = (what) => {
    const [nodeId] = store.getState().selection.nodes;
    if (what === "palette") spotlight.open();
    else if (what === "add") adding.openAt(pointer.current);
    else if (what === "search" || what === "shortcuts") setOverlay({ kind: what });
    else if (nodeId === undefined) return;
    else if (what === "connect") setOverlay({ kind: "connect", nodeId });
    else adding.actions.openReplacePicker(placeOfCard(nodeId), nodeId);
  };
  const shown = (
    <>
      {overlay?.kind === "search" && <FindInFlow onClose={close} />}
      {overlay?.kind === "connect" && (
        <ConnectByKeys key={overlay.nodeId} nodeId={overlay.nodeId} onClose={close} />
      )}
      <ShortcutSheet opened={overlay?.kind === "shortcuts"} onClose={close} />
    </>
  );
  return { open, shown };
}

function placeOfCard(nodeId: string): ScreenPoint {
  const card = document.querySelector(`.react-flow__node[data-id="${CSS.escape(nodeId)}"]`);
  const box = card?.getBoundingClientRect();
  return box ? { x: box.left, y: box.top } : { x: window.innerWidth / 2, y: window.innerHeight / 3 };
}
