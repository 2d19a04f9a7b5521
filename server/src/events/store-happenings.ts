/** Things that happened around contacts become inbox rows, where a published flow listens for them; the others are let go. */
import {
  conditionsHold,
  type TriggerCandidate,
  type TriggerEvent,
  type TriggerIndex,
} from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import type { Platform, PlayedPlatform } from "../channels/channel.ts";
import type { FlowSource } from "../conversations/apply-batch.ts";
import { type EventRow, insertEvents } from "../inbox/event-rows.ts";

export interface Happening {
  contactId: string;
  event: TriggerEvent;
  providerKey: Buffer;
  /** Only there; absent: where the contact's most recent messages are, among the channels that a trigger allows. */
  conversationId?: string | undefined;
}

interface Place extends Omit<EventRow, "event" | "providerKey"> {
  contactId: string;
  platform: Platform;
  plays: PlayedPlatform | null;
}

/** @returns the shards to drain after the commit, one for each row that is new */
export async function storeHappenings(
  client: PoolClient,
  flows: FlowSource,
  workspaceId: string,
  happenings: readonly Happening[],
  receivedAt: Date,
): Promise<number[]> {
  const index = await triggerIndex(client, flows, workspaceId);
  const heard = happenings.flatMap((happening) => {
    const candidates = index.matches(happening.event);
    return candidates.length === 0 ? [] : [{ happening, candidates }];
  });
  if (heard.length === 0) return [];
  const places = await placesOf(
    client,
    workspaceId,
    heard.map(({ happening }) => happening.contactId),
  );
  const rows = heard.flatMap(({ happening, candidates }) => {
    const place = places.find((each) => isPlaceOf(happening, each) && somebodyListens(candidates, each));
    return place ? [{ ...place, event: happening.event, providerKey: happening.providerKey }] : [];
  });
  return insertEvents(client, workspaceId, rows, receivedAt);
}

async function triggerIndex(
  client: PoolClient,
  flows: FlowSource,
  workspaceId: string,
): Promise<TriggerIndex> {
  const { rows } = await client.query<{ revision: number }>(
    "SELECT trigger_revision AS revision FROM workspaces WHERE id = $1",
    [workspaceId],
  );
  return flows.triggers(client, workspaceId, rows[0]?.revision ?? 0);
}

/** Conversations of contacts, those that moved last first. */
async function placesOf(
  client: PoolClient,
  workspaceId: string,
  contactIds: readonly string[],
): Promise<Place[]> {
  const { rows } = await client.query<Place>({
    name: "places-of-contacts",
    text: `SELECT c.contact_id AS "contactId", c.id AS "conversationId", c.channel_id AS "channelId",
                  c.external_id AS "externalId", c.shard, ch.platform,
                  ch.settings->>'plays' AS plays
             FROM conversations c JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
            WHERE c.workspace_id = $1 AND c.contact_id = ANY ($2::uuid[]) AND ch.state <> 'disabled'
            ORDER BY c.last_message_at DESC NULLS LAST, c.id`,
    values: [workspaceId, [...new Set(contactIds)]],
  });
  return rows;
}

function isPlaceOf({ contactId, conversationId }: Happening, place: Place): boolean {
  return place.contactId === contactId && (conversationId ?? place.conversationId) === place.conversationId;
}

/** Tags, languages and hours are asked when the event is handled. */
function somebodyListens(
  candidates: readonly TriggerCandidate[],
  { channelId: id, platform, plays }: Place,
): boolean {
  return candidates.some(({ trigger: { conditions } }) => {
    const onlyChannels = { channelIds: conditions?.channelIds, platforms: conditions?.platforms };
    const channel = { id, platform, ...(platform === "simulator" && plays ? { plays } : {}) };
    const context = { channel, contact: { language: null, tags: [] } };
    return conditionsHold(onlyChannels, context);
  });
}
