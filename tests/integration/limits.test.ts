/** Limits of a channel kept by the outbox, and what a workspace used by month. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { usageByMonth } from "../../server/src/admin/usage.ts";
import { newId } from "../../server/src/db/ids.ts";
import { useTestDatabase } from "../support/database.ts";
import { GraphStandIn, metaError } from "../support/graph-stand-in.ts";
import {
  createChannel,
  createConversation,
  queueTexts,
  statusesOf,
  type TestChannel,
  TestServer,
} from "../support/graph-stand-in-server.ts";
import { until } from "../support/server-process.ts";

const db = useTestDatabase();
let graph: GraphStandIn;
let server: TestServer;
beforeAll(async () => {
  graph = await GraphStandIn.start();
  server = await TestServer.start({ pool: db.pool, prisma: db.prisma, graphUrl: graph.url });
});
afterAll(async () => {
  await server.stop();
  await graph.stop();
});

describe("by the hour", () => {
  test("a channel with such a limit sends no more, and the rest waits", async () => {
    const channel = await createChannel(server);
    await db.prisma.channel.updateMany({
      where: { id: channel.channelId },
      data: { settings: { messagesPerHour: 3 } },
    });
    server.directory.invalidate();
    const people = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => createConversation(server, channel, `3460000700${n}`)),
    );
    const ids = (await Promise.all(people.map((id) => queueTexts(server, channel, id, ["hola"])))).flat();
    await server.deliver(channel.channelId);
    await server.deliver(channel.channelId);
    expect((await statusesOf(server, ids)).toSorted()).toEqual([
      "Pending",
      "Pending",
      "Sent",
      "Sent",
      "Sent",
    ]);
  });
});

/** Whoever sends: two servers over one database, as two processes are. */
async function anotherServer(options: { ratePerSecond?: number } = {}): Promise<TestServer> {
  return TestServer.start({ pool: db.pool, prisma: db.prisma, graphUrl: graph.url, ...options });
}

/** One message for each of so many people. */
async function messagesFor(channel: TestChannel, people: number, from: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < people; n++) {
    const conversation = await createConversation(server, channel, `3461${from + n}`);
    ids.push(...(await queueTexts(server, channel, conversation, ["hola"])));
  }
  return ids;
}

const countOf = async (ids: readonly string[], status: string) =>
  (await statusesOf(server, ids)).filter((one) => one === status).length;

describe("with several processes", () => {
  test("an hour's limit is one for all of them, and outlives the one that used it", async () => {
    const channel = await createChannel(server, { settings: { messagesPerHour: 12 } });
    const ids = await messagesFor(channel, 30, 100_000);
    const [one, two] = await Promise.all([anotherServer(), anotherServer()]);
    const both = () =>
      Promise.all([one.deliver(channel.channelId), two.deliver(channel.channelId)]).then(() =>
        countOf(ids, "Sent"),
      );
    await until(async () => (await both()) === 12, "twelve went out");
    await until(async () => (await both()) === 12 && (await nothingFree(channel.channelId)), "all is booked");
    await one.stop();
    await two.stop();
    const next = await anotherServer();
    await next.deliver(channel.channelId);
    expect(await countOf(ids, "Sent")).toBe(12);
    // What was sent an hour ago counts no more.
    await db.pool.query(
      "UPDATE channel_senders SET reported_at = now() - interval '61 minutes' WHERE channel_id = $1",
      [channel.channelId],
    );
    await until(async () => {
      await next.deliver(channel.channelId);
      return (await countOf(ids, "Sent")) > 12;
    }, "the hour is over");
    await next.stop();
  });

  test("two that send for a channel have half of its pace each, and one that stops gives its half back", async () => {
    const channel = await createChannel(server);
    const ids = await messagesFor(channel, 120, 200_000);
    const [one, two] = await Promise.all([
      anotherServer({ ratePerSecond: 20 }),
      anotherServer({ ratePerSecond: 20 }),
    ]);
    graph.ledger.length = 0;
    const delivered = Promise.all([
      one.deliverer.deliverChannel(channel.channelId),
      two.deliverer.deliverChannel(channel.channelId),
    ]);
    let together = 0;
    await until(
      async () => {
        together = Math.max(together, await liveSenders(channel.channelId));
        return (await countOf(ids, "Sent")) === 120;
      },
      "all went out",
      60_000,
    );
    await delivered;
    expect(together).toBe(2);
    const times = graph.ledger.map(({ acceptedAt }) => acceptedAt).toSorted((a, b) => a - b);
    // Once each knows of the other (two seconds at most), together no more than the pace.
    const settled = times.filter((at) => at > (times[0] ?? 0) + 2_500);
    const span = ((settled.at(-1) ?? 0) - (settled[0] ?? 0)) / 1_000;
    expect(settled.length).toBeLessThanOrEqual(20 * span + 5);
    await two.stop();
    // The first may have been quiet for so long that it gave its own share back too.
    expect(await liveSenders(channel.channelId)).toBeLessThanOrEqual(1);
    await one.stop();
    expect(await liveSenders(channel.channelId)).toBe(0);
  });
});

