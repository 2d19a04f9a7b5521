/** The latest run of a flow in the phone's chat, and its steps told to the canvas. */
import { isLiveStatus } from "@hilo/flow-engine";
import type { Session } from "@hilo/server/contract";
import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import { api } from "../api/client.ts";
import { usePollingFallback, useServerEvent } from "../api/live.tsx";
import { sessionEventsQuery } from "../api/queries.ts";
import { sessionPath } from "../conversations/session-path.ts";
import type { SimulatorStep } from "./simulator-step.ts";

const latestSession = (conversationId: string) =>
  queryOptions({
    queryKey: ["sessions", { conversationId, latest: true }],
    queryFn: async () => (await api.sessions.list({ conversationId, limit: 1 })).items[0] ?? null,
  });

export function usePhoneSession(
  conversationId: string | undefined,
  onPath: ((step: SimulatorStep | null) => void) | undefined,
): Session | null {
  const client = useQueryClient();
  /** The conversation whose path the canvas has: told whole, or step by step since. */
  const told = useRef<string | null>(null);
  const refetchInterval = usePollingFallback();
  const latest = useQuery({
    ...latestSession(conversationId ?? ""),
    enabled: conversationId !== undefined,
    refetchInterval,
  });
  useServerEvent("session:updated", (event) => {
    if (event.conversationId !== conversationId) return;
    told.current = conversationId;
    onPath?.(event);
    void client.invalidateQueries({ queryKey: latestSession(event.conversationId).queryKey });
  });
  useEarlierPath(latest.data ?? null, told, onPath);
  return latest.data ?? null;
}

/** After a reload the canvas lights what a session that still lives has passed so far. */
function useEarlierPath(
  session: Session | null,
  told: RefObject<string | null>,
  onPath: ((step: SimulatorStep | null) => void) | undefined,
): void {
  const lives = session !== null && isLiveStatus(session.status);
  const events = useQuery({ ...sessionEventsQuery(session?.id ?? ""), enabled: lives });
  useEffect(() => {
    if (!session || !lives || !events.data || told.current === session.conversationId) return;
    told.current = session.conversationId;
    onPath?.({
      sessionId: session.id,
      status: session.status,
      flowId: session.flowId,
      flowVersionId: session.flowVersionId,
      nodeId: session.nodeId,
      path: sessionPath(events.data.items),
    });
  });
}
