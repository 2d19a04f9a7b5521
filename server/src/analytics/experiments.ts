/** Results of experiments: who entered which variant, and who of them did afterwards what counts as success. */
import type { Pool } from "pg";
import type { Experiment } from "../contract/analytics.ts";
import { statement } from "../db/sql.ts";
import { confidence } from "./confidence.ts";

interface Row {
  experiment: string;
  variant: string;
  event: string | null;
  entered: number;
  converted: number;
}

const selectResults = statement<Row & { [column: string]: unknown }>(
  "select-experiment-results",
  `WITH chosen AS (
     SELECT DISTINCT ON (x.experiment) x.experiment, x.event FROM (
       SELECT n.experiment, t.event, count(DISTINCT n.contact_id) AS contacts
         FROM experiment_entries n
         JOIN tracked_events t ON t.workspace_id = n.workspace_id AND t.contact_id = n.contact_id AND t.at >= n.at
        WHERE n.workspace_id = $1 AND ($2::text IS NULL OR t.event = $2)
        GROUP BY n.experiment, t.event) x
      ORDER BY x.experiment, x.contacts DESC, x.event)
   SELECT n.experiment, n.variant, c.event, count(*)::int AS entered,
          count(*) FILTER (WHERE EXISTS (
            SELECT 1 FROM tracked_events t
             WHERE t.workspace_id = n.workspace_id AND t.contact_id = n.contact_id AND t.event = c.event AND t.at >= n.at))::int AS converted
     FROM experiment_entries n LEFT JOIN chosen c USING (experiment)
    WHERE n.workspace_id = $1
    GROUP BY n.experiment, n.variant, c.event ORDER BY n.experiment, n.variant`,
);

/** @param event which event counts as success; absent: for each experiment the one that most of its contacts did */
export async function experimentResults(
  pool: Pool,
  workspaceId: string,
  event?: string,
): Promise<Experiment[]> {
  const rows = await selectResults.rows(pool, [workspaceId, event ?? null]);
  const names = [...new Set(rows.map(({ experiment }) => experiment))];
  return names.map((name) => {
    const own = rows.filter(({ experiment }) => experiment === name);
    const [base] = own;
    return {
      name,
      event: base?.event ?? null,
      variants: own.map(({ variant, entered, converted }) => ({
        variant,
        entered,
        converted,
        rate: entered === 0 ? 0 : converted / entered,
        confidence: !base || variant === base.variant ? null : confidence(base, { entered, converted }),
      })),
    };
  });
}

/** Events from `since` on and before `until` (null: open), the most frequent first. */
export async function countedEvents(pool: Pool, workspaceId: string, since: Date | null, until: Date | null) {
  const { rows } = await pool.query<{ event: string; count: number; contacts: number; value: number | null }>(
    {
      name: "select-counted-events",
      text: `SELECT event, count(*)::int AS count, count(DISTINCT contact_id)::int AS contacts, sum(value) AS value
               FROM tracked_events
              WHERE workspace_id = $1 AND at >= COALESCE($2, '-infinity'::timestamptz)
                AND at < COALESCE($3, 'infinity'::timestamptz)
              GROUP BY event ORDER BY 2 DESC, 1 LIMIT 200`,
      values: [workspaceId, since, until],
    },
  );
  return rows;
}
