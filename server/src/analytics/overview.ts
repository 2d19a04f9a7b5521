/** How much was said in a time, by whom, how fast people answered, and what came of flows. Read when somebody looks: nothing is counted as messages pass. */
import type { Pool } from "pg";
import type { Overview, Volumes } from "../contract/analytics.ts";
import { statement } from "../db/sql.ts";
import { CHANNELS, type Period } from "./period.ts";

const VOLUMES = `
  count(*) FILTER (WHERE m.direction = 'in')::int AS received,
  count(*) FILTER (WHERE m.author = 'bot')::int AS "byBot",
  count(*) FILTER (WHERE m.author IN ('agent', 'echo'))::int AS "byPeople",
  count(*) FILTER (WHERE m.status = 'Failed')::int AS failed,
  count(DISTINCT m.contact_id) FILTER (WHERE m.direction = 'in')::int AS people`;

/** $1 workspace, $2 from, $3 until, $4 channel or null. */
const MESSAGES = `messages m JOIN (${CHANNELS("$1", "$4")}) ch ON ch.id = m.channel_id
 WHERE m.workspace_id = $1 AND m.created_at >= $2 AND m.created_at < $3`;

type Row<T> = T & { [column: string]: unknown };

const selectDays = statement<Row<Volumes & { day: string }>>(
  "analytics-days",
  `SELECT to_char(m.created_at AT TIME ZONE w.time_zone, 'YYYY-MM-DD') AS day, ${VOLUMES}
     FROM workspaces w, ${MESSAGES} AND w.id = $1 GROUP BY 1 ORDER BY 1`,
);
const selectTotal = statement<Row<Volumes>>("analytics-total", `SELECT ${VOLUMES} FROM ${MESSAGES}`);

/** A person's answer is timed where the message before it is the customer's. */
const selectAnswers = statement<Row<Overview["answers"]>>(
  "analytics-answers",
  `SELECT count(*)::int AS count,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
          percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS slow
     FROM (SELECT extract(epoch FROM m.created_at - before.created_at)::float8 AS seconds
             FROM messages m JOIN (${CHANNELS("$1", "$4")}) ch ON ch.id = m.channel_id
            CROSS JOIN LATERAL (
              SELECT b.direction, b.created_at FROM messages b
               WHERE b.workspace_id = m.workspace_id AND b.conversation_id = m.conversation_id AND b.seq < m.seq
               ORDER BY b.seq DESC LIMIT 1) before
            WHERE m.workspace_id = $1 AND m.created_at >= $2 AND m.created_at < $3
              AND m.author IN ('agent', 'echo') AND before.direction = 'in') answered`,
);

/** More flows than anybody compares. */
const FLOWS = 50;
const selectFlows = statement<Row<Overview["flows"][number]>>(
  "analytics-flows",
  `SELECT s.flow_id AS "flowId", f.name, count(*)::int AS started,
          count(*) FILTER (WHERE s.status = 'Completed' AND s.end_reason IS DISTINCT FROM 'expired')::int AS completed,
          count(*) FILTER (WHERE s.status = 'Errored')::int AS errored,
          count(*) FILTER (WHERE s.status = 'Completed' AND s.end_reason = 'expired')::int AS expired,
          count(*) FILTER (WHERE s.status IN ('Active', 'Paused'))::int AS live
     FROM sessions s
     JOIN (${CHANNELS("$1", "$4")}) ch ON ch.id = s.channel_id
     JOIN flows f ON f.workspace_id = s.workspace_id AND f.id = s.flow_id
    WHERE s.workspace_id = $1 AND s.started_at >= $2 AND s.started_at < $3
    GROUP BY 1, 2 ORDER BY started DESC, f.name LIMIT ${FLOWS}`,
);

const NONE: Volumes = { received: 0, byBot: 0, byPeople: 0, failed: 0, people: 0 };

export async function analyticsOverview(
  pool: Pool,
  workspaceId: string,
  { since, until, channelId }: Period,
): Promise<Overview> {
  const during = [workspaceId, since, until, channelId];
  const earlier = new Date(since.getTime() - (until.getTime() - since.getTime()));
  const [days, [total = NONE], [before = NONE], [answers], flows] = await Promise.all([
    selectDays.rows(pool, during),
    selectTotal.rows(pool, during),
    selectTotal.rows(pool, [workspaceId, earlier, since, channelId]),
    selectAnswers.rows(pool, during),
    selectFlows.rows(pool, during),
  ]);
  return { days, total, before, answers: answers ?? { count: 0, median: null, slow: null }, flows };
}
