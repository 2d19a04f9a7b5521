/** Rows of the log of changes that name what was saved: read, and told as it is by now. */
import type { Pool } from "pg";
import type { Message } from "../contract/index.ts";
import { messagesByIds } from "../conversations/views.ts";
import { statusChange } from "../outbox/message-changes.ts";
import {
  type ChangeRow,
  eventsOf,
  type LiveEvent,
  messageChange,
  numbered,
  REFERRED,
  type References,
  type SessionUpdate,
  sessionChange,
} from "./change-log.ts";

/** The events of rows, in order. What was erased since is told no more; the others keep their numbers. */
export async function eventsOfRows(
  pool: Pool,
  workspaceId: string,
  rows: readonly ChangeRow[],
): Promise<LiveEvent[]> {
  const found = await foundOf(pool, workspaceId, rows.filter(isReferred));
  return rows.flatMap((row) => (isReferred(row) ? eventsReferred(row, found) : eventsOf(row)));
}

type ReferredRow = ChangeRow & { payload: References };

/** Written by the statements of this product only. */
const isReferred = (row: ChangeRow): row is ReferredRow => row.event === REFERRED;

/** A session as it is told, without the way it came. */
type SessionRow = Omit<SessionUpdate, "path">;

interface Found {
  messages: ReadonlyMap<string, Message>;
  sessions: ReadonlyMap<string, SessionRow>;
}

async function foundOf(pool: Pool, workspaceId: string, rows: readonly ReferredRow[]): Promise<Found> {
  const ids = new Set(
    rows.flatMap(({ payload: { messages = [], statuses = [] } }) => [...messages, ...statuses]),
  );
  const messages = await messagesByIds(
    pool,
    [...ids].map((id) => ({ workspaceId, id })),
  );
  const sessionIds = rows.flatMap(({ payload }) => (payload.sessions ?? []).map(({ id }) => id));
  const sessions = await sessionsOf(pool, workspaceId, sessionIds);
  return {
    messages: new Map(messages.map(({ workspaceId: _, ...message }) => [message.id, message])),
    sessions: new Map(sessions.map((session) => [session.sessionId, session])),
  };
}

async function sessionsOf(pool: Pool, workspaceId: string, ids: readonly string[]): Promise<SessionRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<SessionRow>({
    name: "referred-sessions",
    text: `SELECT id AS "sessionId", status, contact_id AS "contactId", conversation_id AS "conversationId", flow_id AS "flowId",
                  flow_version_id AS "flowVersionId", node_id AS "nodeId", end_reason AS "endReason"
             FROM sessions WHERE workspace_id = $1 AND id = ANY ($2::uuid[])`,
    values: [workspaceId, [...new Set(ids)]],
  });
  return rows;
}

function eventsReferred(
  { workspaceId, seq, payload: { messages = [], sessions = [], statuses = [] } }: ReferredRow,
  found: Found,
): LiveEvent[] {
  return numbered(seq, [
    ...messages.map((id) => {
      const message = found.messages.get(id);
      return message ? messageChange(workspaceId, message) : null;
    }),
    ...sessions.map(({ id, path }) => {
      const session = found.sessions.get(id);
      return session ? sessionChange(workspaceId, { ...session, path }) : null;
    }),
    ...statuses.map((id) => {
      const message = found.messages.get(id);
      return message
        ? statusChange({ ...message, workspaceId, platformMessageId: message.waMessageId })
        : null;
    }),
  ]);
}
