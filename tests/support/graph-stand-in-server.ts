/** The real webhook and delivery code on a test database, behind a real HTTP server: everything of the server but the flows. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Pool } from "pg";
import { pino } from "pino";
import { ChannelDirectory } from "../../server/src/channels/directory.ts";
import { channelSecretAad } from "../../server/src/channels/secrets.ts";
import { Simulator } from "../../server/src/channels/simulator/simulator.ts";
import { parseEnvironment } from "../../server/src/config.ts";
import type { PrismaClient } from "../../server/src/db/client.ts";
import { newId, shardOf } from "../../server/src/db/ids.ts";
import { Receiver } from "../../server/src/inbox/receive.ts";
import type { Journal } from "../../server/src/journal/journal.ts";
import { MediaStore } from "../../server/src/media/media-store.ts";
import { StatusApplier } from "../../server/src/outbox/apply-statuses.ts";
import { Deliverer } from "../../server/src/outbox/deliver.ts";
import type { GraphClientOptions } from "../../server/src/outbox/graph-client.ts";
import type { LiveEvent } from "../../server/src/realtime/change-log.ts";
import type { Runtime, WakeName } from "../../server/src/runtime.ts";
import { createSecretBox } from "../../server/src/secrets/secret-box.ts";
import { createWebhookHandler } from "../../server/src/webhooks/handler.ts";

const KEY = "11".repeat(32);

export interface TestServerOptions {
  pool: Pool;
  prisma: PrismaClient;
  graphUrl?: string;
  instagramUrl?: string;
  appSecret?: string;
  verifyToken?: string;
  /** Who decides when a send has waited long enough; absent: the clock, after 5 s. */
  alarm?: GraphClientOptions["alarm"];
  ratePerSecond?: number;
  /** Closed when the server stops. */
  journal?: Journal;
  /** Where files are; absent: there are none. */
  dataDir?: string;
}

export class TestServer {
  readonly woken: [WakeName, string][] = [];
  readonly live: LiveEvent[] = [];
  readonly runtime: Runtime;
  readonly directory: ChannelDirectory;
  readonly statuses: StatusApplier;
  readonly receiver: Receiver;
  readonly deliverer: Deliverer;
  readonly simulator: Simulator;
  private readonly journal: Journal | undefined;
  private readonly server: Server;
  private readonly delivering = new Set<Promise<void>>();

  private constructor(options: TestServerOptions) {
    this.journal = options.journal;
    this.runtime = this.makeRuntime(options);
    this.directory = new ChannelDirectory(this.runtime);
    this.statuses = new StatusApplier(this.runtime);
    this.receiver = new Receiver(this.runtime, this.statuses);
    this.deliverer = new Deliverer(this.runtime, {
      directory: this.directory,
      statuses: this.statuses,
      media: new MediaStore(options.dataDir ?? "/nonexistent"),
      simulatorUrl: () => this.url,
      graph: { deadlineMs: 5_000, ...(options.alarm ? { alarm: options.alarm } : {}) },
      // The longest wait of the jitter, so that tests know it.
      random: () => 0.5,
      ratePerSecond: options.ratePerSecond ?? Number.POSITIVE_INFINITY,
      ...(options.journal ? { journal: options.journal } : {}),
    });
    this.simulator = new Simulator(this.runtime, this.directory, () => this.url);
    const webhooks = createWebhookHandler(this);
    this.server = createServer((req, res) =>
      webhooks(req, res, () => this.simulator.farSide.handler(req, res, () => res.writeHead(404).end())),
    );
  }

