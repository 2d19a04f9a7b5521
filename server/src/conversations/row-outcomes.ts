/** What came of rows in the inbox that each asked something of one session. */
import type { Pool } from "pg";
import type { WhyNotDone } from "../contract/sessions.ts";

interface OutcomeRow {
  sessionId: string;
  state: string;
  /** Why the engine let it be; null where it was not asked, or did it. */
  ignored: string | null;
}

/** Of the engine's words, those that people are told; others say that the session was not there any more. */
const TOLD: Readonly<Record<string, WhyNotDone>> = {
  "step-gone": "step-gone",
  "not-in-flow": "not-in-flow",
  "flow-missing": "not-published",
};

/** @returns why not, by the session's id; null: it was done */
export async function outcomesOf(
  pool: Pool,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, WhyNotDone | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<OutcomeRow>(
    `SELECT e.payload->>'sessionId' AS "sessionId", e.state,
            (SELECT t->>'reason' FROM session_events s CROSS JOIN LATERAL json_array_elements(s.trace) t
              WHERE s.workspace_id = e.workspace_id AND s.session_id = (e.payload->>'sessionId')::uuid
                AND s.inbox_event_id = e.id AND t->>'type' = 'input-ignored' LIMIT 1) AS ignored
       FROM inbox_events e WHERE e.workspace_id = $1 AND e.id = ANY ($2::bigint[])`,
    [workspaceId, ids],
  );
  return new Map(rows.map((row) => [row.sessionId, whyNot(row)]));
}

function whyNot({ state, ignored }: OutcomeRow): WhyNotDone | null {
  if (state === "pending") return "later";
  if (state === "held") return "agent";
  if (state === "quarantined") return "failed";
  if (ignored !== null) return TOLD[ignored] ?? "ended";
  return state === "done" ? null : "ended";
}
