/** Triggers of drafts, as entries of an index: what they would be once they are published. */
import {
  buildTriggerIndex,
  type Trigger,
  type TriggerEntry,
  type TriggerIndex,
  triggerSchema,
} from "@hilo/flow-engine";
import type { Pool } from "pg";
import { z } from "zod";
import { notFound } from "../http/app-error.ts";

/** Drafts looked at, the latest first: reading more of them would keep somebody waiting who types. */
const RECENT = 100;

const triggersSchema = z.array(triggerSchema).catch([]);

interface Draft {
  flowId: string;
  triggers: readonly Trigger[];
  priority: number;
}

export async function draftEntries(pool: Pool, workspaceId: string, draft: Draft): Promise<TriggerEntry[]> {
  const { rows } = await pool.query<{ createdAt: Date }>({
    name: "draft-age",
    text: `SELECT created_at AS "createdAt" FROM flows WHERE workspace_id = $1 AND id = $2`,
    values: [workspaceId, draft.flowId],
  });
  const [flow] = rows;
  if (!flow) throw notFound("flow");
  return entriesOf(draft, flow.createdAt);
}

/** The triggers of drafts that are not as they are published, all flows but one. */
export async function otherDrafts(pool: Pool, workspaceId: string, flowId: string): Promise<TriggerIndex> {
  const { rows } = await pool.query<{ flowId: string; triggers: unknown; priority: number; createdAt: Date }>(
    {
      name: "other-drafts",
      text: `SELECT f.id AS "flowId", f.draft->'triggers' AS triggers, f.priority, f.created_at AS "createdAt"
             FROM flows f LEFT JOIN flow_versions v ON v.workspace_id = f.workspace_id AND v.id = f.published_version_id
            WHERE f.workspace_id = $1 AND f.id <> $2 AND f.archived_at IS NULL
              AND (v.id IS NULL OR v.definition->>'triggers' IS DISTINCT FROM f.draft->>'triggers')
            ORDER BY f.updated_at DESC LIMIT $3`,
      values: [workspaceId, flowId, RECENT],
    },
  );
  return buildTriggerIndex(
    rows.flatMap((row) => entriesOf({ ...row, triggers: triggersSchema.parse(row.triggers) }, row.createdAt)),
  );
}

function entriesOf({ flowId, triggers, priority }: Draft, createdAt: Date): TriggerEntry[] {
  return triggers.map((trigger) => ({
    flowId,
    versionId: "draft",
    priority,
    createdAt: createdAt.getTime(),
    trigger,
  }));
}
