/** Puts what was quarantined of a delivery back in line, at a person's word: its channel exists now, or the fault is repaired. */
import type { PoolClient } from "pg";
import { z } from "zod";
import { PAYLOAD_SCHEMAS } from "../channels/channel.ts";
import type { ChannelDirectory, ChannelRecord } from "../channels/directory.ts";
import { newId, providerKey, shardOf } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import type { Runtime } from "../runtime.ts";

const about = { platformId: z.string(), externalId: z.string(), providerKey: z.string() };
/** What becomes a row of a conversation. */
const rowSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("message"), ...about, payload: PAYLOAD_SCHEMAS.message }),
  z.object({ kind: z.literal("echo"), ...about, payload: PAYLOAD_SCHEMAS.echo }),
  z.object({ kind: z.literal("revision"), ...about, payload: PAYLOAD_SCHEMAS.revision }),
  z.object({ kind: z.literal("event"), ...about, payload: PAYLOAD_SCHEMAS.event }),
  z.object({ kind: z.literal("watermark"), ...about, payload: PAYLOAD_SCHEMAS.watermark }),
  z.object({ kind: z.literal("identity"), ...about, payload: PAYLOAD_SCHEMAS.identity }),
  z.object({ kind: z.literal("preference"), ...about, payload: PAYLOAD_SCHEMAS.preference }),
]);

/** A quarantined event as the webhook route keeps it. */
const keptEventSchema = z.union([
  rowSchema,
  z.object({
    kind: z.literal("status"),
    platformId: z.string(),
    platformMessageId: z.string(),
    status: z.enum(["sent", "delivered", "read", "failed"]),
    at: z.iso.datetime(),
    error: z.unknown(),
    opaque: z.uuid().nullable().catch(null),
  }),
  z.object({
    kind: z.literal("lead"),
    platformId: z.string(),
    leadId: z.string(),
    formId: z.string().nullable(),
    adId: z.string().nullable(),
  }),
  /** Only kept and shown, now where it belongs. */
  z.object({ kind: z.literal("other"), platformId: z.string() }),
]);
type KeptEvent = z.infer<typeof keptEventSchema>;

interface QuarantinedRow {
  id: string;
  kind: string;
  shard: number;
  payload: unknown;
}

/**
 * The delivery's signature was right when it came; only channels of the workspace that was shown it are considered.
 * @returns events put back in line; those still without a channel, or unreadable, stay quarantined
 */
export async function retryDelivery(
  runtime: Pick<Runtime, "pool" | "wake">,
  directory: ChannelDirectory,
  workspaceId: string,
  webhookLogId: string,
): Promise<number> {
  const snapshot = await directory.afterMiss();
  const channels = snapshot.all.filter((channel) => channel.workspaceId === workspaceId);
  const shards = await transaction(runtime.pool, async (client) => {
    const { rows } = await client.query<QuarantinedRow>(
      `SELECT id::text AS id, kind, shard, payload FROM inbox_events
        WHERE workspace_id = $1 AND webhook_log_id = $2 AND state = 'quarantined' ORDER BY id FOR UPDATE`,
      [workspaceId, webhookLogId],
    );
    const retried: (number | null)[] = [];
    for (const row of rows) retried.push(await retryRow(client, workspaceId, row, channels));
    const done = retried.filter((shard) => shard !== null);
    if (done.length > 0 && done.length === rows.length) {
      await client.query(
        "UPDATE webhook_log SET state = 'stored', error = NULL WHERE workspace_id = $1 AND id = $2",
        [workspaceId, webhookLogId],
      );
    }
    return done;
  });
  for (const shard of new Set(shards)) runtime.wake("drain", String(shard));
  return shards.length;
}

/** @returns the shard to drain, or null when nothing could be done */
async function retryRow(
  client: PoolClient,
  workspaceId: string,
  row: QuarantinedRow,
  channels: readonly ChannelRecord[],
): Promise<number | null> {
  if (row.kind !== "other") {
    await setState(client, workspaceId, row.id, "pending");
    return row.shard;
  }
  const event = keptEventSchema.safeParse(row.payload);
  if (!event.success) return null;
  const channel = channels.find(({ platformId }) => platformId === event.data.platformId);
  if (channel === undefined) return null;
  switch (event.data.kind) {
    case "status":
      return keepStatus(client, row, event.data, channel);
    case "lead":
      return keepLead(client, row, event.data, channel);
    case "other":
      await setState(client, workspaceId, row.id, "ignored");
      return row.shard;
    default:
      return moveToChannel(client, row, event.data, channel);
  }
}

async function moveToChannel(
  client: PoolClient,
  row: QuarantinedRow,
  event: z.infer<typeof rowSchema>,
  channel: ChannelRecord,
): Promise<number> {
  const { workspaceId, id: channelId } = channel;
  const shard = shardOf(channelId, event.externalId);
  const key = providerKey("webhook", event.providerKey);
  const { rowCount } = await client.query(
    `UPDATE inbox_events SET channel_id = $3, kind = $9, external_id = $4, shard = $5, provider_key = $6,
            payload = $7, provider_at = $8, state = 'pending', error = NULL, attempts = 0
      WHERE workspace_id = $1 AND id = $2
        AND NOT EXISTS (SELECT 1 FROM inbox_events WHERE workspace_id = $1 AND channel_id = $3 AND provider_key = $6)`,
    [
      workspaceId,
      row.id,
      channelId,
      event.externalId,
      shard,
      key,
      JSON.stringify(event.payload),
      "providerAt" in event.payload ? (event.payload.providerAt ?? null) : null,
      event.kind,
    ],
  );
  // Meta sent it again meanwhile, and that one was taken.
  if (rowCount === 0) await setState(client, workspaceId, row.id, "ignored");
  return shard;
}

/** The sweep applies it. */
async function keepStatus(
  client: PoolClient,
  row: QuarantinedRow,
  event: Extract<KeptEvent, { kind: "status" }>,
  channel: ChannelRecord,
): Promise<number> {
  await client.query(
    `INSERT INTO delivery_statuses (workspace_id, channel_id, platform_message_id, status, at, error, opaque)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [
      channel.workspaceId,
      channel.id,
      event.platformMessageId,
      event.status,
      event.at,
      event.error ? JSON.stringify(event.error) : null,
      event.opaque,
    ],
  );
  await setState(client, channel.workspaceId, row.id, "ignored");
  return row.shard;
}

async function keepLead(
  client: PoolClient,
  row: QuarantinedRow,
  { leadId, formId, adId }: Extract<KeptEvent, { kind: "lead" }>,
  { workspaceId, id }: ChannelRecord,
): Promise<number> {
  await client.query(
    `INSERT INTO leads (id, workspace_id, channel_id, platform_id, form_id, ad_id) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT DO NOTHING`,
    [newId(), workspaceId, id, leadId, formId, adId],
  );
  await setState(client, workspaceId, row.id, "ignored");
  return row.shard;
}

async function setState(client: PoolClient, workspaceId: string, id: string, state: string): Promise<void> {
  await client.query(
    "UPDATE inbox_events SET state = $3, error = NULL, attempts = 0 WHERE workspace_id = $1 AND id = $2",
    [workspaceId, id, state],
  );
}
