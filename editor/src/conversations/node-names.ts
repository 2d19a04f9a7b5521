/** What people call a node: its name, else the first words it says, else its type. */

import type { FlowDetail } from "@hilo/server/contract";
import { useQueries, useQuery } from "@tanstack/react-query";
import { flowQuery, sessionQuery } from "../api/queries.ts";
import { nodeName } from "./node-name.ts";

export type NodeNames = (nodeId: string) => string;

const namesOf = (flow: FlowDetail | undefined): NodeNames => {
  const nodes = flow?.definition.nodes;
  return (nodeId) => nodeName(Array.isArray(nodes) ? nodes : [], nodeId);
};

/** By the flow's draft: close enough to read, also when the session runs an older version. */
export function useNodeNames(flowId: string | undefined): NodeNames {
  const flow = useQuery({ ...flowQuery(flowId ?? ""), enabled: flowId !== undefined });
  return namesOf(flow.data);
}

/** Enough for what fits on a screen; the labels of older messages show the node's id. */
const SESSIONS_NAMED = 8;

/** Names for messages of several sessions, which may be of several flows. */
export function useCauseNames(sessionIds: readonly string[]): (sessionId: string, nodeId: string) => string {
  const asked = [...new Set(sessionIds)].slice(-SESSIONS_NAMED);
  const sessions = useQueries({ queries: asked.map((id) => ({ ...sessionQuery(id), staleTime: 60_000 })) });
  const flowOf = new Map(sessions.flatMap(({ data }) => (data ? [[data.id, data.flowId] as const] : [])));
  const flowIds = [...new Set(flowOf.values())];
  const flows = useQueries({ queries: flowIds.map((id) => ({ ...flowQuery(id), staleTime: 60_000 })) });
  const byId = new Map(flows.flatMap(({ data }) => (data ? [[data.id, namesOf(data)] as const] : [])));
  return (sessionId, nodeId) => {
    const flowId = flowOf.get(sessionId);
    return (flowId && byId.get(flowId)?.(nodeId)) ?? nodeId;
  };
}
