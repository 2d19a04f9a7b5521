/** Drafts: made, saved over exactly what was read, taken away. */
import { FLOW_FORMAT, type FlowInput, parseFlow, START_ID } from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import type { Actor } from "../auth/actor.ts";
import type { FlowDetail } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import { AppError, notFound } from "../http/app-error.ts";
import { removeSchedules } from "../schedules/save-schedules.ts";
import { flowById } from "./flow-views.ts";

type Definition = Record<string, unknown>;

/** A draft is read, checked and compared whole: beyond this none of it is quick. The engine's own limits are met first. */
const MAX_DRAFT_BYTES = 2 * 1024 * 1024;
/** A flow name's greatest length in the format. */
const MAX_NAME = 120;

export async function createFlow(
  pool: Pool,
  actor: Pick<Actor, "workspaceId" | "userId">,
  name: string,
  definition: Definition | undefined,
): Promise<FlowDetail> {
  const id = newId();
  const draft = named(definition ?? starter(name), name);
  await pool.query(
    "INSERT INTO flows (workspace_id, id, name, draft, created_by, updated_at) VALUES ($1, $2, $3, $4::json, $5, now())",
    [actor.workspaceId, id, name, textOf(draft), actor.userId],
  );
  return flowById(pool, actor.workspaceId, id);
}

function starter(name: string): Definition {
  const flow: FlowInput = {
    format: FLOW_FORMAT,
    name,
    triggers: [],
    nodes: [{ id: START_ID, type: "start", data: {}, position: { x: 0, y: 0 } }],
    edges: [],
  };
  return { ...flow };
}

export interface DraftSave {
  id: string;
  name?: string | undefined;
  definition: Definition;
  /** What the caller's edits are based on. Absent: whatever is there is replaced. */
  revision?: number | undefined;
}

export async function saveDraft(pool: Pool, workspaceId: string, save: DraftSave): Promise<FlowDetail> {
  return transaction(pool, async (client) => {
    const before = await lockFlow(client, workspaceId, save.id);
    if (save.revision !== undefined && save.revision !== before.revision) {
      const message =
        "Somebody saved this flow since you opened it. Read it again, or save without a revision to replace theirs.";
      throw new AppError("conflict", 409, message, [{ revision: before.revision }]);
    }
    const name = save.name ?? nameIn(save.definition) ?? before.name;
    await client.query(
      `UPDATE flows SET name = $3, draft = $4::json, draft_revision = draft_revision + 1, updated_at = now()
        WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, save.id, name, textOf(named(save.definition, name))],
    );
    // Calls find a published flow by its name.
    if (name !== before.name && before.isPublished) await bumpTriggerRevision(client, workspaceId);
    return flowById(client, workspaceId, save.id);
  });
}

/** Out of sight and started by nothing; its versions stay for the sessions that walk them and for their replays. */
export async function removeFlow(pool: Pool, workspaceId: string, id: string): Promise<void> {
  await transaction(pool, async (client) => {
    await lockFlow(client, workspaceId, id);
    await client.query("DELETE FROM triggers WHERE workspace_id = $1 AND flow_id = $2", [workspaceId, id]);
    await removeSchedules(client, { workspaceId, flowId: id });
    await client.query(
      "UPDATE flows SET archived_at = now(), published_version_id = NULL, updated_at = now() WHERE workspace_id = $1 AND id = $2",
      [workspaceId, id],
    );
    await bumpTriggerRevision(client, workspaceId);
  });
}

export interface LockedFlow {
  name: string;
  revision: number;
  draft: unknown;
  isPublished: boolean;
}

/** One change of a flow at a time. */
export async function lockFlow(client: PoolClient, workspaceId: string, id: string): Promise<LockedFlow> {
  const { rows } = await client.query<LockedFlow>(
    `SELECT name, draft_revision AS revision, draft, published_version_id IS NOT NULL AS "isPublished"
       FROM flows WHERE workspace_id = $1 AND id = $2 AND archived_at IS NULL FOR UPDATE`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound("flow");
  return rows[0];
}

/** Every process rebuilds its trigger index when this moves. */
export async function bumpTriggerRevision(client: PoolClient, workspaceId: string): Promise<void> {
  await client.query("UPDATE workspaces SET trigger_revision = trigger_revision + 1 WHERE id = $1", [
    workspaceId,
  ]);
}

function nameIn({ name }: Definition): string | undefined {
  const trimmed = typeof name === "string" ? name.trim() : "";
  return trimmed === "" ? undefined : trimmed.slice(0, MAX_NAME);
}

/** The row and the definition never disagree on the name; the definition's own order of keys is kept. */
function named(definition: Definition, name: string): Definition {
  return { ...definition, name };
}

/** What JSON.stringify writes as an escape and PostgreSQL can't read back: NUL and halves of surrogate pairs. */
const UNREADABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/i;

function textOf(draft: Definition): string {
  refuseUnlessFlow(draft);
  const text = JSON.stringify(draft);
  if (Buffer.byteLength(text) > MAX_DRAFT_BYTES) {
    throw new AppError(
      "flow-too-large",
      422,
      "The flow is larger than 2 MB. Divide it into flows that call each other.",
    );
  }
  if (UNREADABLE.test(text)) {
    throw new AppError(
      "bad-request",
      400,
      "The flow has a character that is no text (NUL or half an emoji). Remove it.",
    );
  }
  return text;
}

/** A draft may have problems; it must be a flow: what can't be opened again is not saved. */
function refuseUnlessFlow(draft: Definition): void {
  const parsed = parseFlow(draft);
  if (parsed.ok) return;
  const [first] = parsed.problems;
  throw new AppError(
    "flow-invalid",
    422,
    `This is not a flow that can be saved: ${first?.message ?? "it can't be read"}`,
    parsed.problems.map((problem) => ({ ...problem })),
  );
}
