/** Rows of the log of changes that name what was saved: read, and told as it is by now. */
import type { Pool } from "pg";
import { MESSAGE_COLUMNS, type MessageRow, viewMessage } from "../conversations/view-message.ts";
import { statusChange } from "../outbox/message-changes.ts";
import { type ChangeRow, eventsOf, type LiveEvent, REFERRED, type References } from "./change-log.ts";

/** The events of rows, in order. What was erased since is told no more; the others keep their numbers. */
export async function eventsOfRows(
  pool: Pool,
  workspaceId: string,
  rows: readonly ChangeRow[],
): Promise<LiveEvent[]> {
  const messages = await messagesOf(pool, workspaceId, rows.filter(isReferred));
  return rows.flatMap((row) => (isReferred(row) ? eventsReferred(row, messages) : eventsOf(row)));
}

type ReferredRow = ChangeRow & { payload: References };

/** Written by the statements of this product only. */
const isReferred = (row: ChangeRow): row is ReferredRow => row.event === REFERRED;

async function messagesOf(
  pool: Pool,
  workspaceId: string,
  rows: readonly ReferredRow[],
): Promise<Map<string, MessageRow>> {
  const ids = new Set(
    rows.flatMap(({ payload: { messages = [], statuses = [] } }) => [...messages, ...statuses]),
  );
  if (ids.size === 0) return new Map();
  const { rows: found } = await pool.query<MessageRow>({
    name: "referred-messages",
    text: `SELECT ${MESSAGE_COLUMNS} FROM messages m WHERE m.workspace_id = $1 AND m.id = ANY ($2::uuid[])`,
    values: [workspaceId, [...ids]],
  });
  return new Map(found.map((row) => [row.id, row]));
}

function eventsReferred(
  { workspaceId, seq, payload: { messages = [], sessions = [], statuses = [] } }: ReferredRow,
  found: ReadonlyMap<string, MessageRow>,
): LiveEvent[] {
  const events: LiveEvent[] = [];
  let place = BigInt(seq);
  for (const id of messages) {
    const row = found.get(id);
    if (row) {
      const { contactId } = row;
      const payload = { message: viewMessage(row), contactId };
      events.push({ workspaceId, contactId, event: "message:new", payload, seq: String(place) });
    }
    place += 1n;
  }
  for (const payload of sessions) {
    const { contactId } = payload;
    events.push({ workspaceId, contactId, event: "session:updated", payload, seq: String(place) });
    place += 1n;
  }
  for (const id of statuses) {
    const row = found.get(id);
    if (row) events.push({ ...statusChange({ ...row, workspaceId }), seq: String(place) });
    place += 1n;
  }
  return events;
}
