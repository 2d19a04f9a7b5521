/** A flow from the server, ready to be drawn. */
import type { FlowDetail } from "@hilo/server/contract";
import { queryOptions } from "@tanstack/react-query";
import { toApiError } from "../api/api-error.ts";
import { api } from "../api/client.ts";
import { type FlowDocument, openDocument } from "../document/flow-document.ts";
import { placeMissing } from "../document/lay-out.ts";

export interface LoadedFlow {
  detail: FlowDetail;
  doc: FlowDocument;
}

export async function loadFlow(id: string): Promise<LoadedFlow> {
  const detail = await api.flows.get({ id });
  return { detail, doc: await placeMissing(openDocument({ ...detail.definition, name: detail.name })) };
}

/** Read once for each visit: what is open on the canvas must not change under somebody's hands. */
export const openFlowQuery = (id: string) =>
  queryOptions({
    queryKey: ["open-flow", id],
    queryFn: () => loadFlow(id),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    // Asking again helps when no answer came, not when the answer was no.
    retry: (failures, error) => failures < 1 && toApiError(error).code === "offline",
  });
