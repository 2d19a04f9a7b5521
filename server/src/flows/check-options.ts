/** What checks of a flow may look up: the workspace's other flows, secrets, teams and templates. */
import type { CheckOptions } from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";

interface Row {
  flows: { id: string; name: string; draft: unknown }[] | null;
  secrets: string[];
  teams: string[];
  templates: string[];
}

/** Drafts count: two flows that call each other must be publishable one after the other. */
export async function checkOptions(db: Pool | PoolClient, workspaceId: string): Promise<CheckOptions> {
  const { rows } = await db.query<Row>({
    name: "check-options",
    text: `SELECT (SELECT json_agg(json_build_object('id', id, 'name', name,
                                    'draft', CASE WHEN draft::text LIKE '%"call-flow"%' THEN draft END) ORDER BY created_at DESC, id DESC)
                     FROM flows WHERE workspace_id = $1 AND archived_at IS NULL) AS flows,
                  ARRAY(SELECT name FROM secrets WHERE workspace_id = $1) AS secrets,
                  ARRAY(SELECT name FROM teams WHERE workspace_id = $1) AS teams,
                  ARRAY(SELECT name || '/' || language FROM templates WHERE workspace_id = $1 AND status = 'APPROVED') AS templates`,
    values: [workspaceId],
  });
  const { flows, secrets = [], teams = [], templates = [] } = rows[0] ?? {};
  const list = flows ?? [];
  return {
    knownFlows: new Set(list.flatMap(({ id, name }) => [id, name])),
    // Of two flows with one name, the older.
    flows: new Map(list.flatMap(({ id, name, draft }) => [[id, draft] as const, [name, draft] as const])),
    known: { secrets: new Set(secrets), teams: new Set(teams), templates: new Set(templates) },
  };
}