const liveSenders = async (channelId: string) => {
  const { rows } = await db.pool.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM channel_senders WHERE channel_id = $1 AND live_until > now()",
    [channelId],
  );
  return rows[0]?.n ?? 0;
};

/** Everything of the hour's limit is sent or booked. */
async function nothingFree(channelId: string): Promise<boolean> {
  const { rows } = await db.pool.query<{ sent: [number, number][] }>(
    "SELECT sent FROM channel_senders WHERE channel_id = $1",
    [channelId],
  );
  return rows.flatMap(({ sent }) => sent).reduce((sum, [, count]) => sum + count, 0) >= 12;
}

describe("one person", () => {
  test("fault 35: gets 45 messages at once on WhatsApp, and the next after six seconds, while others go on", async () => {
    const channel = await createChannel(server);
    const [ana, bea] = [
      await createConversation(server, channel, "34619990001"),
      await createConversation(server, channel, "34619990002"),
    ];
    const many = await queueTexts(
      server,
      channel,
      ana,
      Array.from({ length: 47 }, (_, n) => `${n}`),
    );
    const other = await queueTexts(server, channel, bea, ["hola"]);
    graph.ledger.length = 0;
    const before = performance.now();
    await server.deliver(channel.channelId);
    expect(await statusesOf(server, many)).toEqual([...Array(45).fill("Sent"), "Pending", "Pending"]);
    expect(await statusesOf(server, other)).toEqual(["Sent"]);
    await until(async () => (await statusesOf(server, many)).at(45) === "Sent", "the next went out", 12_000);
    const last = graph.ledger.at(-1);
    expect(Object(last?.body.text).body).toBe("45");
    expect((last?.acceptedAt ?? 0) - before).toBeGreaterThan(5_500);
    // It was held back here, not refused there.
    const { rows } = await db.pool.query(
      "SELECT attempts - uncounted AS tries, error FROM messages WHERE id = $1",
      [many[45]],
    );
    expect(rows).toEqual([{ tries: 1, error: null }]);
  });

  test("is not held back where an admin says that Meta gave more", async () => {
    const channel = await createChannel(server, { settings: { pacePerPerson: false } });
    const ana = await createConversation(server, channel, "34619990003");
    const many = await queueTexts(
      server,
      channel,
      ana,
      Array.from({ length: 60 }, (_, n) => `${n}`),
    );
    await server.deliver(channel.channelId);
    expect(await countOf(many, "Sent")).toBe(60);
  });
});

describe("usage", () => {
  test("is counted by month from the rows themselves, for its own workspace", async () => {
    const channel = await createChannel(server);
    const { workspaceId, channelId } = channel;
    const stranger = await createChannel(server);
    const [ana, bea] = [
      await createConversation(server, channel, "34600008001"),
      await createConversation(server, channel, "34600008002"),
    ];
    graph.answerWith(({ body }) =>
      Object(body.text).body === "no"
        ? { kind: "reply", status: 400, body: metaError(131026) }
        : { kind: "accept" },
    );
    await queueTexts(server, channel, ana, ["uno", "no", "dos"]);
    await queueTexts(server, channel, bea, ["tres"]);
    await server.deliver(channelId);
    const said = { workspaceId, channelId, conversationId: ana, contactId: newId(), status: "Received" };
    const now = new Date();
    const old = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 5, 12));
    const before = old.toISOString().slice(0, 7);
    await db.prisma.message.createMany({
      data: [
        {
          ...said,
          direction: "in",
          author: "customer",
          content: { type: "text", text: "x" },
          createdAt: old,
        },
        {
          ...said,
          direction: "out",
          author: "echo",
          status: "Sent",
          content: { type: "text", text: "x" },
          createdAt: old,
        },
        {
          ...said,
          direction: "out",
          author: "bot",
          status: "Read",
          content: { type: "template", name: "t" },
          createdAt: old,
        },
      ],
    });
    await db.prisma.mediaFile.create({
      data: {
        workspaceId,
        channelId,
        platformId: "1",
        mime: "image/png",
        size: 1_000n,
        state: "stored",
        createdAt: old,
      },
    });
    await db.prisma.monthlyUsage.create({
      data: { workspaceId, month: before, metric: "ai-tokens", count: 7n },
    });
    const [current, last] = await usageByMonth(db.pool, workspaceId, now);
    expect(current).toMatchObject({
      month: now.toISOString().slice(0, 7),
      sent: 3,
      failed: 1,
      contacts: 2,
      received: 0,
    });
    expect(last).toEqual({
      month: before,
      received: 1,
      sent: 1,
      templates: 1,
      failed: 0,
      sessions: 0,
      contacts: 1,
      mediaBytes: 1_000,
      counters: { "ai-tokens": 7 },
    });
    expect(await usageByMonth(db.pool, stranger.workspaceId, now)).toEqual([]);
  });
});
