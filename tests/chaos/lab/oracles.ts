/**
 * What must hold after any fault, read from the database and from the far side's ledger. Each oracle answers with
 * sentences about what is wrong; none is what a test expects. (O6 and O9 are about processes: `processes.ts`; O7 is
 * `canary.ts`.)
 */
import type { Pool } from "pg";
import type { GraphStandIn } from "../../support/graph-stand-in.ts";
import type { Said } from "./far-side.ts";

export interface Evidence {
  db: Pool;
  graph: Pick<GraphStandIn, "ledger">;
  /** What was answered 200. */
  said: readonly Said[];
  /** Ids of messages that may end in quarantine, because the test made them poisonous. */
  poisoned?: readonly string[];
}

/** All of them. */
export async function violations(evidence: Evidence): Promise<string[]> {
  const found = await Promise.all([
    eachAcceptedEventIsStoredOnceAndEnds(evidence),
    customersAreHeardInOrder(evidence),
    sessionsMoveOncePerEvent(evidence),
    messagesComeFromSteps(evidence),
    sentAtMostOnceUnlessUncertain(evidence),
    stepsEndWithinTheirLimits(evidence),
    workspacesKeepToThemselves(evidence),
  ]);
  return found.flat();
}

async function sentences(db: Pool, sql: string, values: unknown[] = []): Promise<string[]> {
  const { rows } = await db.query<{ wrong: string }>(`${sql} LIMIT 20`, values);
  return rows.map(({ wrong }) => wrong);
}

/** O1. */
async function eachAcceptedEventIsStoredOnceAndEnds({
  db,
  said,
  poisoned = [],
}: Evidence): Promise<string[]> {
  const stored = await sentences(
    db,
    `WITH stored AS (
       SELECT payload ->> 'platformMessageId' AS id, count(*) AS n FROM inbox_events WHERE kind = 'message' GROUP BY 1)
     SELECT format('O1: %s was answered 200 and is stored %s times', k.id, COALESCE(s.n, 0)) AS wrong
       FROM unnest($1::text[]) AS k(id) LEFT JOIN stored s ON s.id = k.id WHERE COALESCE(s.n, 0) <> 1`,
    [[...new Set(said.map(({ id }) => id))]],
  );
  const open = await sentences(
    db,
    `SELECT format('O1: event %s (%s) ended as %s: %s', id, kind, state, error) AS wrong FROM inbox_events
      WHERE state NOT IN ('done', 'ignored')
        AND NOT (state = 'quarantined' AND payload ->> 'platformMessageId' = ANY ($1))`,
    [poisoned],
  );
  return [...stored, ...open];
}

/** O2: the messages of a customer are in the chat in the order of the 200s, none missing, none twice. */
async function customersAreHeardInOrder({ db, said, poisoned = [] }: Evidence): Promise<string[]> {
  const { rows } = await db.query<{ who: string; ids: string[] }>(
    `SELECT c.external_id AS who, array_agg(m.platform_message_id ORDER BY m.seq) AS ids FROM messages m
       JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE m.direction = 'in' GROUP BY c.workspace_id, c.id`,
  );
  const heard = new Map(rows.map(({ who, ids }) => [who, ids.join(" ")]));
  const spoken = new Map<string, string[]>();
  for (const { who, id } of said)
    if (!poisoned.includes(id)) spoken.set(who, [...new Set([...(spoken.get(who) ?? []), id])]);
  return [...spoken]
    .filter(([who, ids]) => heard.get(who) !== ids.join(" "))
    .map(([who, ids]) => `O2: ${who} said ${ids.join(" ")}, heard was ${heard.get(who)}`)
    .slice(0, 20);
}

/** O3: at most one transition for an event and a session, numbered without gaps in the order of the events. */
async function sessionsMoveOncePerEvent({ db }: Evidence): Promise<string[]> {
  const doubled = await sentences(
    db,
    `SELECT format('O3: session %s moved %s times by event %s', session_id, count(*), inbox_event_id) AS wrong
       FROM session_events GROUP BY workspace_id, session_id, inbox_event_id HAVING count(*) > 1`,
  );
  const gaps = await sentences(
    db,
    `SELECT format('O3: session %s has steps %s by events %s', session_id, seqs, events) AS wrong
       FROM (SELECT session_id, array_agg(seq ORDER BY seq) AS seqs, array_agg(inbox_event_id ORDER BY seq) AS events,
                    array_agg(inbox_event_id ORDER BY inbox_event_id) AS sorted
               FROM session_events GROUP BY workspace_id, session_id) AS s
      WHERE seqs <> ARRAY(SELECT generate_series(1, cardinality(seqs))) OR events <> sorted`,
  );
  const versions = await sentences(
    db,
    `SELECT format('O3: session %s has version %s after %s steps', s.id, s.version, count(e.seq)) AS wrong
       FROM sessions s LEFT JOIN session_events e ON e.workspace_id = s.workspace_id AND e.session_id = s.id
      GROUP BY s.workspace_id, s.id
     HAVING s.version <> count(e.seq) + CASE WHEN s.end_reason IN ('interrupted', 'taken-over') THEN 1 ELSE 0 END`,
  );
  return [...doubled, ...gaps, ...versions];
}

