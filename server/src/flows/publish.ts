/** Publishing: the draft becomes an immutable version, its triggers count from the commit on. */
import { foldText, hasErrors, parseFlow, type Trigger } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import type { FlowDetail } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { checkFlow, getFlow } from "./drafts.ts";

type Db = Pick<Runtime, "pool">;

/** @throws AppError `flow-has-problems` with the problems as issues */
export async function publishFlow(
  db: Db,
  workspaceId: string,
  id: string,
  options: { note?: string | undefined; userId: string | null },
): Promise<FlowDetail> {
  const client = await db.pool.connect();
  try {
    await client.query("BEGIN");
    const definition = await lockDraft(client, workspaceId, id);
    const problems = await checkFlow(client, workspaceId, definition);
    const parsed = parseFlow(definition);
    if (hasErrors(problems) || !parsed.ok) {
      throw new AppError(
        "flow-has-problems",
        422,
        "The flow has problems; mend them, then publish.",
        problems.map((problem) => ({ ...problem })),
      );
    }
    const versionId = await insertVersion(client, workspaceId, id, definition, options);
    await replaceTriggers(client, workspaceId, id, versionId, parsed.flow.triggers);
    await client.query(
      "UPDATE flows SET published_version_id = $3, priority = $4 WHERE workspace_id = $1 AND id = $2",
      [workspaceId, id, versionId, parsed.flow.settings.priority],
    );
    await bumpTriggers(client, workspaceId);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  } finally {
    client.release();
  }
  return getFlow(db, workspaceId, id);
}

/** Two publishes of one flow wait for each other here, so version numbers have no gaps and no doubles. */
async function lockDraft(client: PoolClient, workspaceId: string, id: string): Promise<unknown> {
  const { rows } = await client.query<{ draft: unknown }>(
    "SELECT draft FROM flows WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL FOR UPDATE",
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound("flow");
  return rows[0].draft;
}

async function insertVersion(
  client: PoolClient,
  workspaceId: string,
  flowId: string,
  definition: unknown,
  options: { note?: string | undefined; userId: string | null },
): Promise<string> {
  const id = newId();
  await client.query(
    `INSERT INTO flow_versions (workspace_id, id, flow_id, number, definition, note, created_by)
     SELECT $1, $2, $3, COALESCE(max(number), 0) + 1, $4::json, $5, $6 FROM flow_versions WHERE workspace_id = $1 AND flow_id = $3`,
    [workspaceId, id, flowId, JSON.stringify(definition), options.note ?? null, options.userId],
  );
  return id;
}

async function replaceTriggers(
  client: PoolClient,
  workspaceId: string,
  flowId: string,
  versionId: string,
  triggers: readonly Trigger[],
): Promise<void> {
  await client.query(
    "UPDATE triggers SET active = false WHERE workspace_id = $1 AND flow_id = $2 AND active",
    [workspaceId, flowId],
  );
  if (triggers.length === 0) return;
  const keywords = triggers.map((trigger) => (trigger.type === "keyword" ? trigger.keyword : null));
  await client.query(
    `INSERT INTO triggers (workspace_id, id, flow_id, flow_version_id, type, keyword, normalized, mode, config)
     SELECT $1, i, $2, $3, t, k, n, m, c FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[]) AS r(i, t, k, n, m, c)`,
    [
      workspaceId,
      flowId,
      versionId,
      triggers.map(() => newId()),
      triggers.map((trigger) => trigger.type),
      keywords,
      keywords.map((keyword) => (keyword === null ? null : foldText(keyword))),
      triggers.map((trigger) => (trigger.type === "keyword" ? trigger.mode : null)),
      triggers.map((trigger) => JSON.stringify(trigger)),
    ],
  );
}

async function bumpTriggers(client: PoolClient, workspaceId: string): Promise<void> {
  await client.query("UPDATE workspaces SET trigger_revision = trigger_revision + 1 WHERE id = $1", [
    workspaceId,
  ]);
}

/** Its triggers stop at once; sessions under way finish. */
export async function unpublishFlow(db: Db, workspaceId: string, id: string): Promise<FlowDetail> {
  const { rowCount } = await db.pool.query(
    `WITH off AS (
       UPDATE flows SET published_version_id = NULL WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL RETURNING workspace_id, id
     ), silent AS (
       UPDATE triggers t SET active = false FROM off WHERE t.workspace_id = off.workspace_id AND t.flow_id = off.id AND t.active
     )
     UPDATE workspaces w SET trigger_revision = trigger_revision + 1 FROM off WHERE w.id = off.workspace_id`,
    [workspaceId, id],
  );
  if (!rowCount) throw notFound("flow");
  return getFlow(db, workspaceId, id);
}
