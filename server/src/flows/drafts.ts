/** Drafts: made, saved over exactly what was read, thrown away. A draft may have problems; only publishing asks for none. */
import { check, FLOW_FORMAT, type Problem } from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import type { FlowDetail } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { flowById } from "./flow-views.ts";

type Db = Pick<Runtime, "pool">;
type Definition = Record<string, unknown>;

/** What a new flow begins with: a greeting to write over. */
function starter(name: string): Definition {
  return {
    format: FLOW_FORMAT,
    name,
    language: "en",
    triggers: [],
    nodes: [
      { id: "start", type: "start", data: {}, position: { x: 0, y: 0 } },
      {
        id: "n1",
        type: "text",
        data: { text: "Hello {{ contact.name | default: 'there' }}!" },
        position: { x: 340, y: 0 },
      },
    ],
    edges: [{ id: "e1", source: "start", target: "n1" }],
  };
}

export async function getFlow(db: Db, workspaceId: string, id: string): Promise<FlowDetail> {
  const flow = await flowById(db.pool, workspaceId, id);
  if (!flow) throw notFound("flow");
  return flow;
}

export async function createFlow(
  db: Db,
  workspaceId: string,
  flow: { name: string; definition?: Definition | undefined },
  userId: string | null,
): Promise<FlowDetail> {
  const id = newId();
  const definition = { ...(flow.definition ?? starter(flow.name)), name: flow.name };
  await db.pool.query(
    `INSERT INTO flows (workspace_id, id, name, draft, priority, created_by, updated_at) VALUES ($1, $2, $3, $4::json, $5, $6, now())`,
    [workspaceId, id, flow.name, JSON.stringify(definition), priorityOf(definition), userId],
  );
  return getFlow(db, workspaceId, id);
}

/** With a revision, refused when the stored draft is another one. */
export async function saveDraft(
  db: Db,
  workspaceId: string,
  save: { id: string; name?: string | undefined; definition: Definition; revision?: number | undefined },
): Promise<FlowDetail> {
  const named: unknown = save.name ?? save.definition.name;
  const name = typeof named === "string" && named.trim() !== "" ? named.trim() : null;
  const definition = name === null ? save.definition : { ...save.definition, name };
  const { rowCount } = await db.pool.query(
    `UPDATE flows SET draft = $3::json, name = COALESCE($4, name), priority = $5, draft_revision = draft_revision + 1, updated_at = now()
      WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL AND ($6::int IS NULL OR draft_revision = $6)`,
    [
      workspaceId,
      save.id,
      JSON.stringify(definition),
      name?.slice(0, 120) ?? null,
      priorityOf(definition),
      save.revision ?? null,
    ],
  );
  const flow = await getFlow(db, workspaceId, save.id);
  if (!rowCount) {
    throw new AppError(
      "conflict",
      409,
      "Somebody saved this flow since you read it. Read it again, or save without a revision.",
      [{ revision: flow.revision }],
    );
  }
  return flow;
}

function priorityOf(definition: Definition): number {
  const settings: unknown = definition.settings;
  const priority: unknown =
    settings !== null && typeof settings === "object" ? Reflect.get(settings, "priority") : 0;
  return typeof priority === "number" && Number.isInteger(priority) ? priority : 0;
}

/** Archived, not destroyed: sessions under way finish on their version, and old conversations keep their names. */
export async function removeFlow(db: Db, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await db.pool.query(
    `WITH gone AS (
       UPDATE flows SET archived_at = now(), published_version_id = NULL WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL
       RETURNING workspace_id)
     UPDATE workspaces w SET trigger_revision = trigger_revision + 1 FROM gone WHERE w.id = gone.workspace_id`,
    [workspaceId, id],
  );
  if (!rowCount) throw notFound("flow");
}

/** Checks a definition as a flow of the workspace: calls may name any of its flows. */
export async function checkFlow(
  db: Pool | PoolClient,
  workspaceId: string,
  definition: unknown,
): Promise<Problem[]> {
  const { rows } = await db.query<{ id: string; name: string }>(
    "SELECT id, name FROM flows WHERE workspace_id = $1 AND archived_at IS NULL",
    [workspaceId],
  );
  return check(definition, { knownFlows: new Set(rows.flatMap((row) => [row.id, row.name])) });
}
