/**
 * What its writer took back is gone at once from everywhere a person could still read it: the delivery it came in, the log
 * of the session that heard it, the live events kept for a reconnect, the line in the list of conversations. The message
 * itself and its inbox row are seen to by change-messages.sql. What a flow made of it (a variable, a field) stays.
 */
import type { PoolClient } from "pg";
import { SEVERAL } from "../realtime/change-log.ts";
import type { Work } from "./work.ts";

interface Said {
  workspaceId: string;
  id: string;
  conversationId: string;
  contactId: string;
  inboxEventId: string | null;
  webhookLogId: string | null;
  content: unknown;
  text: string;
}

interface StepRow {
  sessionId: string;
  seq: number;
  input: unknown;
  effects: unknown;
  trace: unknown;
}

/** Before the messages are changed: their words are what is looked for. Costs nothing when nothing was taken back. */
export async function forgetTakenBack(
  client: PoolClient,
  works: readonly Work[],
  partsOf: (platformMessageId: string) => string[],
): Promise<void> {
  const keys = works.flatMap(({ news, conversation }) =>
    news.flatMap((one) =>
      one.kind === "revision" && one.content === null
        ? partsOf(one.platformMessageId).map((id) => ({ id, conversation }))
        : [],
    ),
  );
  if (keys.length === 0) return;
  const { rows } = await client.query<Said>(
    `SELECT m.workspace_id AS "workspaceId", m.id, m.conversation_id AS "conversationId", m.contact_id AS "contactId",
            m.inbox_event_id::text AS "inboxEventId", e.webhook_log_id::text AS "webhookLogId", m.content, m.text
       FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[]) AS k(workspace_id, channel_id, platform_message_id, conversation_id)
       JOIN messages m USING (workspace_id, channel_id, platform_message_id, conversation_id)
       LEFT JOIN inbox_events e ON e.workspace_id = m.workspace_id AND e.id = m.inbox_event_id
      WHERE m.deleted_at IS NULL`,
    [
      keys.map(({ conversation }) => conversation.workspaceId),
      keys.map(({ conversation }) => conversation.channelId),
      keys.map(({ id }) => id),
      keys.map(({ conversation }) => conversation.id),
    ],
  );
  for (const said of rows) {
    for (const [sql, values] of erasures(said)) await client.query(sql, values);
    await forgetSteps(client, said);
  }
}

/** A delivery that others are in, too, goes whole: as when a person is erased. */
function erasures({
  workspaceId,
  id,
  contactId,
  conversationId,
  webhookLogId,
  text,
}: Said): [string, unknown[]][] {
  return [
    [
      "UPDATE webhook_log SET body = ''::bytea, error = NULL WHERE workspace_id = $1 AND id = $2",
      [workspaceId, webhookLogId],
    ],
    [
      `DELETE FROM change_log WHERE workspace_id = $1 AND contact_id = $2 AND event <> '${SEVERAL}'
          AND payload -> 'message' ->> 'id' = $3`,
      [workspaceId, contactId, id],
    ],
    [
      // The others of its row keep their numbers.
      `UPDATE change_log
          SET payload = (SELECT json_agg(CASE WHEN e -> 'payload' -> 'message' ->> 'id' = $3 THEN NULL ELSE e END ORDER BY n)
                           FROM json_array_elements(payload) WITH ORDINALITY AS t(e, n))
        WHERE workspace_id = $1 AND contact_id = $2 AND event = '${SEVERAL}' AND payload::text LIKE '%' || $3 || '%'`,
      [workspaceId, contactId, id],
    ],
    [
      `UPDATE conversations SET last_message_preview = '' WHERE workspace_id = $1 AND id = $2
          AND last_message_preview <> '' AND starts_with($3, last_message_preview)`,
      [workspaceId, conversationId, text],
    ],
  ];
}

async function forgetSteps(client: PoolClient, said: Said): Promise<void> {
  const { rows } = await client.query<StepRow>(
    `SELECT e.session_id AS "sessionId", e.seq, e.input, e.effects, e.trace
       FROM sessions s JOIN session_events e ON e.workspace_id = s.workspace_id AND e.session_id = s.id
      WHERE s.workspace_id = $1 AND s.conversation_id = $2 AND e.inbox_event_id = $3`,
    [said.workspaceId, said.conversationId, said.inboxEventId],
  );
  const words = wordsOf(said.content);
  for (const { sessionId, seq, input, effects, trace } of rows)
    await client.query(
      "UPDATE session_events SET input = $4, effects = $5, trace = $6 WHERE workspace_id = $1 AND session_id = $2 AND seq = $3",
      [
        said.workspaceId,
        sessionId,
        seq,
        JSON.stringify(without(unheard(input), words)),
        effects === null ? null : JSON.stringify(without(effects, words)),
        JSON.stringify(without(trace, words)),
      ],
    );
}

const TAKEN_BACK = { type: "unknown", platformType: "deleted", raw: null };

function unheard(input: unknown): unknown {
  if (input === null || typeof input !== "object" || !("message" in input)) return input;
  const { message } = input;
  return message !== null && typeof message === "object"
    ? { ...input, message: { ...message, content: TAKEN_BACK } }
    : input;
}

/** Names of things, which a short message might spell by chance. */
const NAMES = new Set([
  "type",
  "kind",
  "id",
  "nodeId",
  "waitId",
  "effectId",
  "port",
  "target",
  "flow",
  "for",
  "by",
  "name",
]);
/** Shorter words are only looked for as a whole. */
const WORTH_FINDING = 4;

function wordsOf(content: unknown, key = ""): string[] {
  if (typeof content === "string") return content.trim() === "" || NAMES.has(key) ? [] : [content];
  if (content === null || typeof content !== "object") return [];
  return Object.entries(content).flatMap(([inner, value]) => wordsOf(value, inner));
}

function without(value: unknown, words: readonly string[], key = ""): unknown {
  if (typeof value === "string") return NAMES.has(key) ? value : cleaned(value, words);
  if (Array.isArray(value)) return value.map((item) => without(item, words, key));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, item]) => [inner, without(item, words, inner)]),
  );
}

function cleaned(text: string, words: readonly string[]): string {
  if (words.some((word) => word.trim() === text.trim())) return "";
  return words
    .map((word) => word.trim())
    .filter((word) => word.length >= WORTH_FINDING)
    .reduce((left, word) => left.replaceAll(word, "…"), text);
}
