/** Messages and sessions by month. */
import type { Pool } from "pg";

interface MonthRow {
  month: string;
  received: number;
  sent: number;
  sessions: number;
}

/** Months shown: a year back. */
const MONTHS = 12;

/** Counted from the rows themselves, month by month in UTC, newest first. */
export async function usageByMonth(pool: Pool, workspaceId: string, now: Date): Promise<MonthRow[]> {
  const { rows } = await pool.query<MonthRow>(
    `WITH since AS (SELECT date_trunc('month', $2::timestamptz AT TIME ZONE 'UTC') - make_interval(months => $3) AS at),
     counted AS (
       SELECT to_char(created_at AT TIME ZONE 'UTC', 'YYYY-MM') AS month,
              count(*) FILTER (WHERE direction = 'in') AS received,
              count(*) FILTER (WHERE direction = 'out' AND status IN ('Sent', 'Delivered', 'Read')) AS sent, 0 AS sessions
         FROM messages, since WHERE workspace_id = $1 AND created_at >= since.at AT TIME ZONE 'UTC' GROUP BY 1
       UNION ALL
       SELECT to_char(started_at AT TIME ZONE 'UTC', 'YYYY-MM'), 0, 0, count(*)
         FROM sessions, since WHERE workspace_id = $1 AND started_at >= since.at AT TIME ZONE 'UTC' GROUP BY 1)
     SELECT month, sum(received)::int AS received, sum(sent)::int AS sent, sum(sessions)::int AS sessions
       FROM counted GROUP BY month ORDER BY month DESC`,
    [workspaceId, now, MONTHS - 1],
  );
  return rows;
}