  static async start(options: TestServerOptions): Promise<TestServer> {
    const server = new TestServer(options);
    await new Promise<void>((resolve) => server.server.listen(0, "127.0.0.1", resolve));
    return server;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Sends what is due, and what comes due by wake-ups meanwhile; resolves when all of it is answered and saved. */
  async deliver(channelId: string): Promise<void> {
    await this.deliverer.deliverChannel(channelId);
    await this.settle();
  }

  async settle(): Promise<void> {
    for (let quiet = 0; quiet < 2; quiet += 1) {
      if (this.delivering.size > 0) quiet = 0;
      await Promise.all(this.delivering);
      await this.receiver.idle();
      await this.deliverer.idle();
      await this.simulator.idle();
      await this.statuses.idle();
    }
  }

  async stop(): Promise<void> {
    await this.simulator.stop();
    await this.deliverer.stop();
    await this.journal?.close();
    await this.statuses.idle();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private makeRuntime({
    pool,
    prisma,
    graphUrl,
    instagramUrl,
    appSecret,
    verifyToken,
  }: TestServerOptions): Runtime {
    const values = parseEnvironment({});
    return {
      config: {
        port: 0,
        host: "127.0.0.1",
        databaseUrl: undefined,
        redisUrl: undefined,
        dataDir: "",
        role: "all",
        publicUrl: "http://localhost",
        frontendUrl: "http://localhost",
        graph: {
          url: graphUrl ?? "http://127.0.0.1:1",
          instagramUrl: instagramUrl ?? "http://127.0.0.1:1",
          version: values.GRAPH_API_VERSION,
        },
        meta: {
          appId: undefined,
          appSecret,
          instagramAppId: undefined,
          instagramAppSecret: undefined,
          verifyToken,
        },
        encryptionKeys: [KEY],
        logLevel: "silent",
        allowPrivateHosts: [],
        metricsPort: undefined,
        smtpUrl: undefined,
        mailFrom: undefined,
      },
      hot: pool,
      pool,
      prisma,
      log: pino({ level: process.env.LOG_LEVEL ?? "silent" }),
      secrets: createSecretBox([KEY]),
      now: () => new Date(),
      wake: (name, key) => this.wake(name, key),
      reserveSends: () => null,
      publish: (events) => void this.live.push(...events),
      telling: (work) => work(null),
      changed: () => {},
      typing: () => {},
      flowChanged: () => {},
      hookUrl: (_workspaceId, sessionId) => `http://localhost/hooks/${sessionId}`,
      signal: () => {},
    };
  }

  private wake(name: WakeName, key: string): void {
    this.woken.push([name, key]);
    if (name !== "deliver") return;
    const delivering: Promise<void> = this.deliverer
      .deliverChannel(key)
      .finally(() => this.delivering.delete(delivering));
    this.delivering.add(delivering);
  }
}

export interface TestChannel {
  workspaceId: string;
  channelId: string;
  platformId: string;
  appSecret: string;
  token: string;
}

let made = 0;

/** A WhatsApp channel in a workspace of its own, unless one is given. */
export async function createChannel(
  server: TestServer,
  given: {
    workspaceId?: string;
    appSecret?: string | null;
    platformId?: string;
    platform?: "whatsapp" | "messenger" | "instagram";
    settings?: Record<string, boolean | number | null>;
  } = {},
): Promise<TestChannel> {
  made += 1;
  const { prisma, secrets } = server.runtime;
  const workspaceId = given.workspaceId ?? newId();
  if (given.workspaceId === undefined)
    await prisma.workspace.create({ data: { id: workspaceId, name: `Test ${made}` } });
  const channel = {
    workspaceId,
    channelId: newId(),
    platformId: given.platformId ?? `1000${made}${Date.now()}`,
    appSecret: `secret-${made}`,
    token: `token-${made}`,
  };
  const seal = (field: "accessToken" | "appSecret" | "verifyToken", value: string) =>
    secrets.seal(value, channelSecretAad(workspaceId, channel.channelId, field));
  await prisma.channel.create({
    data: {
      workspaceId,
      id: channel.channelId,
      platform: given.platform ?? "whatsapp",
      settings: JSON.parse(JSON.stringify(given.settings ?? {})),
      name: "Test",
      platformId: channel.platformId,
      accessToken: seal("accessToken", channel.token),
      appSecret: given.appSecret === null ? null : seal("appSecret", given.appSecret ?? channel.appSecret),
      verifyToken: seal("verifyToken", `verify-${made}`),
    },
  });
  server.directory.invalidate();
  return { ...channel, appSecret: given.appSecret ?? channel.appSecret };
}

export async function createConversation(
  server: TestServer,
  channel: TestChannel,
  phone: string,
): Promise<string> {
  const { workspaceId, channelId } = channel;
  const contact = await server.runtime.prisma.contact.create({
    data: { workspaceId, id: newId(), phone: `+${phone}` },
  });
  const conversation = await server.runtime.prisma.conversation.create({
    data: {
      workspaceId,
      id: newId(),
      channelId,
      externalId: phone,
      contactId: contact.id,
      shard: shardOf(channelId, phone),
    },
  });
  return conversation.id;
}

/** Outgoing text messages of one conversation, in order. @returns their ids */
export async function queueTexts(
  server: TestServer,
  channel: TestChannel,
  conversationId: string,
  texts: readonly string[],
): Promise<string[]> {
  const { workspaceId, channelId } = channel;
  const { contactId } = await server.runtime.prisma.conversation.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: conversationId } },
  });
  const ids = texts.map(() => newId());
  await server.runtime.pool.query(
    `INSERT INTO messages (workspace_id, id, conversation_id, channel_id, contact_id, direction, author, content, text, status)
     SELECT $1, t.id, $2, $3, $4, 'out', 'bot', json_build_object('type', 'text', 'text', t.text), t.text, 'Pending'
       FROM unnest($5::uuid[], $6::text[]) WITH ORDINALITY AS t(id, text, n) ORDER BY t.n`,
    [workspaceId, conversationId, channelId, contactId, ids, texts],
  );
  return ids;
}

/** Status by message id. */
export async function statusesOf(server: TestServer, ids: readonly string[]): Promise<string[]> {
  const { rows } = await server.runtime.pool.query<{ status: string }>(
    "SELECT m.status FROM unnest($1::uuid[]) WITH ORDINALITY AS k(id, n) JOIN messages m ON m.id = k.id ORDER BY k.n",
    [ids],
  );
  return rows.map((row) => row.status);
}
