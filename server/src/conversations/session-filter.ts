/** Which sessions a filter finds: one condition for the list and for what is done to all that it shows. */
import type { SessionFilter } from "../contract/sessions.ts";
import { OWN_NODE } from "./own-node.ts";

/** Milliseconds of an hour. */
const HOUR = 3_600_000;

/** SQL of the condition, for a statement that has the session as `s` and begins its parameters with `fitting`. */
export const SESSION_FITS = `s.workspace_id = $1 AND ($2::text IS NULL OR s.status = $2)
        AND ($3::text IS NULL OR s.status IN ('Active', 'Paused'))
        AND ($4::uuid IS NULL OR s.flow_id = $4)
        AND ($5::text IS NULL OR ${OWN_NODE} = $5)
        AND ($6::uuid IS NULL OR s.conversation_id = $6)
        AND ($7::timestamptz IS NULL OR s.started_at <= $7)
        AND ($8::text IS NULL OR s.error->>'code' = $8)`;

/** The first eight parameters. */
export function fitting(workspaceId: string, filter: SessionFilter, now: Date): unknown[] {
  const { olderThanHours } = filter;
  return [
    workspaceId,
    filter.status ?? null,
    filter.live ?? null,
    filter.flowId ?? null,
    filter.nodeId ?? null,
    filter.conversationId ?? null,
    olderThanHours === undefined ? null : new Date(now.getTime() - olderThanHours * HOUR),
    filter.error ?? null,
  ];
}
