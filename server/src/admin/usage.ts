/** What a workspace did by month: messages, sessions, people, files, and what was counted as it happened. */
import type { Pool } from "pg";

interface MonthRow {
  month: string;
  received: number;
  sent: number;
  templates: number;
  failed: number;
  sessions: number;
  contacts: number;
  mediaBytes: number;
  counters: Record<string, number>;
}

/** Months shown: a year back. */
const MONTHS = 12;

/** Counted from the rows themselves, month by month in UTC, newest first. */
export async function usageByMonth(pool: Pool, workspaceId: string, now: Date): Promise<MonthRow[]> {
  const { rows } = await pool.query<MonthRow>(USAGE, [workspaceId, now, MONTHS - 1]);
  return rows;
}

const month = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM')`;

const USAGE = `
WITH since AS (
  SELECT (date_trunc('month', $2::timestamptz AT TIME ZONE 'UTC') - make_interval(months => $3)) AT TIME ZONE 'UTC' AS at
), said AS (
  SELECT ${month("created_at")} AS month,
         count(*) FILTER (WHERE direction = 'in') AS received,
         count(*) FILTER (WHERE direction = 'out' AND status IN ('Sent', 'Delivered', 'Read') AND author <> 'echo') AS sent,
         count(*) FILTER (WHERE direction = 'out' AND status IN ('Sent', 'Delivered', 'Read') AND content->>'type' = 'template') AS templates,
         count(*) FILTER (WHERE direction = 'out' AND status = 'Failed') AS failed,
         count(DISTINCT contact_id) AS contacts
    FROM messages, since WHERE workspace_id = $1 AND created_at >= since.at GROUP BY 1
), ran AS (
  SELECT ${month("started_at")} AS month, count(*) AS sessions
    FROM sessions, since WHERE workspace_id = $1 AND started_at >= since.at GROUP BY 1
), files AS (
  SELECT ${month("created_at")} AS month, sum(size) AS bytes
    FROM media_files, since WHERE workspace_id = $1 AND channel_id IS NOT NULL AND created_at >= since.at GROUP BY 1
), counted AS (
  SELECT month, json_object_agg(metric, count) AS counters
    FROM monthly_usage, since WHERE workspace_id = $1 AND month >= ${month("since.at")} GROUP BY 1
), months AS (
  SELECT month FROM said UNION SELECT month FROM ran UNION SELECT month FROM files UNION SELECT month FROM counted
)
SELECT month, COALESCE(received, 0)::int AS received, COALESCE(sent, 0)::int AS sent, COALESCE(templates, 0)::int AS templates,
       COALESCE(failed, 0)::int AS failed, COALESCE(sessions, 0)::int AS sessions, COALESCE(contacts, 0)::int AS contacts,
       COALESCE(bytes, 0)::float8 AS "mediaBytes", COALESCE(counters, '{}') AS counters
  FROM months LEFT JOIN said USING (month) LEFT JOIN ran USING (month) LEFT JOIN files USING (month) LEFT JOIN counted USING (month)
 ORDER BY month DESC`;
