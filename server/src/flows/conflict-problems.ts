/** Keywords of a draft that published flows take, as problems of the draft. */
import { type KeywordConflict, keywordConflicts, type Problem, parseFlow, START_ID } from "@hilo/flow-engine";
import type { Pool } from "pg";
import { draftEntries } from "./draft-triggers.ts";
import type { PublishedFlows } from "./published-flows.ts";

export async function conflictProblems(
  pool: Pool,
  flows: PublishedFlows,
  { workspaceId, flowId }: { workspaceId: string; flowId: string },
  draft: unknown,
): Promise<Problem[]> {
  const parsed = parseFlow(draft);
  if (!parsed.ok) return [];
  const { rows } = await pool.query<{
    revision: number;
    names: Record<string, string> | null;
  }>({
    name: "conflict-flows",
    text: `SELECT w.trigger_revision AS revision,
                  (SELECT json_object_agg(id, name) FROM flows WHERE workspace_id = $1 AND published_version_id IS NOT NULL) AS names
             FROM workspaces w WHERE w.id = $1`,
    values: [workspaceId],
  });
  const [row] = rows;
  if (!row) return [];
  const { settings, triggers } = parsed.flow;
  const own = await draftEntries(pool, workspaceId, { flowId, triggers, priority: settings.priority });
  const index = (await flows.triggers(pool, workspaceId, row.revision)).withFlow(flowId, own);
  const start = parsed.flow.nodes.find(({ type }) => type === "start")?.id ?? START_ID;
  return keywordConflicts(own, index).map((conflict) => problemOf(conflict, start, row.names ?? {}));
}

function problemOf(
  { keyword, witness, winner, why }: KeywordConflict,
  nodeId: string,
  names: Readonly<Record<string, string>>,
): Problem {
  const name = names[winner.flowId] ?? "another flow";
  const message = `Who writes “${witness}” gets the flow “${name}” (keyword “${winner.keyword}”), not this one: ${why}. Change the keyword “${keyword}” or its mode, or give this flow a higher priority.`;
  return { code: "keyword-shadowed", severity: "warning", nodeId, message, witness: [witness] };
}
