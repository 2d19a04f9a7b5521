/** Writes a batch of deliveries in one statement. A delivery stored before changes nothing but the log. */
import { newId, shardOf } from "../db/ids.ts";
import { byteas, ints, jsons, smallints, texts, times, uuids } from "../db/lists.ts";
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

function eventColumns(events: readonly { event: InboxEventRow; line: number }[]): Buffer[] {
  return [
    uuids(events, ({ event }) => event.workspaceId),
    uuids(events, ({ event }) => event.channelId),
    texts(events, ({ event }) => event.kind),
    texts(events, ({ event }) => event.externalId),
    smallints(events, ({ event }) => shardOf(event.channelId, event.externalId)),
    byteas(events, ({ event }) => event.providerKey),
    jsons(events, ({ event }) => event.payload),
    texts(events, ({ event }) => event.state),
    texts(events, ({ event }) => event.error),
    times(events, ({ event }) => event.providerAt),
    ints(events, ({ line }) => line),
    texts(events, ({ event }) => event.otherId),
  ];
}

function mediaColumns(media: readonly (MediaRow & { workspaceId: string })[]): Buffer[] {
  return [
    uuids(media, (file) => file.workspaceId),
    uuids(media, (file) => file.channelId),
    texts(media, (file) => file.platformId),
    texts(media, (file) => file.externalId),
    texts(media, (file) => file.sourceUrl),
    texts(media, (file) => file.mime),
    texts(media, (file) => file.name),
  ];
}

function leadColumns(leads: readonly LeadRow[]): Buffer[] {
  return [
    uuids(leads, () => newId()),
    uuids(leads, (lead) => lead.workspaceId),
    uuids(leads, (lead) => lead.channelId),
    texts(leads, (lead) => lead.leadId),
    texts(leads, (lead) => lead.formId),
    texts(leads, (lead) => lead.adId),
  ];
}
