/** A conversation as the drain finds it: contact, channel, live session, workspace. */
import type { ChannelSnapshot, ContactSnapshot, Session } from "@hilo/flow-engine";

export interface LiveSession {
  id: string;
  flowId: string;
  flowVersionId: string;
  /** One more at each transition; fences a second writer. */
  version: number;
  state: Session;
  startedAt: Date;
}

export interface LoadedConversation {
  workspaceId: string;
  channelId: string;
  externalId: string;
  shard: number;
  id: string;
  contact: ContactSnapshot;
  channel: ChannelSnapshot;
  mode: "Bot" | "Human";
  assigneeId: string | null;
  unread: number;
  /** Whether the customer ever wrote here before. */
  wroteBefore: boolean;
  session: LiveSession | null;
  timeZone: string;
  triggerRevision: number;
}

/** What a tapped message tells: which session's which node sent it. */
export interface TappedMessage {
  sessionId: string;
  nodeId: string;
  flowId: string;
  flowVersionId: string;
}

/** Keys conversations of a batch: the far side's id on a channel. */
export const conversationKey = (row: { channelId: string; externalId: string }): string =>
  `${row.channelId}:${row.externalId}`;
