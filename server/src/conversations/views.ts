/** Read models of conversations, messages and sessions: what lists, chats and sockets show. */

import type { Pool, PoolClient } from "pg";
import { TAGS } from "../contacts/contact-sql.ts";
import type { Conversation, ConversationFilter, Message, Session } from "../contract/index.ts";
import { SqlValues } from "../db/sql-values.ts";
import { decodeCursor, encodeCursor, type Page, page } from "../http/pages.ts";
import { conversationConditions } from "./conversation-conditions.ts";
import { MESSAGE_COLUMNS, type MessageRow, viewMessage } from "./view-message.ts";

type Db = Pool | PoolClient;

interface ConversationRow {
  id: string;
  workspaceId: string;
  contactId: string;
  contactName: string | null;
  phone: string | null;
  tags: string[];
  channelId: string;
  channelName: string;
  platform: Conversation["channel"]["platform"];
  mode: "Bot" | "Human";
  status: Conversation["status"];
  assigneeId: string | null;
  assigneeName: string | null;
  teamId: string | null;
  teamName: string | null;
  unread: number;
  lastMessageAt: Date | null;
  lastMessagePreview: string | null;
  lastDirection: "in" | "out" | null;
  windowExpiresAt: Date | null;
  freeEntryExpiresAt: Date | null;
  humanUntil: Date | null;
  sessionId: string | null;
  sessionStatus: Session["status"] | null;
  flowId: string | null;
  flowName: string | null;
  flowVersionId: string | null;
  nodeId: string | null;
  createdAt: Date;
}

const CONVERSATION_SELECT = `
  SELECT c.id, c.workspace_id AS "workspaceId", p.id AS "contactId", p.name AS "contactName", p.phone,
         ${TAGS} AS tags,
         ch.id AS "channelId", ch.name AS "channelName", ch.platform, c.mode, c.status,
         c.assignee_id AS "assigneeId", u.name AS "assigneeName", g.id AS "teamId", g.name AS "teamName",
         c.unread, c.last_message_at AS "lastMessageAt", c.last_message_preview AS "lastMessagePreview",
         (SELECT m.direction FROM messages m WHERE m.workspace_id = c.workspace_id AND m.conversation_id = c.id
           ORDER BY m.seq DESC LIMIT 1) AS "lastDirection",
         c.window_expires_at AS "windowExpiresAt", c.free_entry_expires_at AS "freeEntryExpiresAt", c.human_until AS "humanUntil", s.id AS "sessionId", s.status AS "sessionStatus", s.flow_id AS "flowId",
         f.name AS "flowName", s.flow_version_id AS "flowVersionId", s.node_id AS "nodeId", c.created_at AS "createdAt"
    FROM conversations c
    JOIN contacts p ON p.workspace_id = c.workspace_id AND p.id = c.contact_id
    JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
    LEFT JOIN users u ON u.id = c.assignee_id
    LEFT JOIN teams g ON g.workspace_id = c.workspace_id AND g.id = c.team_id
    LEFT JOIN LATERAL (SELECT * FROM sessions s WHERE s.workspace_id = c.workspace_id AND s.conversation_id = c.id
                        ORDER BY s.started_at DESC LIMIT 1) s ON true
    LEFT JOIN flows f ON f.workspace_id = s.workspace_id AND f.id = s.flow_id`;

