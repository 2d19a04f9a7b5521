/** Things that happen around contacts, as inbox rows: one statement for any number of them. */
import type { TriggerEvent } from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import type { z } from "zod";
import type { PAYLOAD_SCHEMAS } from "../channels/channel.ts";

export interface EventRow {
  conversationId: string;
  channelId: string;
  externalId: string;
  shard: number;
  /** The same for the same happening, whoever stores it: it is stored once. */
  providerKey: Buffer;
  event: TriggerEvent;
}

/** @returns the shards to drain, of rows that were not there before */
export async function insertEvents(
  db: Pool | PoolClient,
  workspaceId: string,
  rows: readonly EventRow[],
  receivedAt: Date,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const { rows: inserted } = await db.query<{ shard: number }>({
    name: "insert-event-rows",
    text: `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, conversation_id, shard, provider_key, payload, received_at)
           SELECT $1, t.channel_id, 'event', t.external_id, t.conversation_id, t.shard, t.provider_key, t.payload, $2
             FROM unnest($3::uuid[], $4::text[], $5::uuid[], $6::smallint[], $7::bytea[], $8::json[]) WITH ORDINALITY
                  AS t(channel_id, external_id, conversation_id, shard, provider_key, payload, place)
            ORDER BY t.place
           ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING RETURNING shard`,
    values: [
      workspaceId,
      receivedAt,
      rows.map(({ channelId }) => channelId),
      rows.map(({ externalId }) => externalId),
      rows.map(({ conversationId }) => conversationId),
      rows.map(({ shard }) => shard),
      rows.map(({ providerKey }) => providerKey),
      rows.map(({ event }) => JSON.stringify(payloadOf(event))),
    ],
  });
  return inserted.map(({ shard }) => shard);
}

/** The contact is known: nobody's profile comes with it. */
function payloadOf(event: TriggerEvent): z.input<typeof PAYLOAD_SCHEMAS.event> {
  return { event, profileName: null };
}
