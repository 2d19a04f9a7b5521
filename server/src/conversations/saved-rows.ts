/** What a drain's one statement is given: columns of messages, conversations and inbox rows, rows of timers and tasks. */
import { preview } from "../channels/channel.ts";
import type { Message } from "../contract/index.ts";
import { bigints, booleans, ints, jsons, smallints, texts, times, uuids } from "../db/lists.ts";
import type { References } from "../realtime/change-log.ts";
import type { Note } from "./changes.ts";
import type { LoadedConversation } from "./loaded.ts";
import { viewMessage } from "./view-message.ts";
import type { NewMessage, RowOutcome, Work } from "./work.ts";

/** Null: the customer never wrote. */
export const windowEnd = (lastInboundAt: Date | null): Date | null =>
  lastInboundAt && new Date(lastInboundAt.getTime() + WINDOW_MS);

/** Free text may be sent for so long after a customer's last message (WhatsApp, Messenger, Instagram: 24 h). */
const WINDOW_MS = 24 * 3_600_000;
/** Length of the line in the conversations list. */
const PREVIEW_CHARS = 160;

export interface SavedMessage {
  workspaceId: string;
  message: Message;
}

interface Placed {
  message: NewMessage;
  at: LoadedConversation;
}

const placed = (works: readonly Work[]): Placed[] =>
  works.flatMap((work) => work.messages.map((message) => ({ message, at: work.conversation })));

/** Where a new message is in the outbox. */
export interface Said {
  seq: string;
  status: Message["status"];
}

/** @param atOnce ids of messages to claim for sending as they are saved */
export function messageColumns(works: readonly Work[], atOnce: ReadonlySet<string>): Buffer[] {
  const rows = placed(works);
  return [
    uuids(rows, ({ at }) => at.workspaceId),
    uuids(rows, ({ message }) => message.id),
    uuids(rows, ({ at }) => at.id),
    uuids(rows, ({ at }) => at.channelId),
    uuids(rows, ({ at }) => at.contact.id),
    texts(rows, ({ message }) => message.direction),
    texts(rows, ({ message }) => message.author),
    texts(rows, ({ message }) => message.authorId),
    jsons(rows, ({ message }) => JSON.stringify(message.content)),
    texts(rows, ({ message }) => preview(message.content)),
    texts(rows, ({ message }) => message.status),
    texts(rows, ({ message }) => message.platformMessageId),
    texts(rows, ({ message }) => message.replyTo),
    texts(rows, ({ message }) => message.clientKey),
    uuids(rows, ({ message }) => message.sessionId),
    texts(rows, ({ message }) => message.nodeId),
    uuids(rows, ({ message }) => message.flowVersionId),
    bigints(rows, ({ message }) => message.inboxEventId),
    times(rows, ({ message }) => message.at),
    smallints(rows, ({ message }) => message.report),
    texts(rows, ({ message }) => message.commentId),
    times(rows, ({ message }) => message.providerAt),
    jsons(rows, ({ message }) => message.fitNotes && JSON.stringify(message.fitNotes)),
    booleans(rows, ({ message }) => atOnce.has(message.id)),
  ];
}

/** @param said by message id; a message that was there already has none */
export function savedMessages(works: readonly Work[], said: Record<string, Said>): SavedMessage[] {
  return placed(works).flatMap(({ message, at }) => {
    const place = said[message.id];
    if (place === undefined) return [];
    const view = viewMessage({
      seq: place.seq,
      status: place.status,
      conversationId: at.id,
      contactId: at.contact.id,
      error: null,
      createdAt: message.at,
      id: message.id,
      direction: message.direction,
      author: message.author,
      content: message.content,
      platformMessageId: message.platformMessageId,
      sessionId: message.sessionId,
      nodeId: message.nodeId,
      flowVersionId: message.flowVersionId,
      providerAt: message.providerAt ?? null,
      commentId: message.commentId ?? null,
      fitNotes: message.fitNotes ?? null,
      replyTo: message.replyTo,
    });
    return [{ workspaceId: at.workspaceId, message: view }];
  });
}

