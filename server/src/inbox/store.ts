/** Writes a batch of deliveries in one statement. A delivery stored before changes nothing but the log. */
import { newId, shardOf } from "../db/ids.ts";
import { packed } from "../db/packed.ts";
import storeSql from "../db/sql/store-deliveries.sql";
import { type Queryable, statement } from "../db/sql.ts";
import { logColumns, logLines, statusColumns } from "./columns.ts";
import type { Delivery, InboxEventRow, LeadRow, MediaRow } from "./delivery.ts";

const storeDeliveries = statement<{ shard: number; state: string }>("store-deliveries", storeSql);

/** Shards that got something to do, each once. */
export async function storeDeliverySet(on: Queryable, deliveries: readonly Delivery[]): Promise<number[]> {
  const lines = logLines(deliveries);
  const events = lines.flatMap(({ log }, n) => log.events.map((event) => ({ event, line: n + 1 })));
  const stored = await storeDeliveries.rows(on, [
    ...logColumns(lines),
    ...statusColumns(lines.flatMap(({ log }) => log.statuses)),
    ...eventColumns(events),
    ...mediaColumns(
      lines.flatMap(({ log }) => log.media.map((media) => ({ workspaceId: log.workspaceId, ...media }))),
    ),
    ...leadColumns(lines.flatMap(({ log }) => log.leads ?? [])),
  ]);
  return [...new Set(stored.filter(({ state }) => state === "pending").map(({ shard }) => shard))];
}

function eventColumns(events: readonly { event: InboxEventRow; line: number }[]): unknown[] {
  const payloads = packed(events.map(({ event }) => event.payload));
  return [
    events.map(({ event }) => event.workspaceId),
    events.map(({ event }) => event.channelId),
    events.map(({ event }) => event.kind),
    events.map(({ event }) => event.externalId),
    events.map(({ event }) => shardOf(event.channelId, event.externalId)),
    events.map(({ event }) => event.providerKey),
    payloads.starts,
    payloads.sizes,
    payloads.bytes,
    events.map(({ event }) => event.state),
    events.map(({ event }) => event.error),
    events.map(({ event }) => event.providerAt),
    events.map(({ line }) => line),
    events.map(({ event }) => event.otherId ?? null),
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