/** O4: what a step said is in the outbox, and what the bot said comes from a step. */
async function messagesComeFromSteps({ db }: Evidence): Promise<string[]> {
  const orphans = await sentences(
    db,
    `SELECT format('O4: message %s (%s) comes from no step', m.id, m.text) AS wrong FROM messages m
      WHERE m.direction = 'out' AND m.author = 'bot'
        AND NOT EXISTS (SELECT 1 FROM session_events e WHERE e.workspace_id = m.workspace_id AND e.session_id = m.session_id
                           AND e.inbox_event_id = m.inbox_event_id)`,
  );
  const unsaid = await sentences(
    db,
    `WITH steps AS (
       SELECT workspace_id, session_id, inbox_event_id, seq,
              (SELECT count(*) FROM json_array_elements(effects) AS f WHERE f ->> 'type' = 'send-message') AS effects
         FROM session_events
     ), outbox AS (
       SELECT workspace_id, session_id, inbox_event_id, count(*) AS messages FROM messages
        WHERE direction = 'out' AND session_id IS NOT NULL GROUP BY 1, 2, 3
     )
     SELECT format('O4: step %s of session %s said %s things, the outbox has %s', seq, session_id, effects, messages) AS wrong
       FROM (SELECT s.*, COALESCE(o.messages, 0) AS messages
               FROM steps s LEFT JOIN outbox o USING (workspace_id, session_id, inbox_event_id)) AS both_sides
      WHERE messages < effects OR (effects = 0 AND messages > 0)`,
  );
  return [...orphans, ...unsaid];
}

/** O5, with the order in which one customer's messages went out. */
async function sentAtMostOnceUnlessUncertain({ db, graph }: Evidence): Promise<string[]> {
  const accepted = new Map<string, number[]>();
  for (const [at, { opaque }] of graph.ledger.entries())
    accepted.set(opaque, [...(accepted.get(opaque) ?? []), at]);
  const { rows } = await db.query<{ id: string; conversation: string; status: string }>(
    `SELECT id, conversation_id AS conversation, status FROM messages WHERE direction = 'out' ORDER BY conversation_id, seq`,
  );
  const wrong: string[] = [];
  const last = new Map<string, number>();
  for (const { id, conversation, status } of rows) {
    const [at, ...more] = accepted.get(id) ?? [];
    if (more.length > 0) wrong.push(`O5: message ${id} (${status}) was accepted ${more.length + 1} times`);
    if (at === undefined && ["Sent", "Delivered", "Read"].includes(status))
      wrong.push(`O5: message ${id} is ${status} and was never accepted`);
    if (at !== undefined && ["Pending", "Failed", "Cancelled"].includes(status))
      wrong.push(`O5: message ${id} is ${status} and was accepted`);
    if (at === undefined) continue;
    if (at < (last.get(conversation) ?? -1)) wrong.push(`O5: message ${id} overtook one of its conversation`);
    last.set(conversation, at);
  }
  const known = new Set(rows.map(({ id }) => id));
  for (const opaque of accepted.keys())
    if (!known.has(opaque)) wrong.push(`O5: ${opaque} was sent and is not in the outbox`);
  return wrong.slice(0, 20);
}

/** O6: no step walked further than it may, none left its session half way. */
async function stepsEndWithinTheirLimits({ db }: Evidence): Promise<string[]> {
  const long = await sentences(
    db,
    `SELECT format('O6: step %s of session %s entered %s nodes', seq, session_id, nodes) AS wrong
       FROM (SELECT session_id, seq,
                    (SELECT count(*) FROM json_array_elements(trace) AS t WHERE t ->> 'type' = 'node-entered') AS nodes
               FROM session_events) AS s WHERE nodes > 100`,
  );
  const stuck = await sentences(
    db,
    `SELECT format('O6: session %s is %s and waits for nothing', id, status) AS wrong FROM sessions
      WHERE status IN ('Active', 'Paused') AND json_typeof(state -> 'wait') IS DISTINCT FROM 'object'`,
  );
  return [...long, ...stuck];
}

/** O8: rows of one conversation, its channel and its contact belong to one workspace. */
async function workspacesKeepToThemselves({ db }: Evidence): Promise<string[]> {
  return sentences(
    db,
    `SELECT format('O8: message %s of workspace %s is in conversation %s of another', m.id, m.workspace_id, m.conversation_id) AS wrong
       FROM messages m
      WHERE NOT EXISTS (SELECT 1 FROM conversations c JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
                         WHERE c.workspace_id = m.workspace_id AND c.id = m.conversation_id AND c.channel_id = m.channel_id
                           AND c.contact_id = m.contact_id)`,
  );
}
