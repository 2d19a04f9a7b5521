/** Writes a batch of deliveries in one statement. A delivery stored before changes nothing but the log. */
import { newId, shardOf } from "../db/ids.ts";
import storeSql from "../db/sql/store-deliveries.sql";
import { type Queryable, statement } from "../db/sql.ts";
import type { Delivery, InboxEventRow, LeadRow, LogRow, MediaRow, StatusRow } from "./delivery.ts";

const storeDeliveries = statement<{ shard: number; state: string }>("store-deliveries", storeSql);

interface LogLine {
  delivery: Delivery;
  log: LogRow;
}

/** Shards that got something to do, each once. */
export async function storeDeliverySet(on: Queryable, deliveries: readonly Delivery[]): Promise<number[]> {
  const lines = deliveries.flatMap((delivery) => delivery.logs.map((log): LogLine => ({ delivery, log })));
  const statuses = lines.flatMap(({ log }) => log.statuses);
  const events = lines.flatMap(({ log }, n) => log.events.map((event) => ({ event, line: n + 1 })));
  const stored = await storeDeliveries.rows(on, [
    ...logColumns(lines),
    ...statusColumns(statuses),
    ...eventColumns(events),
    ...mediaColumns(
      lines.flatMap(({ log }) => log.media.map((media) => ({ workspaceId: log.workspaceId, ...media }))),
    ),
    events.map(({ event }) => event.otherId ?? null),
    ...leadColumns(lines.flatMap(({ log }) => log.leads ?? [])),
  ]);
  return [...new Set(stored.filter(({ state }) => state === "pending").map(({ shard }) => shard))];
}

function logColumns(lines: readonly LogLine[]): unknown[][] {
  const now = performance.now();
  return [
    lines.map(({ log }) => log.workspaceId),
    lines.map(({ log }) => log.channelId),
    lines.map(({ log }) => log.platform),
    lines.map(({ delivery }) => delivery.receivedAt),
    lines.map(({ log }) => log.signature),
    lines.map(({ log }) => log.httpStatus),
    lines.map(({ log }) => log.body),
    lines.map(({ log }) => log.events.length + log.statuses.length),
    lines.map(({ log }) => log.error),
    lines.map(({ delivery }) => now - delivery.startedAt),
    lines.map(({ log }) => log.state),
  ];
}

function statusColumns(statuses: readonly StatusRow[]): unknown[][] {
  return [
    statuses.map((status) => status.workspaceId),
    statuses.map((status) => status.channelId),
    statuses.map((status) => status.platformMessageId),
    statuses.map((status) => status.status),
    statuses.map((status) => status.at),
    statuses.map((status) => status.error),
    statuses.map((status) => status.opaque),
  ];
}

function eventColumns(events: readonly { event: InboxEventRow; line: number }[]): unknown[][] {
  return [
    events.map(({ event }) => event.workspaceId),
    events.map(({ event }) => event.channelId),
    events.map(({ event }) => event.kind),
    events.map(({ event }) => event.externalId),
    events.map(({ event }) => shardOf(event.channelId, event.externalId)),
    events.map(({ event }) => event.providerKey),
    events.map(({ event }) => event.payload),
    events.map(({ event }) => event.state),
    events.map(({ event }) => event.error),
    events.map(({ event }) => event.providerAt),
    events.map(({ line }) => line),
  ];
}

function leadColumns(leads: readonly LeadRow[]): unknown[][] {
  return [
    leads.map(() => newId()),
    leads.map((lead) => lead.workspaceId),
    leads.map((lead) => lead.channelId),
    leads.map((lead) => lead.leadId),
    leads.map((lead) => lead.formId),
    leads.map((lead) => lead.adId),
  ];
}

function mediaColumns(media: readonly (MediaRow & { workspaceId: string })[]): unknown[][] {
  return [
    media.map((file) => file.workspaceId),
    media.map((file) => file.channelId),
    media.map((file) => file.platformId),
    media.map((file) => file.externalId),
    media.map((file) => file.sourceUrl),
    media.map((file) => file.mime),
    media.map((file) => file.name),
  ];
}
