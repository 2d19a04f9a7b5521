/** Columns of a drain's one statement, in its order: sessions and their log. */
import { bigints, ints, jsons, smallints, texts, times, uuids } from "../db/lists.ts";
import type { SessionRow, Work } from "./work.ts";

interface Placed {
  row: SessionRow;
  work: Work;
}

const placed = (works: readonly Work[]): Placed[] =>
  works.flatMap((work) => [...work.sessions.values()].map((row) => ({ row, work })));

/** A session that began and ended in this batch, then the one that lives: in the order of the rows. */
export function sessionColumns(works: readonly Work[]): Buffer[] {
  const rows = placed(works);
  return [
    uuids(rows, ({ work }) => work.conversation.workspaceId),
    uuids(rows, ({ row }) => row.id),
    texts(rows, ({ row }) => row.state.status),
    jsons(rows, ({ row }) => JSON.stringify(row.state)),
    texts(rows, ({ row }) => row.state.frames.at(-1)?.nodeId),
    texts(rows, ({ row }) => row.state.endReason),
    jsons(rows, ({ row }) => row.state.error && JSON.stringify(row.state.error)),
    ints(rows, ({ row }) => row.version),
    times(rows, ({ row }) => row.updatedAt),
    times(rows, ({ row }) => row.endedAt),
    uuids(rows, ({ work }) => work.conversation.id),
    uuids(rows, ({ work }) => work.conversation.contact.id),
    uuids(rows, ({ work }) => work.conversation.channelId),
    uuids(rows, ({ row }) => row.flowId),
    uuids(rows, ({ row }) => row.flowVersionId),
    times(rows, ({ row }) => row.startedAt),
    // One that was there before this batch must still have this version.
    ints(rows, ({ row, work }) => (row.isNew ? null : (work.conversation.session?.version ?? 0))),
  ];
}

/** Sessions that were there before this batch. */
export const continuedCount = (works: readonly Work[]): number =>
  placed(works).filter(({ row }) => !row.isNew).length;

export function stepColumns(works: readonly Work[]): Buffer[] {
  const rows = works.flatMap((work) =>
    work.steps.map((step, n) => ({ step, work, part: stepsBefore(work, n) })),
  );
  return [
    uuids(rows, ({ work }) => work.conversation.workspaceId),
    uuids(rows, ({ step }) => step.sessionId),
    ints(rows, ({ step }) => step.seq),
    bigints(rows, ({ step }) => step.inboxEventId),
    smallints(rows, ({ part }) => part),
    jsons(rows, ({ step }) => JSON.stringify(step.input)),
    jsons(rows, ({ step }) => JSON.stringify(step.result.effects)),
    jsons(rows, ({ step }) => JSON.stringify(step.result.trace)),
    times(rows, ({ step }) => step.at),
  ];
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
