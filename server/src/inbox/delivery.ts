/** A verified delivery as rows, ready to be stored. */

export interface InboxEventRow {
  workspaceId: string;
  channelId: string;
  kind: "message" | "echo" | "revision" | "watermark" | "identity" | "preference" | "event" | "other";
  externalId: string;
  /** Another id of the same person, under which they may already have a conversation. */
  otherId?: string | null;
  providerKey: Buffer;
  /** JSON text. */
  payload: string;
  /** account: news of an account, or a mention of it, seen to by a chore of its own. */
  state: "pending" | "ignored" | "quarantined" | "account";
  error: string | null;
  providerAt: string | null;
}

export interface StatusRow {
  workspaceId: string;
  channelId: string;
  platformMessageId: string;
  status: "sent" | "delivered" | "read" | "failed";
  /** ISO. */
  at: string;
  /** JSON text. */
  error: string | null;
  /** Our message id, when the platform echoed one. */
  opaque: string | null;
}

/** A lead form that was filled in; what is in it is fetched later. */
export interface LeadRow {
  workspaceId: string;
  channelId: string;
  leadId: string;
  formId: string | null;
  adId: string | null;
}

/** A file that came with a message: to be fetched once, however often the message is delivered. */
export interface MediaRow {
  channelId: string;
  externalId: string;
  platformId: string;
  sourceUrl: string | null;
  mime: string;
  name: string | null;
}

/** What one workspace sees of a delivery in its webhook log. */
export interface LogRow {
  workspaceId: string;
  channelId: string | null;
  platform: string;
  signature: "ok" | "bad" | "missing" | "no-secret";
  httpStatus: number;
  body: Buffer;
  state: "stored" | "quarantined" | "refused";
  error: string | null;
  events: InboxEventRow[];
  statuses: StatusRow[];
  leads?: LeadRow[];
  media: MediaRow[];
}

export interface Delivery {
  /** By the server's clock. */
  receivedAt: Date;
  /** performance.now() when the first byte was seen. */
  startedAt: number;
  /** One for each workspace the delivery speaks to; nearly always one. */
  logs: LogRow[];
}
