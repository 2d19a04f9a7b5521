/** Keeps the planner's figures in step with tables that grow fast, which autovacuum does once a minute at best. */
import type { Pool } from "pg";

/** Where a plan made for an empty table would read all of it for each row. */
const TABLES = [
  "change_log",
  "contacts",
  "conversations",
  "delivery_statuses",
  "inbox_events",
  "messages",
  "session_events",
  "sessions",
  "tasks",
  "timers",
];
/** Below that any plan will do. */
const MIN_ROWS = 100;
/** A plan for a third of the rows is the plan for all. */
const GROWTH = 3;
/** Rows looked at for each (times 300): how many there are is what matters; autovacuum looks closer later. */
const DETAIL = 20;

/**
 * Analyzes the tables that have grown many times over since they were last looked at. Statements that are prepared
 * are planned anew then.
 * @returns names of the tables
 */
export async function refreshStatistics(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>({
    name: "outgrown-tables",
    text: `SELECT s.relname AS name
             FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
            WHERE s.schemaname = current_schema() AND s.relname = ANY ($1)
              AND s.n_live_tup >= $2 AND s.n_live_tup > $3 * GREATEST(c.reltuples, 0)`,
    values: [TABLES, MIN_ROWS, GROWTH],
  });
  // One after the other: each is a transaction of its own, as what is sent together is.
  for (const { name } of rows)
    await pool.query(`SET LOCAL default_statistics_target = ${DETAIL}; ANALYZE ${name}`);
  return rows.map(({ name }) => name);
}
