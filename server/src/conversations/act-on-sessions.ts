/** Many sessions ended, moved to their flow's newest version or sent on at once: a row in the inbox for each, drained together, and what came of each. */
import { sessionSchema } from "@hilo/flow-engine";
import {
  type ChosenSessions,
  MAX_SESSIONS_AT_ONCE,
  type SessionsDone,
  type WhyNotDone,
} from "../contract/sessions.ts";
import { newId, providerKey } from "../db/ids.ts";
import { drainShard, drainShards } from "./drain.ts";
import { outcomesOf } from "./row-outcomes.ts";
import { fitting, SESSION_FITS } from "./session-filter.ts";
import type { ConversationDeps } from "./submit-row.ts";

export type BulkAction = "end" | "move" | "resume";

interface ChosenRow {
  sessionId: string;
  contactName: string | null;
  live: boolean;
  versionId: string;
  publishedVersionId: string | null;
  state: unknown;
  channelId: string;
  externalId: string;
  shard: number;
}

const CHOSEN = `
  SELECT s.id AS "sessionId", p.name AS "contactName", s.status IN ('Active', 'Paused') AS live,
         s.flow_version_id AS "versionId", f.published_version_id AS "publishedVersionId", s.state,
         c.channel_id AS "channelId", c.external_id AS "externalId", c.shard
    FROM sessions s
    JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
    LEFT JOIN contacts p ON p.workspace_id = s.workspace_id AND p.id = s.contact_id
    LEFT JOIN flows f ON f.workspace_id = s.workspace_id AND f.id = s.flow_id`;

/** A session's own row, or why it gets none. */
type Asked = { kind: "agent" | "timer"; payload: object } | { reason: WhyNotDone };

/** @returns what came of each, in the order of the list */
export async function actOnSessions(
  deps: ConversationDeps,
  workspaceId: string,
  action: BulkAction,
  chosen: ChosenSessions,
): Promise<SessionsDone> {
  const found = await chosenRows(deps, workspaceId, chosen);
  const rows = found.slice(0, MAX_SESSIONS_AT_ONCE);
  const asked = new Map(rows.map((row) => [row.sessionId, askedOf(action, row)]));
  const stored = await storeRows(deps, workspaceId, rows, asked);
  await drainAll(deps, [...new Set(stored.map(({ shard }) => shard))]);
  const outcomes = await outcomesOf(
    deps.runtime.pool,
    workspaceId,
    stored.map(({ id }) => id),
  );
  const results = rows.map(({ sessionId, contactName }) => {
    const own = asked.get(sessionId);
    const reason = own && "reason" in own ? own.reason : (outcomes.get(sessionId) ?? null);
    return { sessionId, contactName, done: reason === null, reason };
  });
  const missing = (chosen.ids ?? []).filter((id) => !asked.has(id));
  return {
    results: [...results, ...missing.map(notFound)],
    more: found.length > MAX_SESSIONS_AT_ONCE,
  };
}

const notFound = (sessionId: string) => ({
  sessionId,
  contactName: null,
  done: false,
  reason: "not-found" as const,
});

async function chosenRows(
  { runtime: { pool, now } }: ConversationDeps,
  workspaceId: string,
  { ids, filter }: ChosenSessions,
): Promise<ChosenRow[]> {
  if (ids !== undefined) {
    const named = `${CHOSEN} WHERE s.workspace_id = $1 AND s.id = ANY ($2::uuid[]) ORDER BY s.started_at DESC, s.id DESC`;
    return (await pool.query<ChosenRow>(named, [workspaceId, [...new Set(ids)]])).rows;
  }
  const fits = `${CHOSEN} WHERE ${SESSION_FITS} ORDER BY s.started_at DESC, s.id DESC LIMIT $9`;
  const live = fitting(workspaceId, { ...filter, live: "true" }, now());
  return (await pool.query<ChosenRow>(fits, [...live, MAX_SESSIONS_AT_ONCE + 1])).rows;
}

function askedOf(action: BulkAction, row: ChosenRow): Asked {
  const { sessionId, live, versionId, publishedVersionId } = row;
  if (!live) return { reason: "ended" };
  switch (action) {
    case "end":
      return { kind: "agent", payload: { action: "end-session", sessionId } };
    case "move":
      if (publishedVersionId === null) return { reason: "not-published" };
      if (publishedVersionId === versionId) return { reason: "newest" };
      return {
        kind: "agent",
        payload: { action: "move-session", sessionId, flowVersionId: publishedVersionId },
      };
    case "resume": {
      const { wait } = sessionSchema.parse(row.state);
      if (wait?.for !== "timer") return { reason: "not-waiting" };
      // As its timer would have it: the timer itself goes when the wait ends, and comes too late where it does not.
      return { kind: "timer", payload: { sessionId, waitId: wait.id, purpose: "wake" } };
    }
  }
}

interface StoredRow {
  id: string;
  shard: number;
}

async function storeRows(
  { runtime }: ConversationDeps,
  workspaceId: string,
  rows: readonly ChosenRow[],
  asked: ReadonlyMap<string, Asked>,
): Promise<StoredRow[]> {
  const key = newId();
  const own = rows.flatMap((row) => {
    const what = asked.get(row.sessionId);
    return what && "kind" in what ? [{ ...row, ...what }] : [];
  });
  if (own.length === 0) return [];
  const { rows: stored } = await runtime.pool.query<StoredRow>(
    `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload, received_at)
     SELECT $1, t.channel_id, t.kind, t.external_id, t.shard, t.provider_key, t.payload, $2
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::smallint[], $7::bytea[], $8::json[])
            WITH ORDINALITY AS t(channel_id, kind, external_id, shard, provider_key, payload, n)
      ORDER BY t.n RETURNING id::text, shard`,
    [
      workspaceId,
      runtime.now(),
      own.map((row) => row.channelId),
      own.map((row) => row.kind),
      own.map((row) => row.externalId),
      own.map((row) => row.shard),
      own.map((row) => providerKey("many", key, row.sessionId)),
      own.map((row) => JSON.stringify(row.payload)),
    ],
  );
  return stored;
}

/** Whoever has one of the shards at the moment may have looked before our rows were there: those are waited for. */
async function drainAll({ runtime, flows }: ConversationDeps, shards: readonly number[]): Promise<void> {
  if (shards.length === 0) return;
  const { more, busy } = await drainShards(runtime, flows, shards);
  for (const shard of new Set([...more, ...busy])) await drainShard(runtime, flows, shard);
}
