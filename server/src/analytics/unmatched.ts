/** What customers wrote that no flow took and nobody answered, and what a keyword would have made of it. */
import { foldText, type KeywordMode, matchKeyword } from "@hilo/flow-engine";
import type { Pool } from "pg";
import type { Unmatched } from "../contract/analytics.ts";
import { statement } from "../db/sql.ts";
import { AppError } from "../http/app-error.ts";
import { during, MESSAGES_DURING, type Period } from "./period.ts";

interface Row {
  text: string;
  at: Date;
  conversationId: string;
  contactId: string;
  flowName: string | null;
  [column: string]: unknown;
}

/** The newest so many are looked at. */
const LOOKED_AT = 5_000;
const SHOWN = 100;
const EXAMPLES = 5;

/**
 * Words that came while no session was there, and that no keyword took: they began no session (one begins at the time of its message),
 * and neither a person answered next nor the bot outside of flows, as it does to words like `stop`; or they began one only because its
 * flow takes what nothing else takes.
 */
const selectUnmatched = statement<Row>(
  "analytics-unmatched",
  `SELECT m.text, m.created_at AS at, m.conversation_id AS "conversationId", m.contact_id AS "contactId",
          began.name AS "flowName"
     FROM messages m
     LEFT JOIN LATERAL (
       SELECT n.author = 'bot' AND n.session_id IS NOT NULL AS by_flow FROM messages n
        WHERE n.workspace_id = m.workspace_id AND n.conversation_id = m.conversation_id AND n.seq > m.seq
          AND n.direction = 'out'
        ORDER BY n.seq LIMIT 1) next ON true
     LEFT JOIN LATERAL (
       SELECT s.id, f.name, e.input -> 'cause' ->> 'mode' AS mode FROM sessions s
         LEFT JOIN session_events e ON e.workspace_id = s.workspace_id AND e.session_id = s.id AND e.seq = 1
         LEFT JOIN flows f ON f.workspace_id = s.workspace_id AND f.id = s.flow_id
        WHERE s.workspace_id = m.workspace_id AND s.conversation_id = m.conversation_id AND s.started_at = m.created_at
        LIMIT 1) began ON true
    WHERE ${MESSAGES_DURING}
      AND m.author = 'customer' AND m.session_id IS NULL AND m.content ->> 'type' = 'text' AND m.text <> ''
      AND CASE WHEN began.id IS NULL THEN COALESCE(next.by_flow, true)
               ELSE began.mode IN ('default', 'catch-all', 'first-message') END
    ORDER BY m.created_at DESC LIMIT ${LOOKED_AT + 1}`,
);

/** The newest of them, and whether there are more. */
async function newest(pool: Pool, workspaceId: string, period: Period) {
  const rows = await selectUnmatched.rows(pool, during(workspaceId, period));
  return { looked: rows.slice(0, LOOKED_AT), more: rows.length > LOOKED_AT };
}

export async function unmatchedTexts(pool: Pool, workspaceId: string, period: Period): Promise<Unmatched> {
  const { looked, more } = await newest(pool, workspaceId, period);
  const groups = new Map<string, Row & { count: number }>();
  for (const row of looked) {
    const key = foldText(row.text);
    const known = groups.get(key);
    if (known) known.count++;
    else groups.set(key, { ...row, count: 1 });
  }
  const items = [...groups.values()]
    .sort((a, b) => b.count - a.count || b.at.getTime() - a.at.getTime())
    .slice(0, SHOWN)
    .map(({ text, count, flowName, at, conversationId }) => ({
      text,
      count,
      flowName,
      lastAt: at.toISOString(),
      conversationId,
    }));
  return { count: looked.length, more, items };
}

/** @throws AppError when the pattern of mode `regex` can't be read */
export async function whatIfKeyword(
  pool: Pool,
  workspaceId: string,
  period: Period,
  { keyword, mode }: { keyword: string; mode: KeywordMode },
) {
  const { looked } = await newest(pool, workspaceId, period);
  const taken = looked.filter(({ text }) => matches(keyword, mode, text));
  const examples = new Map(taken.map(({ text }) => [foldText(text), text]));
  return {
    taken: taken.length,
    of: looked.length,
    people: new Set(taken.map(({ contactId }) => contactId)).size,
    examples: [...examples.values()].slice(0, EXAMPLES),
  };
}

function matches(keyword: string, mode: KeywordMode, text: string): boolean {
  try {
    return matchKeyword(keyword, mode, text);
  } catch (error) {
    if (mode === "regex")
      throw new AppError("bad-request", 400, "This is no pattern that can be read (RE2 syntax).");
    throw error;
  }
}
