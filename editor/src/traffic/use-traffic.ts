/** The traffic of the open flow: asked for while it is shown, fresh by live events, handed to the canvas by the store. */
import type { FlowTraffic } from "@hilo/server/contract";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { usePollingFallback } from "../api/live.tsx";
import { flowTrafficQuery } from "../api/queries.ts";
import type { FlowStore } from "../document/flow-store.ts";
import { trafficByNode } from "./step-traffic.ts";
import { type Period, recallTraffic, rememberTraffic } from "./traffic-memory.ts";

export interface TrafficView {
  shown: boolean;
  days: Period;
  /** Undefined until it was counted. */
  counted: FlowTraffic | undefined;
  error: Error | null;
  retry(): void;
  toggle(): void;
  setDays(days: Period): void;
}

export function useTraffic(flowId: string, store: FlowStore): TrafficView {
  const [memory, setMemory] = useState(recallTraffic);
  const refetchInterval = usePollingFallback();
  const { data, error, refetch } = useQuery({
    ...flowTrafficQuery(flowId, memory.days),
    enabled: memory.shown,
    refetchInterval,
    placeholderData: keepPreviousData,
  });
  const counted = memory.shown ? data : undefined;
  useEffect(() => store.getState().setTraffic(counted ? trafficByNode(counted) : null), [store, counted]);
  const change = (part: Partial<typeof memory>) => {
    const next = { ...memory, ...part };
    setMemory(next);
    rememberTraffic(next);
  };
  return {
    ...memory,
    counted,
    error,
    retry: () => void refetch(),
    toggle: () => change({ shown: !memory.shown }),
    setDays: (days) => change({ days }),
  };
}
