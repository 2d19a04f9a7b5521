/** Rows of a drain's one statement, named as its columns: messages, timers, tasks, conversations, inbox rows. */
import { preview } from "../channels/channel.ts";
import type { Message } from "../contract/index.ts";
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

export type SavedMessage = Message & { workspaceId: string };

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

/**
 * What is null is left out: half of the columns are, of most messages.
 * @param atOnce ids of messages to claim for sending as they are saved
 */
export function messageRows(works: readonly Work[], atOnce: ReadonlySet<string>) {
  return placed(works).map(({ message, at }, n) => ({
    n,
    workspace_id: at.workspaceId,
    id: message.id,
    conversation_id: at.id,
    channel_id: at.channelId,
    contact_id: at.contact.id,
    direction: message.direction,
    author: message.author,
    author_id: message.authorId ?? undefined,
    content: message.content,
    text: preview(message.content),
    status: message.status,
    platform_message_id: message.platformMessageId ?? undefined,
    reply_to: message.replyTo ?? undefined,
    client_key: message.clientKey ?? undefined,
    session_id: message.sessionId ?? undefined,
    node_id: message.nodeId ?? undefined,
    flow_version_id: message.flowVersionId ?? undefined,
    inbox_event_id: message.inboxEventId ?? undefined,
    report: message.report,
    created_at: message.at,
    comment_id: message.commentId ?? undefined,
    provider_at: message.providerAt ?? undefined,
    fit_notes: message.fitNotes ?? undefined,
    send_at_once: atOnce.has(message.id),
  }));
}

/** @param said by message id; a message that was there already has none */
export function savedMessages(works: readonly Work[], said: Record<string, Said>): SavedMessage[] {
  return placed(works).flatMap(({ message, at }) => {
    const place = said[message.id];
    if (place === undefined) return [];
    const view = viewMessage({
      ...message,
      ...place,
      conversationId: at.id,
      contactId: at.contact.id,
      error: null,
      createdAt: message.at,
    });
    return [{ ...view, workspaceId: at.workspaceId }];
  });
}

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

export function conversationRows(works: readonly Work[]) {
  return works.map((work) => {
    const last = work.messages.at(-1);
    const { lastInboundAt: inboundAt } = work;
    return {
      workspace_id: work.conversation.workspaceId,
      id: work.conversation.id,
      mode: work.mode,
      assignee_id: work.assigneeId,
      unread_added: work.unreadAdded,
      last_message_at: last?.at,
      last_message_preview: last && preview(last.content).slice(0, PREVIEW_CHARS),
      last_inbound_at: inboundAt,
      window_expires_at: windowEnd(inboundAt),
      said: work.said,
      free_entry_since: work.standing.freeEntrySince,
      free_entry_expires_at: work.standing.freeEntryExpiresAt,
      human_until: work.standing.humanUntil,
    };
  });
}

export interface FinishedRow {
  workspace_id: string;
  id: string;
  state: RowOutcome["state"] | "pending";
  error: string | null;
  conversation_id: string | null;
}

/** Every row of the batch ends in a state somebody can see. */
export function finishedRows(works: readonly Work[]): FinishedRow[] {
  return works.flatMap((work) =>
    work.outcomes.map(({ id, state, error }) => ({
      workspace_id: work.conversation.workspaceId,
      id,
      // Kept back earlier in this batch, and let go by a later row of it: its turn is the next batch.
      state: state === "held" && work.releasesHeld ? "pending" : state,
      error,
      conversation_id: work.conversation.id,
    })),
  );
}
