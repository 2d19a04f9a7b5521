/** A workspace with a channel and published flows, put straight into a test database, and customers who write to it. */
import type { FlowInput, InboundContent } from "@hilo/flow-engine";
import type { Database } from "../../server/src/db/client.ts";
import { newId, providerKey, shardOf } from "../../server/src/db/ids.ts";

export interface World {
  workspaceId: string;
  channelId: string;
  /** Publishes a flow; returns its ids. */
  publish(definition: FlowInput): Promise<{ flowId: string; versionId: string }>;
  /** Stores what a customer sends, as the webhook route would. Returns the shard to drain. */
  customer(
    externalId: string,
    content: InboundContent | string,
    options?: { id?: string; replyTo?: string; at?: Date },
  ): Promise<number>;
}

let messages = 0;

export async function createWorld(
  db: Pick<Database, "pool" | "prisma">,
  platform: "whatsapp" | "simulator" = "whatsapp",
): Promise<World> {
  const workspaceId = newId();
  const channelId = newId();
  await db.prisma.workspace.create({ data: { id: workspaceId, name: "Test", timeZone: "Europe/Madrid" } });
  await db.prisma.channel.create({
    data: { workspaceId, id: channelId, platform, name: "Shop", platformId: `${Date.now()}${messages++}` },
  });
  return {
    workspaceId,
    channelId,
    async publish(definition) {
      const [flowId, versionId] = [newId(), newId()];
      const json = JSON.parse(JSON.stringify(definition));
      await db.prisma.flow.create({
        data: { workspaceId, id: flowId, name: definition.name, draft: json, publishedVersionId: versionId },
      });
      await db.prisma.flowVersion.create({
        data: { workspaceId, id: versionId, flowId, number: 1, definition: json },
      });
      await db.prisma.workspace.update({
        where: { id: workspaceId },
        data: { triggerRevision: { increment: 1 } },
      });
      return { flowId, versionId };
    },
    async customer(externalId, said, options = {}) {
      const id = options.id ?? `wamid.${++messages}`;
      const payload = {
        content: typeof said === "string" ? { type: "text", text: said } : said,
        platformMessageId: id,
        replyTo: options.replyTo ?? null,
        profileName: "Ana",
        phone: `+${externalId}`,
        providerAt: null,
      };
      const shard = shardOf(channelId, externalId);
      await db.pool.query(
        `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload, received_at)
         VALUES ($1, $2, 'message', $3, $4, $5, $6::json, $7) ON CONFLICT DO NOTHING`,
        [
          workspaceId,
          channelId,
          externalId,
          shard,
          providerKey(id),
          JSON.stringify(payload),
          options.at ?? new Date("2026-11-24T12:00:00Z"),
        ],
      );
      return shard;
    },
  };
}
