/** Parsed events → rows of the workspaces they belong to. What belongs to nobody is kept, quarantined, where the signer can see it. Pure. */
import { isAccountField } from "../channels/account-news.ts";
import type { ChannelAdapter, InboundEvent } from "../channels/channel.ts";
import type { ChannelRecord, ChannelSnapshot } from "../channels/directory.ts";
import { NO_WORKSPACE, providerKey } from "../db/ids.ts";
import type { Delivery, InboxEventRow, LeadRow, LogRow, StatusRow } from "../inbox/delivery.ts";
import { receivedMedia } from "../media/received-media.ts";

/** In place of a channel id, for events whose channel is not known. */
const NO_CHANNEL = NO_WORKSPACE;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export interface Verified {
  body: Buffer;
  value: unknown;
  /** The secret that made the signature. */
  signer: string;
  /** The server's own, for channels that have none of theirs. */
  appSecrets: readonly string[];
  receivedAt: Date;
  startedAt: number;
}

interface Destination {
  workspaceId: string;
  /** Null: the event is kept but goes no further. */
  channel: ChannelRecord | null;
  problem: string | null;
}

/** @param adapters readers of this body's `object`, the first of which parses */
export function routeEvents(
  adapters: readonly ChannelAdapter[],
  verified: Verified,
  snapshot: ChannelSnapshot,
): Delivery {
  const { receivedAt, startedAt, value } = verified;
  const events = adapters[0]?.parse(value, receivedAt) ?? [];
  const find = destinations(adapters, verified, snapshot);
  const logs = new Map<string, LogRow>();
  for (const event of events) {
    const destination = find(event);
    const log = logFor(logs, destination, adapters, verified);
    addEvent(log, event, destination);
  }
  if (logs.size === 0) logFor(logs, ownerless(verified, snapshot, null), adapters, verified);
  if (logs.size > 1) separateBodies([...logs.values()]);
  return { receivedAt, startedAt, logs: [...logs.values()] };
}

/** Deliveries repeat their platform id on every event: looked up once. */
function destinations(adapters: readonly ChannelAdapter[], verified: Verified, snapshot: ChannelSnapshot) {
  const known = new Map<string, Destination>();
  return (event: InboundEvent): Destination => {
    const platformId = event.platformId ?? "";
    let destination = known.get(platformId);
    if (destination === undefined) {
      destination = destinationOf(platformId, adapters, verified, snapshot);
      known.set(platformId, destination);
    }
    return destination;
  };
}

function destinationOf(
  platformId: string,
  adapters: readonly ChannelAdapter[],
  verified: Verified,
  snapshot: ChannelSnapshot,
): Destination {
  const channels = adapters.flatMap(({ platform }) => [
    ...[snapshot.byPlatformId(platform, platformId) ?? []].flat(),
    // News of an account name it and none of its numbers.
    ...snapshot.byAccountId(platform, platformId),
  ]);
  const { signer, appSecrets } = verified;
  const trusted = channels.find(({ appSecret }) =>
    appSecret === null ? appSecrets.includes(signer) : appSecret === signer,
  );
  if (trusted) return { workspaceId: trusted.workspaceId, channel: trusted, problem: null };
  // The sentence is the same whether another workspace has that channel or nobody: a signer learns nothing.
  return ownerless(
    verified,
    snapshot,
    `No channel with the id ${platformId || "(none)"} accepts deliveries with this app secret.`,
  );
}

/** The workspace of a channel that has the signing secret, else the first one. */
function ownerless(verified: Verified, snapshot: ChannelSnapshot, problem: string | null): Destination {
  const signer = snapshot.all.find((channel) => channel.appSecret === verified.signer);
  return {
    workspaceId: signer?.workspaceId ?? snapshot.firstWorkspaceId ?? NO_WORKSPACE,
    channel: null,
    problem,
  };
}

function logFor(
  logs: Map<string, LogRow>,
  to: Destination,
  adapters: readonly ChannelAdapter[],
  verified: Verified,
): LogRow {
  let log = logs.get(to.workspaceId);
  if (log === undefined) {
    log = {
      workspaceId: to.workspaceId,
      channelId: to.channel?.id ?? null,
      platform: to.channel?.platform ?? adapters[0]?.platform ?? "unknown",
      signature: "ok",
      httpStatus: 200,
      body: verified.body,
      state: "stored",
      error: null,
      events: [],
      statuses: [],
      media: [],
    };
    logs.set(to.workspaceId, log);
  }
  return log;
}

