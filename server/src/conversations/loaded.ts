/** A conversation as the drain finds it: contact, channel, live session, workspace. */
import type { ChannelSnapshot, ContactSnapshot, SaidTexts, Session } from "@hilo/flow-engine";
import type { ChannelSettings } from "../channels/settings.ts";
import type { Standing } from "./standing.ts";
import type { WorkspaceSettings } from "./workspace-settings.ts";

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
  status: "open" | "closed";
  assigneeId: string | null;
  unread: number;
  session: LiveSession | null;
  timeZone: string;
  settings: WorkspaceSettings;
  /** What was said to the customer in the last minutes. */
  said: SaidTexts;
  standing: Standing;
  /** Where messages go; null: to `externalId`. */
  sendTo: string | null;
  /** A simulated customer's clock goes before ours by so much; 0 for everybody else. */
  clockAheadMs: number;
  /** Free-form messages may be sent until then; null: the customer never wrote. */
  windowExpiresAt: Date | null;
  channelSettings: ChannelSettings;
  /** All ids of the contact on this channel. */
  identities: readonly string[];
  /** When the customer wrote here last. */
  lastInboundAt: Date | null;
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
