/** Drawing connections: which may be drawn, and what becomes of them. */
import type { Connection, Edge } from "@xyflow/react";
import { useMemo, useState } from "react";
import { type Connect, canConnect } from "../document/commands/connect.ts";
import { useFlowStore } from "./flow-context.tsx";

export function useConnecting() {
  const store = useFlowStore();
  /** While one is drawn, whole cards take it. */
  const [connecting, setConnecting] = useState(false);
  const handlers = useMemo(() => {
    const connect = (connection: Connection | Edge) =>
      store.getState().run({ type: "connect", args: linkOf(connection) });
    return {
      onConnect: connect,
      isValidConnection: (connection: Connection | Edge) =>
        canConnect(store.getState().history.present, linkOf(connection)),
      onConnectStart: () => setConnecting(true),
      onReconnectStart: () => setConnecting(true),
      onReconnectEnd: () => setConnecting(false),
      onReconnect: (old: Edge, next: Connection) => {
        // The beginning of an edge is its port: only its end can be carried elsewhere.
        if (old.source === next.source && old.target !== next.target)
          connect({ ...next, sourceHandle: old.sourceHandle ?? null });
      },
    };
  }, [store]);
  return { connecting, stop: () => setConnecting(false), handlers };
}

function linkOf({ source, sourceHandle, target }: Connection | Edge): Connect {
  return { source, port: sourceHandle ?? "next", target };
}
