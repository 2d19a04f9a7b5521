/**
 * Instagram's `mentions` name only ids: who mentioned the account, and in what words, is asked of Meta ("Mentioned comment",
 * "Mentioned media"). The row of the inbox becomes the happening, or keeps the reason why not. A chore.
 */
import { z } from "zod";
import type { EventPayload } from "../channels/channel.ts";
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import { shardOf } from "../db/ids.ts";
import { statement } from "../db/sql.ts";
import { type GraphApi, type GraphCall, GraphFailure, graphId } from "../meta/graph-api.ts";
import type { Runtime } from "../runtime.ts";

const BATCH = 20;
/** Minutes after it came until the next try, by tries made; after the last it stays as it is, with the reason. */
const TRY_AT_MINUTES = [0, 1, 6, 36, 156, 1_440];

interface MentionRow {
  workspaceId: string;
  id: string;
  channelId: string;
  payload: unknown;
  attempts: number;
}

const claimMentions = statement<MentionRow>(
  "claim-mentions",
  `UPDATE inbox_events e SET attempts = e.attempts + 1
     FROM (SELECT workspace_id, id FROM inbox_events
            WHERE state = 'account' AND payload ->> 'field' = 'mentions' AND attempts < cardinality($2::int[])
              AND received_at + make_interval(mins => ($2::int[])[attempts + 1]) <= now()
            ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED) due
    WHERE e.workspace_id = due.workspace_id AND e.id = due.id
   RETURNING e.workspace_id AS "workspaceId", e.id::text AS id, e.channel_id AS "channelId", e.payload, e.attempts`,
);
const becomeEvent = statement(
  "mention-becomes-event",
  `UPDATE inbox_events SET kind = 'event', external_id = $3, shard = $4, payload = $5, provider_at = $6, state = 'pending', attempts = 0
    WHERE workspace_id = $1 AND id = $2 AND state = 'account'`,
);
const keep = statement(
  "keep-mention",
  `WITH kept AS (
     UPDATE inbox_events SET state = CASE WHEN $4 THEN 'account' ELSE 'ignored' END, error = $3,
            done_at = CASE WHEN NOT $4 THEN now() END
      WHERE workspace_id = $1 AND id = $2 AND state = 'account' RETURNING webhook_log_id)
   UPDATE webhook_log l SET error = COALESCE(l.error, $3) FROM kept
    WHERE NOT $4 AND l.workspace_id = $1 AND l.id = kept.webhook_log_id`,
);

const rowSchema = z.object({
  raw: z.object({ value: z.object({ media_id: graphId, comment_id: graphId.nullish() }) }),
});

interface MentionParts {
  runtime: Pick<Runtime, "pool" | "wake" | "log">;
  directory: ChannelDirectory;
  graph: GraphApi;
}

/** @returns how many were asked for */
export async function fetchDueMentions(parts: MentionParts): Promise<number> {
  const rows = await claimMentions.rows(parts.runtime.pool, [BATCH, TRY_AT_MINUTES]);
  await Promise.all(rows.map((row) => fetchMention(parts, row)));
  return rows.length;
}

async function fetchMention(parts: MentionParts, row: MentionRow): Promise<void> {
  const { pool, wake, log } = parts.runtime;
  const named = rowSchema.safeParse(row.payload).data?.raw.value;
  const channel = await parts.directory.recent(row.channelId);
  if (!named || channel === null) return give(parts, row, "The mention names nothing that can be asked for.");
  const { media_id: postId, comment_id: commentId } = named;
  try {
    const found = await (commentId
      ? commentOf(parts.graph, channel, commentId)
      : postOf(parts.graph, channel, postId));
    if (found.externalId === null) return await give(parts, row, NOBODY);
    if (found.externalId === channel.platformId)
      return await give(parts, row, "The account mentioned itself.");
    const { externalId, name, text, at } = found;
    const payload: EventPayload = {
      event: { type: "activity", activity: "mention", text, postId, ...(commentId ? { commentId } : {}) },
      profileName: name,
      providerAt: at,
    };
    const shard = shardOf(row.channelId, externalId);
    await becomeEvent.run(pool, [row.workspaceId, row.id, externalId, shard, JSON.stringify(payload), at]);
    wake("drain", String(shard));
  } catch (error) {
    const known = error instanceof GraphFailure;
    if (!known) log.error({ err: error, inboxEventId: row.id }, "a mention could not be read");
    const again = !known || !["permanent", "recipient", "unknown"].includes(error.class_);
    await give(parts, row, known ? `${error.message} [${error.code}]` : "See the log.", again);
  }
}

const NOBODY = "Meta does not say who mentioned the account, so nobody can be shown or answered.";

/** Left with the reason, or (what may work later) tried again. */
async function give(
  { runtime }: MentionParts,
  row: MentionRow,
  reason: string,
  again = false,
): Promise<void> {
  const later = again && row.attempts < TRY_AT_MINUTES.length;
  await keep.run(runtime.pool, [row.workspaceId, row.id, reason.slice(0, 500), later]);
}

interface Found {
  /** Instagram's id of the person; `@name` where only that is told; null for nobody. */
  externalId: string | null;
  name: string | null;
  text: string;
  at: string | null;
}

const word = z.string().nullish().catch(null);
const saidSchema = z.object({
  text: word,
  caption: word,
  timestamp: word,
  username: word,
  from: z.object({ id: graphId.nullish(), username: word }).nullish().catch(null),
  owner: z.object({ id: graphId.nullish() }).nullish().catch(null),
});

function commentOf(graph: GraphApi, channel: ChannelRecord, id: string): Promise<Found> {
  const ask = (fields: string) =>
    askFor(graph, channel, `mentioned_comment.comment_id(${id}){${fields}}`, "mentioned_comment");
  return withLess(ask, "id,text,timestamp,username,from", "id,text,timestamp");
}

function postOf(graph: GraphApi, channel: ChannelRecord, id: string): Promise<Found> {
  const ask = (fields: string) =>
    askFor(graph, channel, `mentioned_media.media_id(${id}){${fields}}`, "mentioned_media");
  return withLess(ask, "id,caption,timestamp,username,owner", "id,caption,timestamp,username");
}

/** Which fields a version knows differs, and one it does not know refuses them all. */
async function withLess(
  ask: (fields: string) => Promise<Found>,
  fields: string,
  fewer: string,
): Promise<Found> {
  try {
    return await ask(fields);
  } catch (error) {
    if (!(error instanceof GraphFailure) || error.class_ !== "permanent") throw error;
    return ask(fewer);
  }
}

async function askFor(
  graph: GraphApi,
  channel: ChannelRecord,
  fields: string,
  edge: "mentioned_comment" | "mentioned_media",
): Promise<Found> {
  const { platformId: path, accessToken: token, graphVersion: version, login, platform } = channel;
  if (token === null) throw new GraphFailure("no-access-token", "reauthorize", NO_TOKEN);
  const call: GraphCall = { path, token, version, login, platform, params: { fields } };
  const answer = await graph.get(call, z.record(z.string(), z.unknown()));
  const { text, caption, timestamp, username, from, owner } = saidSchema.parse(answer[edge] ?? {});
  const name = from?.username || username || null;
  const at = timestamp && !Number.isNaN(Date.parse(timestamp)) ? new Date(timestamp).toISOString() : null;
  return {
    externalId: from?.id || owner?.id || (name ? `@${name}` : null),
    name,
    text: text ?? caption ?? "",
    at,
  };
}

const NO_TOKEN = "The channel has no access token that can be read.";
