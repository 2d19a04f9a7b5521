/** A conversation that passes by everything: a task, a question, a timer, messages; and what a chat looks like when it went well. */
import type { Pool } from "pg";

export const STORY = {
  format: "hilo.flow/1",
  name: "Story",
  triggers: [{ type: "keyword", keyword: "vamos", mode: "word" }],
  nodes: [
    { id: "one", type: "text", data: { text: "Uno" } },
    // Nobody's address: the task ends by the error port, which is as good a way through the queue as another.
    { id: "call", type: "http-request", data: { url: "http://192.0.2.1/", retries: 0 } },
    { id: "ask", type: "ask", data: { text: "¿Nombre?", saveAs: "name" } },
    { id: "pause", type: "wait", data: { amount: 1, unit: "seconds" } },
    { id: "bye", type: "text", data: { text: "Hola {{ name }}" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "one" },
    { id: "e1", source: "one", target: "call" },
    { id: "e2", source: "call", target: "ask" },
    { id: "e3", source: "call", sourceHandle: "error", target: "ask" },
    { id: "e4", source: "ask", target: "pause" },
    { id: "e5", source: "pause", target: "bye" },
  ],
};

export const STORY_CHAT = ["> vamos", "Uno", "¿Nombre?", "> Luz", "Hola Luz"];

/** By customer: what was said, both ways, in order. */
export async function chats(db: Pool): Promise<Map<string, string[]>> {
  const { rows } = await db.query<{ who: string; lines: string[] }>(
    `SELECT c.external_id AS who,
            array_agg((CASE m.direction WHEN 'in' THEN '> ' ELSE '' END) || m.text ORDER BY m.seq) AS lines
       FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      GROUP BY c.workspace_id, c.id`,
  );
  return new Map(rows.map(({ who, lines }) => [who, lines]));
}

/** How the sessions of the story ended, without what names the one or the other: one for all when all went the same way. */
export async function endStates(db: Pool): Promise<string[]> {
  const { rows } = await db.query<{ ended: string }>(
    `SELECT DISTINCT concat_ws(' ', s.status, s.version, s.end_reason, s.node_id, s.state -> 'vars' -> 'name',
            (SELECT string_agg(t ->> 'type', ',' ORDER BY e.seq, n) FROM session_events e
              CROSS JOIN LATERAL json_array_elements(e.trace) WITH ORDINALITY AS l(t, n)
              WHERE e.workspace_id = s.workspace_id AND e.session_id = s.id)) AS ended
       FROM sessions s JOIN flows f ON f.workspace_id = s.workspace_id AND f.id = s.flow_id WHERE f.name = $1`,
    [STORY.name],
  );
  return rows.map(({ ended }) => ended);
}

/** Milliseconds from the first kill after they came until events were done and messages settled. @param kills by the database's clock */
export async function recoveries(db: Pool, kills: readonly Date[]): Promise<number[]> {
  const { rows } = await db.query<{ ms: number }>(
    `WITH ends AS (
       SELECT received_at AS began, done_at AS ended FROM inbox_events WHERE done_at IS NOT NULL
       UNION ALL
       SELECT m.created_at, COALESCE(m.sent_at, (SELECT min(l.at) FROM change_log l
                WHERE m.status = 'Uncertain' AND l.workspace_id = m.workspace_id
                  AND (l.event = 'referred' AND l.payload ->> 'statuses' LIKE '%' || m.id || '%'
                       OR l.event = 'several' AND l.contact_id = m.contact_id
                          AND EXISTS (SELECT 1 FROM json_array_elements(l.payload) AS e
                                       WHERE e -> 'payload' ->> 'messageId' = m.id::text
                                         AND e -> 'payload' ->> 'status' = 'Uncertain'))))
         FROM messages m WHERE m.direction = 'out')
     SELECT (extract(epoch FROM e.ended - k.at) * 1000)::float8 AS ms FROM ends e
      CROSS JOIN LATERAL (SELECT min(k) AS at FROM unnest($1::timestamptz[]) AS k WHERE k >= e.began) k
      WHERE e.ended > k.at`,
    [kills],
  );
  return rows.map(({ ms }) => ms);
}
