/** The log of webhooks holds what people wrote, as it came: it is for finding faults, and kept no longer than that takes. */
import type { Pool } from "pg";

/** Long enough to notice that something went wrong last month. */
export const KEEP_LOG_DAYS = 30;
/** Rows deleted in one statement, so that no vacuum or lock grows long. */
const PRUNE_BATCH = 2_000;

/**
 * What is quarantined waits for a person, however long: it stays. So do the inbox's hashes, which know a repeat for ever.
 * @param batch rows of one statement
 * @returns rows deleted
 */
export async function pruneWebhookLog(pool: Pool, batch = PRUNE_BATCH): Promise<number> {
  const { rows } = await pool.query<{ id: string }>("SELECT id FROM workspaces ORDER BY id");
  let total = 0;
  for (const { id } of rows) {
    for (;;) {
      const deleted = await pruneBatch(pool, id, batch);
      total += deleted;
      if (deleted < batch) break;
    }
  }
  return total;
}

async function pruneBatch(pool: Pool, workspaceId: string, batch: number): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM webhook_log WHERE workspace_id = $1 AND id IN (
       SELECT l.id FROM webhook_log l
        WHERE l.workspace_id = $1 AND l.received_at < now() - make_interval(days => $2) AND l.state <> 'quarantined'
          AND l.id NOT IN (SELECT e.webhook_log_id FROM inbox_events e
                            WHERE e.workspace_id = $1 AND e.state = 'quarantined' AND e.webhook_log_id IS NOT NULL)
        ORDER BY l.received_at LIMIT $3)`,
    [workspaceId, KEEP_LOG_DAYS, batch],
  );
  return rowCount ?? 0;
}