/** Of those that were claimed as they were saved. */
export const sendingIds = (saved: readonly SavedMessage[]): string[] =>
  saved.filter(({ message }) => message.status === "Sending").map(({ message }) => message.id);

export function overWaitRows(works: readonly Work[]) {
  return works.flatMap((work) =>
    work.cancelledWaits.map(({ sessionId, waitId }) => ({
      workspace_id: work.conversation.workspaceId,
      session_id: sessionId,
      wait_id: waitId,
    })),
  );
}

/** Where a timer or a task belongs. */
const placeOf = (at: LoadedConversation) => ({
  workspace_id: at.workspaceId,
  conversation_id: at.id,
  channel_id: at.channelId,
  external_id: at.externalId,
  shard: at.shard,
});

export function timerRows(works: readonly Work[]) {
  return works.flatMap((work) =>
    [...work.timers.values()].map((timer) => ({
      ...placeOf(work.conversation),
      id: work.idFor(`timer:${timer.sessionId}:${timer.waitId}:${timer.purpose}`),
      session_id: timer.sessionId,
      wait_id: timer.waitId,
      purpose: timer.purpose,
      // Timers fire by our clock.
      due_at: new Date(timer.dueAt.getTime() - work.conversation.clockAheadMs),
    })),
  );
}

export function taskRows(works: readonly Work[]) {
  return works.flatMap((work) =>
    work.tasks.map(({ id, sessionId, waitId, nodeId, task }) => ({
      ...placeOf(work.conversation),
      id,
      session_id: sessionId,
      wait_id: waitId,
      node_id: nodeId,
      kind: task.kind,
      request: task,
    })),
  );
}

export function conversationColumns(works: readonly Work[]): Buffer[] {
  return [
    uuids(works, (work) => work.conversation.workspaceId),
    uuids(works, (work) => work.conversation.id),
    texts(works, (work) => work.mode),
    texts(works, (work) => work.assigneeId),
    ints(works, (work) => work.unreadAdded),
    times(works, (work) => work.messages.at(-1)?.at),
    texts(works, ({ messages }) => {
      const last = messages.at(-1);
      return last && preview(last.content).slice(0, PREVIEW_CHARS);
    }),
    times(works, (work) => work.lastInboundAt),
    times(works, (work) => windowEnd(work.lastInboundAt)),
    jsons(works, (work) => JSON.stringify(work.said)),
    times(works, (work) => work.standing.freeEntrySince),
    times(works, (work) => work.standing.freeEntryExpiresAt),
    times(works, (work) => work.standing.humanUntil),
  ];
}

export interface FinishedRow {
  workspaceId: string;
  id: string;
  state: RowOutcome["state"] | "pending";
  error: string | null;
  conversationId: string | null;
}

export const finishedColumns = (rows: readonly FinishedRow[]): Buffer[] => [
  uuids(rows, (row) => row.workspaceId),
  bigints(rows, (row) => row.id),
  texts(rows, (row) => row.state),
  texts(rows, (row) => row.error),
  uuids(rows, (row) => row.conversationId),
];

export const noteColumns = (notes: readonly Note[]): Buffer[] => [
  uuids(notes, ({ workspaceId }) => workspaceId),
  jsons(notes, ({ messages, sessions }) => JSON.stringify(referencesTo(messages, sessions))),
];

const referencesTo = (messages: Note["messages"], sessions: Note["sessions"]): References => ({
  messages,
  sessions: sessions.map(({ sessionId: id, path }) => ({ id, path })),
});

/** Every row of the batch ends in a state somebody can see. */
export function finishedRows(works: readonly Work[]): FinishedRow[] {
  return works.flatMap((work) =>
    work.outcomes.map(({ id, state, error }) => ({
      workspaceId: work.conversation.workspaceId,
      id,
      // Kept back earlier in this batch, and let go by a later row of it: its turn is the next batch.
      state: state === "held" && work.releasesHeld ? "pending" : state,
      error,
      conversationId: work.conversation.id,
    })),
  );
}
