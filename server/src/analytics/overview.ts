/** How much was said in a time, by whom, how fast people answered, and what came of flows. Read when somebody looks: nothing is counted as messages pass. */
import type { Pool } from "pg";
import type { Overview, Volumes } from "../contract/analytics.ts";
import { statement } from "../db/sql.ts";
import { during, MESSAGES_DURING, type Period, SESSIONS_DURING } from "./period.ts";

const VOLUMES = `
  count(*) FILTER (WHERE m.direction = 'in')::int AS received,
  count(*) FILTER (WHERE m.author = 'bot')::int AS "byBot",
  count(*) FILTER (WHERE m.author IN ('agent', 'echo'))::int AS "byPeople",
  count(*) FILTER (WHERE m.status = 'Failed')::int AS failed,
  count(DISTINCT m.contact_id) FILTER (WHERE m.direction = 'in')::int AS people`;

type Row<T> = T & { [column: string]: unknown };

/** Of each day, and (null) of all of them: people of several days count once there. */
const selectVolumes = statement<Row<Volumes & { day: string | null }>>(
  "analytics-volumes",
  `SELECT d.day, ${VOLUMES}
     FROM workspaces w, messages m
    CROSS JOIN LATERAL (SELECT to_char(m.created_at AT TIME ZONE w.time_zone, 'YYYY-MM-DD') AS day) d
    WHERE w.id = $1 AND ${MESSAGES_DURING} GROUP BY GROUPING SETS ((d.day), ()) ORDER BY 1`,
);
const selectTotal = statement<Row<Volumes>>(
  "analytics-total",
  `SELECT ${VOLUMES} FROM messages m WHERE ${MESSAGES_DURING}`,
);

/** A person's answer is timed where the message before it is the customer's. */
const selectAnswers = statement<Row<Overview["answers"]>>(
  "analytics-answers",
  `SELECT count(*)::int AS count,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median,
          percentile_cont(0.9) WITHIN GROUP (ORDER BY seconds) AS slow
     FROM (SELECT extract(epoch FROM m.created_at - before.created_at)::float8 AS seconds
             FROM messages m
            CROSS JOIN LATERAL (
              SELECT b.direction, b.created_at FROM messages b
               WHERE b.workspace_id = m.workspace_id AND b.conversation_id = m.conversation_id AND b.seq < m.seq
               ORDER BY b.seq DESC LIMIT 1) before
            WHERE ${MESSAGES_DURING}
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
     JOIN flows f ON f.workspace_id = s.workspace_id AND f.id = s.flow_id
    WHERE ${SESSIONS_DURING}
    GROUP BY 1, 2 ORDER BY started DESC, f.name LIMIT ${FLOWS}`,
);

const NONE: Volumes = { received: 0, byBot: 0, byPeople: 0, failed: 0, people: 0 };

export async function analyticsOverview(pool: Pool, workspaceId: string, period: Period): Promise<Overview> {
  const { since, until } = period;
  const now = during(workspaceId, period);
  const earlier = new Date(since.getTime() - (until.getTime() - since.getTime()));
  const [volumes, [before = NONE], [answers], flows] = await Promise.all([
    selectVolumes.rows(pool, now),
    selectTotal.rows(pool, during(workspaceId, { ...period, since: earlier, until: since })),
    selectAnswers.rows(pool, now),
    selectFlows.rows(pool, now),
  ]);
  const { day: _, ...total } = volumes.find(({ day }) => day === null) ?? { day: null, ...NONE };
  const days = volumes.flatMap(({ day, ...rest }) => (day === null ? [] : [{ day, ...rest }]));
  return { days, total, before, answers: answers ?? { count: 0, median: null, slow: null }, flows };
}
