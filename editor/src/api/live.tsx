/** The live connection for the pages under it: state, events, rooms. */
import type { ServerEventName, ServerEventPayload } from "@hilo/server/contract";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { createLiveCache, rereadEverything } from "./live-cache.ts";
import type { LiveEvent } from "./live-order.ts";
import { messagesQuery } from "./queries.ts";
import { LiveConnection, type LiveState } from "./socket.ts";

export type Presence = ServerEventPayload<"flow:presence">["people"][number];

interface Live {
  state: LiveState;
  /** Null until the page is mounted, and on pages without a connection. */
  connection: LiveConnection | null;
  listen: (listener: (live: LiveEvent) => void) => () => void;
}

const LiveContext = createContext<Live>({ state: "connecting", connection: null, listen: () => () => {} });

export function LiveProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [state, setState] = useState<LiveState>("connecting");
  const [connection, setConnection] = useState<LiveConnection | null>(null);
  const listeners = useRef(new Set<(live: LiveEvent) => void>()).current;

  useEffect(() => {
    const cache = createLiveCache(client);
    const opened = new LiveConnection({
      onEvent: (live) => {
        cache.apply(live);
        for (const listener of listeners) listener(live);
      },
      onReset: () => rereadEverything(client),
      onState: setState,
    });
    setConnection(opened);
    return () => {
      cache.stop();
      opened.close();
    };
  }, [client, listeners]);

  const listen = (listener: (live: LiveEvent) => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  return <LiveContext value={{ state, connection, listen }}>{children}</LiveContext>;
}

export const useLiveState = (): LiveState => useContext(LiveContext).state;

/** Calls the handler for each such event; the handler may change between renders. */
export function useServerEvent<N extends ServerEventName>(
  name: N,
  handler: (payload: ServerEventPayload<N>) => void,
): void {
  const { listen } = useContext(LiveContext);
  const latest = useRef({ handler, listen });
  useEffect(() => {
    latest.current.handler = handler;
  });
  useEffect(
    () =>
      latest.current.listen((live) => {
        // The pair was parsed together; comparing the names is what ties the payload to N.
        if (live.event === name) latest.current.handler(live.payload as ServerEventPayload<N>);
      }),
    [name],
  );
}

/** Receives the conversation's events while the component is shown. */
export function useConversationRoom(contactId: string | undefined, conversationId: string | undefined): void {
  const { connection } = useContext(LiveContext);
  const client = useQueryClient();
  useEffect(() => {
    if (!connection || !contactId || !conversationId) return;
    // What was said between the first reading and the server's letting us in would be missed otherwise.
    return connection.join(contactId, () => {
      void client.invalidateQueries({ queryKey: messagesQuery(conversationId).queryKey });
    });
  }, [connection, client, contactId, conversationId]);
}

/** Who else has the flow open, each tab for itself, while the component is shown; tells them where we are. */
export function useFlowPresence(flowId: string, nodeId: string | null): readonly Presence[] {
  const { connection } = useContext(LiveContext);
  const [people, setPeople] = useState<readonly Presence[]>([]);
  useEffect(() => connection?.enterFlow({ flowId, nodeId }), [connection, flowId, nodeId]);
  useEffect(() => () => connection?.leaveFlow(), [connection]);
  useServerEvent("flow:presence", (payload) => {
    if (payload.flowId === flowId) setPeople(payload.people.filter(({ id }) => id !== connection?.id));
  });
  return people;
}

/** How often a chat is read while the live connection is away. */
const POLL_MS = 4_000;

/** For `refetchInterval`: polls only while there is no live connection. */
export function usePollingFallback(): number | false {
  return useLiveState() === "offline" ? POLL_MS : false;
}
