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
  TestServer,
} from "../support/graph-stand-in-server.ts";

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