function viewConversation(row: ConversationRow): Conversation {
  const { sessionId, sessionStatus, flowId, flowName, flowVersionId, nodeId } = row;
  return {
    id: row.id,
    contact: { id: row.contactId, name: row.contactName, phone: row.phone, tags: row.tags },
    channel: { id: row.channelId, name: row.channelName, platform: row.platform },
    mode: row.mode,
    status: row.status,
    assignee: row.assigneeId === null ? null : { id: row.assigneeId, name: row.assigneeName ?? "" },
    team: row.teamId === null ? null : { id: row.teamId, name: row.teamName ?? "" },
    unread: row.unread,
    lastMessage:
      row.lastMessageAt === null
        ? null
        : {
            preview: row.lastMessagePreview ?? "",
            direction: row.lastDirection ?? "in",
            at: row.lastMessageAt.toISOString(),
          },
    windowExpiresAt: row.windowExpiresAt?.toISOString() ?? null,
    freeEntryExpiresAt: row.freeEntryExpiresAt?.toISOString() ?? null,
    humanUntil: row.humanUntil?.toISOString() ?? null,
    session:
      sessionId && sessionStatus && flowId && flowVersionId
        ? { id: sessionId, status: sessionStatus, flowId, flowName: flowName ?? "", flowVersionId, nodeId }
        : null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Conversations by id, in no order. */
export async function conversationsByIds(
  db: Db,
  keys: readonly { workspaceId: string; id: string }[],
): Promise<(Conversation & { workspaceId: string })[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<ConversationRow>({
    name: "conversations-by-ids",
    text: `${CONVERSATION_SELECT} JOIN unnest($1::uuid[], $2::uuid[]) AS k(w, i) ON c.workspace_id = k.w AND c.id = k.i`,
    values: [keys.map((key) => key.workspaceId), keys.map((key) => key.id)],
  });
  return rows.map((row) => ({ ...viewConversation(row), workspaceId: row.workspaceId }));
}

/**
 * Latest first. The cursor is the last row's time and id.
 * @param userId who `me` is; null: nobody, as with an API key
 */
export async function listConversations(
  db: Db,
  { workspaceId, userId }: { workspaceId: string; userId: string | null },
  { limit, cursor, ...filter }: ConversationFilter & { limit: number; cursor?: string | undefined },
): Promise<Page<Conversation>> {
  const [at, id] = decodeCursor(cursor, ["time", "id"]);
  const values = new SqlValues();
  const workspace = values.add(workspaceId, "uuid");
  const [lastAt, lastId] = [values.add(at, "timestamptz"), values.add(id, "uuid")];
  const conditions = conversationConditions(filter, userId, values);
  const { rows } = await db.query<ConversationRow>(
    `${CONVERSATION_SELECT}
      WHERE c.workspace_id = ${workspace} AND c.last_message_minute IS NOT NULL
        AND (${lastAt} IS NULL
             OR c.last_message_minute <= floor(extract(epoch FROM ${lastAt} AT TIME ZONE 'UTC') / 60)::int
                AND (c.last_message_at, c.id) < (${lastAt}, ${lastId}))
        ${conditions.map((condition) => `AND ${condition}`).join("\n        ")}
      ORDER BY c.last_message_minute DESC, c.last_message_at DESC, c.id DESC LIMIT ${values.add(limit + 1, "int")}`,
    values.values,
  );
  return page(
    rows,
    limit,
    (row) => encodeCursor(row.lastMessageAt?.toISOString() ?? "", row.id),
    viewConversation,
  );
}

/** Newest first. */
export async function listMessages(
  db: Db,
  workspaceId: string,
  conversationId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<Message>> {
  const [before] = decodeCursor(cursor, ["number"]);
  const { rows } = await db.query<MessageRow>({
    name: "list-messages",
    text: `SELECT ${MESSAGE_COLUMNS} FROM messages m
            WHERE m.workspace_id = $1 AND m.conversation_id = $2 AND ($3::bigint IS NULL OR m.seq < $3)
            ORDER BY m.seq DESC LIMIT $4`,
    values: [workspaceId, conversationId, before, limit + 1],
  });
  return page(rows, limit, (row) => encodeCursor(row.seq), viewMessage);
}

/** Messages by id, in order of `seq`. */
export async function messagesByIds(
  db: Db,
  keys: readonly { workspaceId: string; id: string }[],
): Promise<(Message & { workspaceId: string })[]> {
  if (keys.length === 0) return [];
  const { rows } = await db.query<MessageRow & { workspaceId: string }>({
    name: "messages-by-ids",
    text: `SELECT ${MESSAGE_COLUMNS}, m.workspace_id AS "workspaceId" FROM messages m
             JOIN unnest($1::uuid[], $2::uuid[]) AS k(w, i) ON m.workspace_id = k.w AND m.id = k.i ORDER BY m.seq`,
    values: [keys.map((key) => key.workspaceId), keys.map((key) => key.id)],
  });
  return rows.map((row) => ({ ...viewMessage(row), workspaceId: row.workspaceId }));
}
