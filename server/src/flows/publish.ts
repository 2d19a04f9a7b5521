/** From draft to version: checked, kept for ever, and its triggers put in force, in one transaction. */
import {
  check,
  type Flow,
  foldText,
  hasErrors,
  type Problem,
  parseFlow,
  type Trigger,
} from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import type { z } from "zod";
import type { Actor } from "../auth/actor.ts";
import type { liveSessionsPolicy } from "../contract/flows.ts";
import type { FlowDetail } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { removeSchedules, saveSchedules } from "../schedules/save-schedules.ts";
import { checkOptions } from "./check-options.ts";
import { conflictProblems } from "./conflict-problems.ts";
import { bumpTriggerRevision, lockFlow } from "./drafts.ts";
import { flowById } from "./flow-views.ts";
import { applyToLiveSessions } from "./live-sessions.ts";
import type { PublishedFlows } from "./published-flows.ts";

export interface PublishOptions {
  id: string;
  note?: string | undefined;
  liveSessions?: z.infer<typeof liveSessionsPolicy> | undefined;
}

/** Sessions under way are moved, restarted or ended by rows in the inbox, as soon as it is drained. */
export async function publishFlow(
  { pool, now, wake }: Pick<Runtime, "pool" | "now" | "wake">,
  actor: Pick<Actor, "workspaceId" | "userId">,
  options: PublishOptions,
): Promise<FlowDetail> {
  const { workspaceId, userId } = actor;
  const published = await transaction(pool, async (client) => {
    const { draft } = await lockFlow(client, workspaceId, options.id);
    const flow = await soundFlow(client, workspaceId, draft);
    const versionId = newId();
    await insertVersion(client, {
      workspaceId,
      flowId: options.id,
      versionId,
      note: options.note ?? null,
      createdBy: userId,
    });
    await replaceTriggers(client, { workspaceId, flowId: options.id, versionId }, flow.triggers);
    await saveSchedules(client, { workspaceId, flowId: options.id }, flow.triggers);
    await client.query(
      "UPDATE flows SET published_version_id = $3, priority = $4, updated_at = now() WHERE workspace_id = $1 AND id = $2",
      [workspaceId, options.id, versionId, flow.settings.priority],
    );
    await bumpTriggerRevision(client, workspaceId);
    const version = { workspaceId, flowId: options.id, versionId };
    const shards = await applyToLiveSessions(client, version, options.liveSessions ?? "finish", now());
    return { detail: await flowById(client, workspaceId, options.id), shards };
  });
  for (const shard of published.shards) wake("drain", String(shard));
  return published.detail;
}

export async function unpublishFlow(pool: Pool, workspaceId: string, id: string): Promise<FlowDetail> {
  return transaction(pool, async (client) => {
    await lockFlow(client, workspaceId, id);
    await client.query("DELETE FROM triggers WHERE workspace_id = $1 AND flow_id = $2", [workspaceId, id]);
    await removeSchedules(client, { workspaceId, flowId: id });
    await client.query(
      "UPDATE flows SET published_version_id = NULL, updated_at = now() WHERE workspace_id = $1 AND id = $2",
      [workspaceId, id],
    );
    await bumpTriggerRevision(client, workspaceId);
    return flowById(client, workspaceId, id);
  });
}

/** What `check` says of a definition, or of the flow's draft. */
export async function checkFlow(
  pool: Pool,
  flows: PublishedFlows,
  workspaceId: string,
  id: string,
  definition: unknown,
): Promise<Problem[]> {
  const { rows } = await pool.query<{ draft: unknown }>(
    "SELECT draft FROM flows WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL",
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound("flow");
  const draft = definition ?? rows[0].draft;
  const problems = check(draft, await checkOptions(pool, workspaceId));
  const conflicts = await conflictProblems(pool, flows, { workspaceId, flowId: id }, draft);
  // Hints are for who draws the flow, and the editor finds them itself.
  return [...problems.filter(({ severity }) => severity !== "info"), ...conflicts];
}

async function soundFlow(client: PoolClient, workspaceId: string, draft: unknown): Promise<Flow> {
  const problems = check(draft, await checkOptions(client, workspaceId));
  const parsed = parseFlow(draft);
  if (!hasErrors(problems) && parsed.ok) return parsed.flow;
  const errors = problems.filter(({ severity }) => severity === "error");
  const count = errors.length === 1 ? "one problem" : `${errors.length} problems`;
  throw new AppError(
    "flow-has-problems",
    422,
    `The flow can't be published: it has ${count}.`,
    errors.map((problem) => ({ ...problem })),
  );
}

interface NewVersion {
  workspaceId: string;
  flowId: string;
  versionId: string;
  note: string | null;
  createdBy: string | null;
}

/** Copied inside the database, so that version and draft are the same to the letter. */
async function insertVersion(
  client: PoolClient,
  { workspaceId, flowId, versionId, note, createdBy }: NewVersion,
): Promise<void> {
  await client.query(
    `INSERT INTO flow_versions (workspace_id, id, flow_id, number, kind, definition, note, created_by)
     SELECT f.workspace_id, $3, f.id,
            1 + COALESCE((SELECT max(v.number) FROM flow_versions v
                           WHERE v.workspace_id = f.workspace_id AND v.flow_id = f.id AND v.kind = 'published'), 0),
            'published', f.draft, $4, $5
       FROM flows f WHERE f.workspace_id = $1 AND f.id = $2`,
    [workspaceId, flowId, versionId, note, createdBy],
  );
}

type FlowRef = Pick<NewVersion, "workspaceId" | "flowId" | "versionId">;

async function replaceTriggers(
  client: PoolClient,
  { workspaceId, flowId, versionId }: FlowRef,
  triggers: readonly Trigger[],
): Promise<void> {
  await client.query("DELETE FROM triggers WHERE workspace_id = $1 AND flow_id = $2", [workspaceId, flowId]);
  const keywords = triggers.map((trigger) => (trigger.type === "keyword" ? trigger : null));
  await client.query(
    `INSERT INTO triggers (workspace_id, id, flow_id, flow_version_id, type, keyword, normalized, mode, config)
     SELECT $1, t.id, $2, $3, t.type, t.keyword, t.normalized, t.mode, t.config
       FROM unnest($4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[])
            AS t(id, type, keyword, normalized, mode, config)`,
    [
      workspaceId,
      flowId,
      versionId,
      triggers.map(() => newId()),
      triggers.map((trigger) => trigger.type),
      keywords.map((trigger) => trigger?.keyword ?? null),
      keywords.map((trigger) => (trigger ? foldText(trigger.keyword) : null)),
      keywords.map((trigger) => trigger?.mode ?? null),
      triggers.map((trigger) => JSON.stringify(trigger)),
    ],
  );
}
