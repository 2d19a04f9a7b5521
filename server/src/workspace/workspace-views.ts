/** The workspace as its members see and set it. */
import { DEFAULT_GLOBAL_WORDS } from "@hilo/flow-engine";
import type { Pool } from "pg";
import type { z } from "zod";
import type { Workspace, workspaceContract } from "../contract/workspace.ts";
import { workspaceSettingsSchema } from "../conversations/workspace-settings.ts";
import { statement } from "../db/sql.ts";
import { transaction } from "../db/transaction.ts";

interface Row {
  id: string;
  name: string;
  timeZone: string;
  settings: unknown;
}

const selectWorkspace = statement<{
  id: string;
  name: string;
  timeZone: string;
  settings: Record<string, unknown>;
}>("select-workspace", `SELECT id, name, time_zone AS "timeZone", settings FROM workspaces WHERE id = $1`);
const lockWorkspace = statement("lock-workspace", "SELECT 1 FROM workspaces WHERE id = $1 FOR UPDATE");
const updateWorkspace = statement(
  "update-workspace",
  "UPDATE workspaces SET name = $2, time_zone = $3, settings = $4::jsonb WHERE id = $1",
);

/** Settings that this version can't read count as unset, as they do for the flows. */
function viewWorkspace({ id, name, timeZone, settings }: Row): Workspace {
  const { hours = null, globalWords = DEFAULT_GLOBAL_WORDS } =
    workspaceSettingsSchema.safeParse(settings).data ?? {};
  return { id, name, timeZone, hours, globalWords };
}

export async function workspaceById(pool: Pool, id: string): Promise<Workspace> {
  const [row] = await selectWorkspace.rows(pool, [id]);
  if (!row) throw new Error(`workspace ${id} is gone`);
  return viewWorkspace(row);
}

type Changes = z.output<NonNullable<(typeof workspaceContract.update)["~orpc"]["inputSchema"]>>;

export async function changeWorkspace(pool: Pool, id: string, changes: Changes): Promise<Workspace> {
  return transaction(pool, async (client) => {
    await lockWorkspace.run(client, [id]);
    const [row] = await selectWorkspace.rows(client, [id]);
    if (!row) throw new Error(`workspace ${id} is gone`);
    const { hours, globalWords, name = row.name, timeZone = row.timeZone } = changes;
    const settings = {
      ...row.settings,
      ...(globalWords === undefined ? {} : { globalWords }),
      ...(hours === undefined ? {} : { hours: hours ?? undefined }),
    };
    await updateWorkspace.run(client, [id, name, timeZone, JSON.stringify(settings)]);
    return viewWorkspace({ id, name, timeZone, settings });
  });
}

/** Names in use, for pickers: the latest contacts tell which fields there are. */
export async function namesInUse(pool: Pool, workspaceId: string) {
  const { rows } = await pool.query<{ tags: string[]; fields: string[]; topics: string[]; events: string[] }>(
    {
      name: "select-names",
      text: `SELECT ARRAY(SELECT name FROM tags WHERE workspace_id = $1 ORDER BY lower(name) LIMIT 500) AS tags,
                  ARRAY(SELECT DISTINCT jsonb_object_keys(c.fields) FROM (
                          SELECT fields FROM contacts WHERE workspace_id = $1 AND jsonb_typeof(fields) = 'object'
                           ORDER BY created_at DESC LIMIT 2000) c ORDER BY 1 LIMIT 500) AS fields,
                  ARRAY(SELECT DISTINCT topic FROM contact_topics WHERE workspace_id = $1 ORDER BY 1 LIMIT 500) AS topics,
                  ARRAY(SELECT DISTINCT event FROM tracked_events WHERE workspace_id = $1 ORDER BY 1 LIMIT 500) AS events`,
      values: [workspaceId],
    },
  );
  return rows[0] ?? { tags: [], fields: [], topics: [], events: [] };
}
