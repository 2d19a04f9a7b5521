/** What becomes of conversations under way when a flow is published anew: told beforehand, then done by rows in the inbox. */
import { parseFlow, type VersionSteps, whyNotMovable, withStart } from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { liveSessionsPolicy, publishPreview } from "../contract/flows.ts";
import { providerKey } from "../db/ids.ts";
import { notFound } from "../http/app-error.ts";

type Db = Pool | PoolClient;
type Policy = z.infer<typeof liveSessionsPolicy>;
type Preview = z.infer<typeof publishPreview>;

/** Sessions that stand at the same place: their frames as JSON, how many there are, and how many could be written to. */
interface Standing {
  versionId: string;
  frames: unknown;
  nodeId: string | null;
  count: number;
  /** Of them: the bot has the wheel and the customer's window is open, so that the flow can begin anew. */
  restartable: number;
}

const framesSchema = z.array(
  z.object({
    program: z.string(),
    nodeId: z.string(),
    loops: z.record(z.string(), z.object({ items: z.array(z.unknown()), at: z.number() })).optional(),
  }),
);

/** What each choice would do to the sessions under way, were the draft published now. Nothing is changed. */
export async function previewPublish(
  pool: Pool,
  workspaceId: string,
  flowId: string,
  now: Date,
): Promise<Preview> {
  const draft = await draftSteps(pool, workspaceId, flowId);
  const standings = await standingsOf(pool, workspaceId, flowId, now);
  const versions = await versionSteps(pool, workspaceId, [...new Set(standings.map((at) => at.versionId))]);
  const movable = (at: Standing) => {
    const from = versions.get(at.versionId);
    return from !== undefined && whyNotMovable(framesSchema.parse(at.frames), from, draft) === null;
  };
  const total = sum(standings.map(({ count }) => count));
  const moves = sum(standings.filter(movable).map(({ count }) => count));
  const restarts = sum(standings.map(({ restartable }) => restartable));
  return {
    total,
    move: { applied: moves, stay: total - moves },
    restart: { applied: restarts, stay: total - restarts },
    end: { applied: total, stay: 0 },
    steps: stepsOf(standings, movable),
  };
}

function stepsOf(standings: readonly Standing[], movable: (at: Standing) => boolean): Preview["steps"] {
  const steps = new Map<string, Preview["steps"][number]>();
  for (const at of standings) {
    if (at.nodeId === null) continue;
    const known = steps.get(at.nodeId) ?? { nodeId: at.nodeId, count: 0, movable: 0 };
    const count = known.count + at.count;
    steps.set(at.nodeId, { ...known, count, movable: known.movable + (movable(at) ? at.count : 0) });
  }
  return [...steps.values()].sort((a, b) => b.count - a.count);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** A loop's list can be long: only that it is under way matters here. */
async function standingsOf(db: Db, workspaceId: string, flowId: string, now: Date): Promise<Standing[]> {
  const { rows } = await db.query<Standing>(
    `SELECT t.version_id AS "versionId", t.frames::json AS frames, t.node_id AS "nodeId", count(*)::int AS count,
            (count(*) FILTER (WHERE t.restartable))::int AS restartable
       FROM (SELECT s.flow_version_id AS version_id, s.node_id,
                    c.mode = 'Bot' AND c.window_expires_at > $3 AS restartable,
                    (SELECT json_agg(json_build_object('program', f->'program', 'nodeId', f->'nodeId', 'loops',
                              COALESCE((SELECT json_object_agg(k, '{"items": [], "at": 0}'::json)
                                          FROM json_object_keys(f->'loops') k), '{}'::json)))
                       FROM json_array_elements(s.state->'frames') f)::text AS frames
               FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
              WHERE s.workspace_id = $1 AND s.flow_id = $2 AND s.status IN ('Active', 'Paused')) t
      GROUP BY t.version_id, t.frames, t.node_id`,
    [workspaceId, flowId, now],
  );
  return rows;
}

async function draftSteps(db: Db, workspaceId: string, flowId: string): Promise<VersionSteps> {
  const { rows } = await db.query<{ draft: unknown }>(
    "SELECT draft FROM flows WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL",
    [workspaceId, flowId],
  );
  if (!rows[0]) throw notFound("flow");
  return stepsIn("draft", rows[0].draft);
}

async function versionSteps(
  db: Db,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VersionSteps>> {
  if (ids.length === 0) return new Map();
  const { rows } = await db.query<{ id: string; definition: unknown }>(
    "SELECT id, definition FROM flow_versions WHERE workspace_id = $1 AND id = ANY ($2::uuid[])",
    [workspaceId, ids],
  );
  return new Map(rows.map(({ id, definition }) => [id, stepsIn(id, definition)]));
}

function stepsIn(id: string, definition: unknown): VersionSteps {
  const parsed = parseFlow(definition);
  const nodes = parsed.ok ? withStart(parsed.flow.nodes) : [];
  return { id, nodes: new Map(nodes.map((node) => [node.id, { type: node.type }])) };
}

interface NewVersion {
  workspaceId: string;
  flowId: string;
  versionId: string;
}

interface LiveRow {
  sessionId: string;
  channelId: string;
  externalId: string;
  shard: number;
}

/**
 * In the publishing transaction: one inbox row for each session under way, applied in order with all else that comes.
 * A session that ended before its row's turn is left alone.
 * @returns shards to wake after commit
 */
export async function applyToLiveSessions(
  client: PoolClient,
  { workspaceId, flowId, versionId }: NewVersion,
  policy: Policy,
  now: Date,
): Promise<number[]> {
  if (policy === "finish") return [];
  const { rows } = await client.query<LiveRow>(
    `SELECT s.id AS "sessionId", c.channel_id AS "channelId", c.external_id AS "externalId", c.shard
       FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
      WHERE s.workspace_id = $1 AND s.flow_id = $2 AND s.status IN ('Active', 'Paused') AND s.flow_version_id <> $3
        AND ($4 <> 'restart' OR (c.mode = 'Bot' AND c.window_expires_at > $5))
      ORDER BY s.id`,
    [workspaceId, flowId, versionId, policy, now],
  );
  if (rows.length === 0) return [];
  await client.query(
    `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload, received_at)
     SELECT $1, t.channel_id, 'agent', t.external_id, t.shard, t.provider_key, t.payload, $2
       FROM unnest($3::uuid[], $4::text[], $5::smallint[], $6::bytea[], $7::json[])
            WITH ORDINALITY AS t(channel_id, external_id, shard, provider_key, payload, n)
      ORDER BY t.n`,
    [
      workspaceId,
      now,
      rows.map((row) => row.channelId),
      rows.map((row) => row.externalId),
      rows.map((row) => row.shard),
      rows.map((row) => providerKey("published", versionId, row.sessionId)),
      rows.map(({ sessionId }) => JSON.stringify(actionOf(policy, sessionId, { flowId, versionId }))),
    ],
  );
  return [...new Set(rows.map((row) => row.shard))];
}

function actionOf(
  policy: Exclude<Policy, "finish">,
  sessionId: string,
  { flowId, versionId }: Omit<NewVersion, "workspaceId">,
) {
  switch (policy) {
    case "move":
      return { action: "move-session", sessionId, flowVersionId: versionId };
    case "restart":
      return { action: "restart-session", sessionId, flowId, flowVersionId: versionId };
    case "end":
      return { action: "end-session", sessionId, reason: "published" };
  }
}
