/** The way of people's deeds: a row in the inbox like everything else, drained at once, so that they see what came of it. */
import type { Platform } from "../channels/channel.ts";
import { type ChannelSettings, readChannelSettings } from "../channels/settings.ts";
import { providerKey, shardOf } from "../db/ids.ts";
import { AppError } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import type { FlowSource } from "./apply-batch.ts";
import { drainShard } from "./drain.ts";

export interface ConversationDeps {
  runtime: Runtime;
  flows: FlowSource;
}

export interface Place {
  workspaceId: string;
  channelId: string;
  externalId: string;
}

/** Stores one row and drains its shard, so that the caller sees what came of it. A `key` given twice is one row. */
export async function submit(
  deps: ConversationDeps,
  place: Place,
  kind: "agent" | "start",
  payload: unknown,
  key: string,
): Promise<void> {
  const { runtime, flows } = deps;
  const shard = shardOf(place.channelId, place.externalId);
  const { rows } = await runtime.pool.query<{ id: string }>({
    name: "submit-inbox-row",
    text: `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload, received_at)
           VALUES ($1, $2, $3, $4, $5, $6, $7::json, $8)
           ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING RETURNING id::text`,
    values: [
      place.workspaceId,
      place.channelId,
      kind,
      place.externalId,
      shard,
      providerKey(kind, key),
      JSON.stringify(payload),
      runtime.now(),
    ],
  });
  await drainShard(runtime, flows, shard);
  const id = rows[0]?.id;
  if (id !== undefined) await refuseQuarantined(runtime, place.workspaceId, id);
}

async function refuseQuarantined(runtime: Runtime, workspaceId: string, id: string): Promise<void> {
  const { rows } = await runtime.pool.query<{ state: string; error: string | null }>(
    "SELECT state, error FROM inbox_events WHERE workspace_id = $1 AND id = $2",
    [workspaceId, id],
  );
  if (rows[0]?.state === "quarantined")
    throw new AppError("not-applied", 500, `This could not be applied: ${rows[0].error ?? "unknown reason"}`);
}

/** What decides whether free words may be sent there. */
export interface Standpoint {
  platform: Platform;
  windowExpiresAt: Date | null;
  lastInboundAt: Date | null;
  clockAheadMs: number;
  settings: ChannelSettings;
}

export async function placeOf(
  runtime: Runtime,
  workspaceId: string,
  conversationId: string,
): Promise<Place & Standpoint> {
  const { rows } = await runtime.pool.query<Place & Omit<Standpoint, "settings"> & { settings: unknown }>(
    `SELECT c.workspace_id AS "workspaceId", c.channel_id AS "channelId", c.external_id AS "externalId",
            c.window_expires_at AS "windowExpiresAt", c.last_inbound_at AS "lastInboundAt",
            c.clock_ahead_s * 1000.0::float8 AS "clockAheadMs", ch.platform, ch.settings
       FROM conversations c JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
      WHERE c.workspace_id = $1 AND c.id = $2`,
    [workspaceId, conversationId],
  );
  if (!rows[0]) throw new AppError("not-found", 404, "There is no such conversation.");
  return { ...rows[0], settings: readChannelSettings(rows[0].settings) };
}
