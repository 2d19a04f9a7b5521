/** Sessions and their log. A version that does not follow the stored one stops the whole batch: somebody else wrote. */
import type { PoolClient } from "pg";
import type { SessionRow, Work } from "./work.ts";

interface Placed {
  row: SessionRow;
  work: Work;
}

export async function saveSessions(client: PoolClient, works: readonly Work[]): Promise<void> {
  const all = works.flatMap((work) => [...work.sessions.values()].map((row) => ({ row, work })));
  // Ended ones first: one live session per conversation is a unique index.
  await updateSessions(
    client,
    all.filter(({ row }) => !row.isNew),
  );
  await insertSessions(
    client,
    all.filter(({ row }) => row.isNew),
  );
  await insertSteps(client, works);
}

/** How many transitions a session took in this batch. */
function transitions({ row, work }: Placed): number {
  return row.version - (work.conversation.session?.id === row.id ? work.conversation.session.version : 0);
}

const columns = (placed: readonly Placed[]) => [
  placed.map(({ work }) => work.conversation.workspaceId),
  placed.map(({ row }) => row.id),
  placed.map(({ row }) => row.state.status),
  placed.map(({ row }) => JSON.stringify(row.state)),
  placed.map(({ row }) => row.state.frames.at(-1)?.nodeId ?? null),
  placed.map(({ row }) => row.state.endReason ?? null),
  placed.map(({ row }) => (row.state.error ? JSON.stringify(row.state.error) : null)),
  placed.map(({ row }) => row.version),
  placed.map(({ row }) => row.updatedAt),
  placed.map(({ row }) => row.endedAt),
];

async function updateSessions(client: PoolClient, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  const { rowCount } = await client.query({
    name: "update-sessions",
    text: `UPDATE sessions s
              SET status = k.status, state = k.state::json, node_id = k.node_id, end_reason = k.end_reason, error = k.error::json,
                  version = k.version, updated_at = k.updated_at, ended_at = k.ended_at
             FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
                         $9::timestamptz[], $10::timestamptz[], $11::int[])
                  AS k(workspace_id, id, status, state, node_id, end_reason, error, version, updated_at, ended_at, transitions)
            WHERE s.workspace_id = k.workspace_id AND s.id = k.id AND s.version = k.version - k.transitions`,
    values: [...columns(placed), placed.map(transitions)],
  });
  if (rowCount !== placed.length)
    throw new Error(
      `session fence: ${placed.length - (rowCount ?? 0)} sessions were written by another worker`,
    );
}

async function insertSessions(client: PoolClient, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  // A session that began and ended in this batch, then the one that lives: the order of the rows.
  await client.query({
    name: "insert-sessions",
    text: `INSERT INTO sessions (workspace_id, id, status, state, node_id, end_reason, error, version, updated_at, ended_at,
                                 conversation_id, contact_id, channel_id, flow_id, flow_version_id, started_at)
           SELECT w, i, st, s::json, n, er, e::json, v, u, ea, cv, p, ch, f, fv, sa
             FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[],
                         $9::timestamptz[], $10::timestamptz[], $11::uuid[], $12::uuid[], $13::uuid[], $14::uuid[], $15::uuid[],
                         $16::timestamptz[]) AS k(w, i, st, s, n, er, e, v, u, ea, cv, p, ch, f, fv, sa)`,
    values: [
      ...columns(placed),
      placed.map(({ work }) => work.conversation.id),
      placed.map(({ work }) => work.conversation.contact.id),
      placed.map(({ work }) => work.conversation.channelId),
      placed.map(({ row }) => row.flowId),
      placed.map(({ row }) => row.flowVersionId),
      placed.map(({ row }) => row.startedAt),
    ],
  });
}

async function insertSteps(client: PoolClient, works: readonly Work[]): Promise<void> {
  const steps = works.flatMap((work) =>
    work.steps.map((step) => ({ step, workspaceId: work.conversation.workspaceId })),
  );
  if (steps.length === 0) return;
  await client.query({
    name: "insert-steps",
    text: `INSERT INTO session_events (workspace_id, session_id, seq, inbox_event_id, input, effects, trace, at)
           SELECT w, s, n, i, inp::json, e::json, t::json, at
             FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::timestamptz[])
                  AS k(w, s, n, i, inp, e, t, at)`,
    values: [
      steps.map(({ workspaceId }) => workspaceId),
      steps.map(({ step }) => step.sessionId),
      steps.map(({ step }) => step.seq),
      steps.map(({ step }) => step.inboxEventId),
      steps.map(({ step }) => JSON.stringify(step.input)),
      steps.map(({ step }) => JSON.stringify(step.result.effects)),
      steps.map(({ step }) => JSON.stringify(step.result.trace)),
      steps.map(({ step }) => step.at),
    ],
  });
}
