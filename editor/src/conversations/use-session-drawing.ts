/** The flow a session stands in, as the version that it runs has it, with the walk so far lit on it. */
import { isLiveStatus } from "@hilo/flow-engine";
import type { Conversation } from "@hilo/server/contract";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { usePollingFallback } from "../api/live.tsx";
import { placedVersionQuery, sessionEventsQuery, sessionQuery } from "../api/queries.ts";
import type { FlowDocument } from "../document/flow-document.ts";
import { type LitPath, lightStep, NOTHING_LIT } from "../document/lit-path.ts";
import { type PathStep, sessionPath, stepsIn } from "./session-path.ts";

type ConversationSession = NonNullable<Conversation["session"]>;

export interface SessionDrawing {
  /** All steps, of all flows that it went through. */
  path: readonly PathStep[];
  /** The flow that it stands in; null until that is known. */
  standsIn: { flowId: string; flowName: string; flowVersionId: string } | null;
  /** Undefined until it is read, and where it can't be drawn. */
  doc: FlowDocument | undefined;
  lit: LitPath;
}

export function useSessionDrawing(session: ConversationSession | null): SessionDrawing {
  const refetchInterval = usePollingFallback();
  const asked = { enabled: session !== null, refetchInterval };
  const id = session?.id ?? "";
  const whole = useQuery({ ...sessionQuery(id), ...asked });
  const events = useQuery({ ...sessionEventsQuery(id), ...asked });
  const standsIn = whole.data?.standsIn ?? null;
  const doc = useQuery({
    ...placedVersionQuery(standsIn?.flowId ?? "", standsIn?.flowVersionId ?? ""),
    enabled: standsIn !== null,
  }).data;
  const path = useMemo(() => sessionPath(events.data?.items ?? []), [events.data]);
  const drawn = standsIn?.flowVersionId;
  const { flowVersionId, nodeId, status } = whole.data ?? {};
  const lit = useMemo(
    () =>
      flowVersionId !== undefined && drawn !== undefined && status !== undefined
        ? lightStep(NOTHING_LIT, {
            sessionId: id,
            status,
            nodeId: nodeId ?? null,
            path: [
              ...stepsIn(path, { flowVersionId, drawn }),
              // A long walk is read only in part; where it stands is always known.
              ...(nodeId && isLiveStatus(status) ? [{ nodeId }] : []),
            ],
          })
        : NOTHING_LIT,
    [id, path, flowVersionId, drawn, nodeId, status],
  );
  return { path, standsIn, doc, lit };
}
