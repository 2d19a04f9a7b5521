/** What a client that was away has missed, in order, without gaps. */
import type { Pool } from "pg";

/** Further behind than this, reading everything anew is cheaper. */
const MAX_MISSED = 2_000;

export interface CaughtUp {
  events: { event: string; payload: Record<string, unknown> }[];
  seq: string;
  reset: boolean;
}

/**
 * Numbers are drawn before they are committed: a row of a transaction still open may have a smaller one than rows that
 * are visible already. So only rows older than every open transaction are given, and the rest the next time.
 * @param since the largest number the client knows; "0" asks where the log stands now
 */
export async function catchUp(pool: Pool, workspaceId: string, since: string): Promise<CaughtUp> {
  if (since === "0") return { events: [], seq: await newest(pool, workspaceId), reset: true };
  if (!(await stillKept(pool, workspaceId, since)))
    return { events: [], seq: await newest(pool, workspaceId), reset: true };
  const { rows } = await pool.query<{ seq: string; event: string; payload: Record<string, unknown> }>({
    name: "catch-up",
    text: `SELECT seq::text AS seq, event, payload FROM change_log c
            WHERE workspace_id = $1 AND c.seq > $2 AND xid < pg_snapshot_xmin(pg_current_snapshot())
            ORDER BY c.seq LIMIT $3`,
    values: [workspaceId, since, MAX_MISSED + 1],
  });
  if (rows.length > MAX_MISSED) return { events: [], seq: await newest(pool, workspaceId), reset: true };
  const events = rows.map(({ seq, event, payload }) => ({ event, payload: { ...payload, seq } }));
  return { events, seq: rows.at(-1)?.seq ?? since, reset: false };
}

/** Once the client's own last row is pruned, others may be gone with it. */
async function stillKept(pool: Pool, workspaceId: string, seq: string): Promise<boolean> {
  const { rowCount } = await pool.query("SELECT 1 FROM change_log WHERE workspace_id = $1 AND seq = $2", [
    workspaceId,
    seq,
  ]);
  return rowCount === 1;
}

async function newest(pool: Pool, workspaceId: string): Promise<string> {
  const { rows } = await pool.query<{ seq: string }>(
    `SELECT COALESCE(max(c.seq), 0)::text AS seq FROM change_log c
      WHERE workspace_id = $1 AND xid < pg_snapshot_xmin(pg_current_snapshot())`,
    [workspaceId],
  );
  return rows[0]?.seq ?? "0";
}

/** A client away for longer reads everything anew. */
const KEEP_HOURS = 24;
/** Rows deleted in one statement, so that no vacuum or lock grows long. */
const PRUNE_BATCH = 5_000;

/** @returns rows deleted */
export async function pruneChangeLog(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `DELETE FROM change_log WHERE (workspace_id, seq) IN (
       SELECT workspace_id, seq FROM change_log WHERE at < now() - make_interval(hours => $1) LIMIT $2)`,
    [KEEP_HOURS, PRUNE_BATCH],
  );
  return rowCount ?? 0;
}
