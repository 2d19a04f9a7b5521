/** Rows of a drain's one statement, named as its columns: sessions and their log. */
import type { SessionRow, Work } from "./work.ts";

interface Placed {
  row: SessionRow;
  work: Work;
}

const placed = (works: readonly Work[]): Placed[] =>
  works.flatMap((work) => [...work.sessions.values()].map((row) => ({ row, work })));

const sessionRow = ({ row, work }: Placed) => ({
  workspace_id: work.conversation.workspaceId,
  id: row.id,
  status: row.state.status,
  state: row.state,
  node_id: row.state.frames.at(-1)?.nodeId ?? null,
  end_reason: row.state.endReason ?? null,
  error: row.state.error ?? null,
  version: row.version,
  flow_version_id: row.flowVersionId,
  updated_at: row.updatedAt,
  ended_at: row.endedAt,
});

/** Sessions that were there before this batch, each with the version it must still have. */
export function continuedRows(works: readonly Work[]) {
  return placed(works)
    .filter(({ row }) => !row.isNew)
    .map((at) => ({ ...sessionRow(at), version_before: at.work.conversation.session?.version ?? 0 }));
}

/** A session that began and ended in this batch, then the one that lives: in the order of the rows. */
export function begunRows(works: readonly Work[]) {
  return placed(works)
    .filter(({ row }) => row.isNew)
    .map((at) => ({
      ...sessionRow(at),
      conversation_id: at.work.conversation.id,
      contact_id: at.work.conversation.contact.id,
      channel_id: at.work.conversation.channelId,
      flow_id: at.row.flowId,
      started_at: at.row.startedAt,
    }));
}

export function stepRows(works: readonly Work[]) {
  return works.flatMap((work) =>
    work.steps.map(({ sessionId, seq, inboxEventId, input, result, at }, n) => ({
      workspace_id: work.conversation.workspaceId,
      session_id: sessionId,
      seq,
      inbox_event_id: inboxEventId,
      part: stepsBefore(work, n),
      input,
      effects: result.effects,
      trace: result.trace,
      at,
    })),
  );
}

/** How often the same inbox row stepped the same session before its nth step. */
function stepsBefore({ steps }: Work, n: number): number {
  const step = steps[n];
  return steps
    .slice(0, n)
    .filter(
      ({ sessionId, inboxEventId }) => sessionId === step?.sessionId && inboxEventId === step.inboxEventId,
    ).length;
}
