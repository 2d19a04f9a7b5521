/** A database that has been in use for long: many rows that are done with, in every table that a hot statement reads. */
import type { Pool } from "pg";
import type { World } from "./world.ts";

/** Tables that grow with use, so that none may be read from end to end. */
export const GROWING_TABLES = [
  "inbox_events",
  "messages",
  "sessions",
  "session_events",
  "conversations",
  "contacts",
  "timers",
  "tasks",
  "delivery_statuses",
  "change_log",
  "webhook_log",
];

/** @param count rows of each table */
export async function addOldRows(
  pool: Pool,
  { workspaceId, channelId }: Pick<World, "workspaceId" | "channelId">,
  count: number,
): Promise<void> {
  const id = (salt: string) => `md5('${salt}' || n)::uuid`;
  const all = `generate_series(1, ${count}) AS n`;
  const statements = [
    `INSERT INTO contacts (workspace_id, id, name, created_at)
     SELECT $1, ${id("contact")}, 'Old ' || n, now() - n * interval '1 minute' FROM ${all} WHERE $2::uuid IS NOT NULL`,
    `INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, shard, last_message_at)
     SELECT $1, ${id("chat")}, $2, '57' || n, ${id("contact")}, n % 64, now() - n * interval '1 minute' FROM ${all}`,
    `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload, state, done_at)
     SELECT $1, $2, 'message', '57' || n, n % 64, sha256(n::text::bytea), '{}', 'done', now() FROM ${all}`,
    `INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, author, content, text, status, platform_message_id)
     SELECT $1, ${id("message")}, ${id("chat")}, $2, ${id("contact")}, CASE WHEN n % 2 = 0 THEN 'in' ELSE 'out' END, 'bot', '{}', 'old',
            CASE WHEN n % 2 = 0 THEN 'Received' ELSE 'Delivered' END, 'wamid.old.' || n FROM ${all}`,
    `INSERT INTO sessions (workspace_id, id, conversation_id, contact_id, channel_id, flow_id, flow_version_id, status, state, ended_at)
     SELECT $1, ${id("session")}, ${id("chat")}, ${id("contact")}, $2, ${id("flow")}, ${id("version")}, 'Completed', '{}', now() FROM ${all}`,
    `INSERT INTO session_events (workspace_id, session_id, seq, inbox_event_id, input, trace, at)
     SELECT $1, ${id("session")}, 1, -n, '{}', '[]', now() FROM ${all} WHERE $2::uuid IS NOT NULL`,
    `INSERT INTO timers (workspace_id, id, session_id, conversation_id, channel_id, external_id, wait_id, purpose, due_at, shard)
     SELECT $1, ${id("timer")}, ${id("session")}, ${id("chat")}, $2, '57' || n, 'w1', 'expiry', now() + interval '30 days', n % 64 FROM ${all}`,
    `INSERT INTO tasks (workspace_id, id, session_id, conversation_id, channel_id, external_id, kind, request, state, shard)
     SELECT $1, ${id("task")}, ${id("session")}, ${id("chat")}, $2, '57' || n, 'http-request', '{}', 'done', n % 64 FROM ${all}`,
    `INSERT INTO delivery_statuses (workspace_id, channel_id, platform_message_id, status, at, received_at)
     SELECT $1, $2, 'wamid.elsewhere.' || n, 'delivered', now(), now() - interval '2 days' FROM ${all}`,
    `INSERT INTO change_log (workspace_id, contact_id, room, event, payload)
     SELECT $1, ${id("contact")}, 'workspace', 'conversation:updated', '{}' FROM ${all} WHERE $2::uuid IS NOT NULL`,
    `INSERT INTO webhook_log (workspace_id, channel_id, platform, received_at, signature, http_status, body, events, duration_ms, state)
     SELECT $1, $2, 'whatsapp', now(), 'ok', 200, '', 1, 1, 'stored' FROM ${all}`,
  ];
  for (const statement of statements) await pool.query(statement, [workspaceId, channelId]);
  await pool.query(`ANALYZE ${GROWING_TABLES.join(", ")}`);
}