function addEvent(log: LogRow, event: InboundEvent, to: Destination): void {
  if (to.problem !== null && !isAccountNotice(event)) {
    quarantine(log, event, to.problem);
    return;
  }
  switch (event.kind) {
    case "message":
    case "echo":
    case "revision":
    case "event":
    case "watermark":
    case "identity":
    case "preference":
      log.events.push({
        kind: event.kind,
        externalId: event.externalId,
        otherId: event.kind === "message" ? (event.payload.otherIds?.[0] ?? null) : null,
        payload: JSON.stringify(event.payload),
        state: "pending",
        providerAt: "providerAt" in event.payload ? (event.payload.providerAt ?? null) : null,
        ...rowBase(log, to, event.providerKey),
      });
      addMedia(log, event, to);
      return;
    case "lead":
      if (to.channel) log.leads = [...(log.leads ?? []), leadRow(to.channel, event)];
      log.events.push(keptRow(log, to, event.providerKey, { field: "leadgen", raw: event.raw }));
      return;
    case "status":
      if (to.channel) log.statuses.push(statusRow(to.channel, event));
      return;
    case "other":
      log.events.push({
        ...keptRow(log, to, event.providerKey, { field: event.field, raw: event.raw }),
        ...(isAskedAbout(to.channel, event.field) ? { state: "account" as const } : {}),
      });
      return;
    case "bad":
      quarantine(log, event, event.reason);
  }
}

/** More is to be done about it than to keep it: by a chore, with what the platform is asked. */
const isAskedAbout = (channel: ChannelRecord | null, field: string): boolean =>
  channel !== null && (isAccountField(field) || (channel.platform === "instagram" && field === "mentions"));

function addMedia(
  log: LogRow,
  { payload, externalId }: Extract<InboundEvent, { payload: unknown }>,
  { channel }: Destination,
): void {
  const media = "content" in payload && payload.content ? receivedMedia(payload.content) : null;
  if (media && channel && channel.platform !== "simulator")
    log.media.push({ ...media, channelId: channel.id, externalId });
}

function keptRow(
  log: LogRow,
  to: Destination,
  key: string,
  payload: { field: string; raw: unknown },
): InboxEventRow {
  return {
    ...rowBase(log, to, key),
    kind: "other",
    externalId: "",
    payload: JSON.stringify(payload),
    state: "ignored",
    providerAt: null,
  };
}

/** Account-level fields name the account, not a channel: that nobody has it is no fault. */
function isAccountNotice(event: InboundEvent): boolean {
  return event.kind === "other" && !event.field.startsWith("messages");
}

function rowBase(
  log: LogRow,
  to: Destination,
  key: string,
): Pick<InboxEventRow, "workspaceId" | "channelId" | "providerKey" | "error"> {
  return {
    workspaceId: log.workspaceId,
    channelId: to.channel?.id ?? NO_CHANNEL,
    providerKey: providerKey("webhook", key),
    error: null,
  };
}

function quarantine(log: LogRow, event: InboundEvent, reason: string): void {
  log.state = "quarantined";
  log.error ??= reason;
  const key = keyOf(event);
  log.events.push({
    workspaceId: log.workspaceId,
    channelId: NO_CHANNEL,
    // The platform id belongs to the key: two unknown channels may use the same ids.
    providerKey: providerKey("quarantined", event.platformId ?? "", key),
    kind: "other",
    externalId: "",
    payload: JSON.stringify(event),
    state: "quarantined",
    error: reason,
    providerAt: null,
  });
}

function keyOf(event: InboundEvent): string {
  if (event.kind === "status") return `${event.platformMessageId}:${event.status}`;
  return event.providerKey;
}

const leadRow = (channel: ChannelRecord, event: Extract<InboundEvent, { kind: "lead" }>): LeadRow => ({
  workspaceId: channel.workspaceId,
  channelId: channel.id,
  leadId: event.leadId,
  formId: event.formId,
  adId: event.adId,
});

function statusRow(channel: ChannelRecord, event: Extract<InboundEvent, { kind: "status" }>): StatusRow {
  return {
    workspaceId: channel.workspaceId,
    channelId: channel.id,
    platformMessageId: event.platformMessageId,
    status: event.status,
    at: event.at.toISOString(),
    error: event.error === null ? null : JSON.stringify(event.error),
    opaque: event.opaque !== null && UUID.test(event.opaque) ? event.opaque : null,
  };
}

/** A delivery that speaks to several workspaces shows each only its own events. */
function separateBodies(logs: LogRow[]): void {
  for (const log of logs) {
    const events = log.events.map((event): unknown => JSON.parse(event.payload));
    log.body = Buffer.from(JSON.stringify({ events, statuses: log.statuses }));
  }
}
