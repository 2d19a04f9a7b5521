/** Channels of all platforms on a real server and database: signed webhooks in, drained at once, and what is then in the tables. */
import type { FlowInput } from "@hilo/flow-engine";
import { expect } from "vitest";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { newId } from "../../server/src/db/ids.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import type { useTestDatabase } from "./database.ts";
import { postSigned } from "./graph-stand-in.ts";
import { createChannel, type TestChannel, TestServer } from "./graph-stand-in-server.ts";

type TestDatabase = ReturnType<typeof useTestDatabase>;
type ChannelOptions = NonNullable<Parameters<typeof createChannel>[1]>;

export const seconds = (agoMs = 0): string => String(Math.floor((Date.now() - agoMs) / 1_000));

export class InboundWorld {
  readonly flows = new PublishedFlows();

  private constructor(
    private readonly db: TestDatabase,
    readonly server: TestServer,
  ) {}

  static async start(db: TestDatabase, graphUrl?: string): Promise<InboundWorld> {
    const server = await TestServer.start({
      pool: db.pool,
      prisma: db.prisma,
      ...(graphUrl === undefined ? {} : { graphUrl }),
    });
    return new InboundWorld(db, server);
  }

  channel(options: ChannelOptions = {}): Promise<TestChannel> {
    return createChannel(this.server, options);
  }

  /** Signed by the channel, stored, and drained until nothing is left to do. */
  async post(channel: TestChannel, body: unknown): Promise<void> {
    expect(await postSigned(`${this.server.url}/api/webhooks/meta`, channel.appSecret, body)).toBe(200);
    await this.drain();
  }

  async drain(): Promise<void> {
    const { rows } = await this.db.pool.query<{ shard: number }>(
      "SELECT DISTINCT shard FROM inbox_events WHERE state = 'pending'",
    );
    for (const { shard } of rows) await drainShard(this.server.runtime, this.flows, shard);
  }

  /** One change of a WhatsApp number. */
  whatsapp(channel: TestChannel, value: object, field = "messages"): Promise<void> {
    const metadata = { display_phone_number: "15550001111", phone_number_id: channel.platformId };
    const change = { field, value: { messaging_product: "whatsapp", metadata, ...value } };
    return this.post(channel, {
      object: "whatsapp_business_account",
      entry: [{ id: "900", changes: [change] }],
    });
  }

  /** One message of a WhatsApp customer. */
  says(channel: TestChannel, from: string, id: string, body: string, more: object = {}): Promise<void> {
    const message = { from, id, timestamp: seconds(), type: "text", text: { body }, ...more };
    return this.whatsapp(channel, {
      contacts: [{ profile: { name: "Ana" }, wa_id: from }],
      messages: [message],
    });
  }

  /** One item of a page's or an Instagram account's `messaging`. */
  item(channel: TestChannel, psid: string, item: object, object = "page"): Promise<void> {
    const fromPage =
      "message" in item && typeof item.message === "object" && item.message && "is_echo" in item.message;
    const [sender, recipient] = fromPage ? [channel.platformId, psid] : [psid, channel.platformId];
    const line = { sender: { id: sender }, recipient: { id: recipient }, timestamp: Date.now(), ...item };
    return this.post(channel, {
      object,
      entry: [{ id: channel.platformId, time: Date.now(), messaging: [line] }],
    });
  }

  change(channel: TestChannel, field: string, value: object, object = "page"): Promise<void> {
    const time = Number(seconds());
    return this.post(channel, {
      object,
      entry: [{ id: channel.platformId, time, changes: [{ field, value }] }],
    });
  }

  async publish(channel: TestChannel, definition: FlowInput): Promise<void> {
    const [flowId, versionId] = [newId(), newId()];
    const { workspaceId } = channel;
    const json = JSON.parse(JSON.stringify(definition));
    await this.db.prisma.flow.create({
      data: { workspaceId, id: flowId, name: definition.name, draft: json, publishedVersionId: versionId },
    });
    await this.db.prisma.flowVersion.create({
      data: { workspaceId, id: versionId, flowId, number: 1, definition: json },
    });
    await this.db.prisma.workspace.update({
      where: { id: workspaceId },
      data: { triggerRevision: { increment: 1 } },
    });
  }

  /** Messages of all of the channel's conversations, in order: who says what. */
  async chat(channel: TestChannel): Promise<string[]> {
    const { rows } = await this.db.pool.query<{ author: string; text: string }>(
      "SELECT author, text FROM messages WHERE channel_id = $1 ORDER BY seq",
      [channel.channelId],
    );
    return rows.map(({ author, text }) => `${author}: ${text}`);
  }

  async rows(sql: string, ...values: unknown[]) {
    return (await this.db.pool.query(sql, values)).rows;
  }

  conversations(channel: TestChannel) {
    return this.rows(
      "SELECT * FROM conversations WHERE channel_id = $1 ORDER BY created_at, id",
      channel.channelId,
    );
  }

  async stop(): Promise<void> {
    await this.server.settle();
    await this.server.stop();
  }
}

/** Answers `HOLA` to the word hola. */
export const HELLO: FlowInput = {
  format: "hilo.flow/1",
  name: "Hello",
  language: "es",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: [
    { id: "n1", type: "text", data: { text: "HOLA" } },
    { id: "n2", type: "end", data: {} },
  ],
  edges: [
    { id: "e0", source: "start", target: "n1" },
    { id: "e1", source: "n1", target: "n2" },
  ],
};

/** Says the text when the trigger matches. */
export const flowOn = (
  trigger: NonNullable<FlowInput["triggers"]>[number],
  ...texts: string[]
): FlowInput => ({
  format: "hilo.flow/1",
  name: `On ${trigger.type}`,
  language: "es",
  triggers: [trigger],
  nodes: [
    ...texts.map((text, n) => ({ id: `n${n}`, type: "text" as const, data: { text } })),
    { id: "end", type: "end" as const, data: {} },
  ],
  edges: [
    { id: "e", source: "start", target: "n0" },
    ...texts.map((_, n) => ({
      id: `e${n}`,
      source: `n${n}`,
      target: n + 1 < texts.length ? `n${n + 1}` : "end",
    })),
  ],
});
