/** Rows of the log of changes that name what was saved: read, and told as it is by now. */
import type { Pool } from "pg";
import type { ServerEventPayload } from "../contract/index.ts";
import { MESSAGE_COLUMNS, type MessageRow, viewMessage } from "../conversations/view-message.ts";
import { statusChange } from "../outbox/message-changes.ts";
import { type ChangeRow, eventsOf, type LiveEvent, REFERRED, type References } from "./change-log.ts";

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
type SessionRow = Omit<ServerEventPayload<"session:updated">, "seq" | "path">;

interface Found {
  messages: ReadonlyMap<string, MessageRow>;
  sessions: ReadonlyMap<string, SessionRow>;
}

async function foundOf(pool: Pool, workspaceId: string, rows: readonly ReferredRow[]): Promise<Found> {
  const messages = rows.flatMap(({ payload: { messages = [], statuses = [] } }) => [
    ...messages,
    ...statuses,
  ]);
  const sessions = rows.flatMap(({ payload }) => (payload.sessions ?? []).map(({ id }) => id));
  return {
    messages: new Map((await messagesOf(pool, workspaceId, messages)).map((row) => [row.id, row])),
    sessions: new Map((await sessionsOf(pool, workspaceId, sessions)).map((row) => [row.sessionId, row])),
  };
}

async function messagesOf(pool: Pool, workspaceId: string, ids: readonly string[]): Promise<MessageRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await pool.query<MessageRow>({
    name: "referred-messages",
    text: `SELECT ${MESSAGE_COLUMNS} FROM messages m WHERE m.workspace_id = $1 AND m.id = ANY ($2::uuid[])`,
    values: [workspaceId, [...new Set(ids)]],
  });
  return rows;
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
  const events: LiveEvent[] = [];
  let place = BigInt(seq);
  for (const id of messages) {
    const row = found.messages.get(id);
    if (row) {
      const { contactId } = row;
      const payload = { message: viewMessage(row), contactId };
      events.push({ workspaceId, contactId, event: "message:new", payload, seq: String(place) });
    }
    place += 1n;
  }
  for (const { id, path } of sessions) {
    const row = found.sessions.get(id);
    if (row) {
      const { contactId } = row;
      const payload = { ...row, path: [...path] };
      events.push({ workspaceId, contactId, event: "session:updated", payload, seq: String(place) });
    }
    place += 1n;
  }
  for (const id of statuses) {
    const row = found.messages.get(id);
    if (row) events.push({ ...statusChange({ ...row, workspaceId }), seq: String(place) });
    place += 1n;
  }
  return events;
}
