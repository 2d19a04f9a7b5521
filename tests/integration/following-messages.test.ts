/** What follows a send: taken from memory where nothing came between, and from the outbox where something did. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { StatusApplier } from "../../server/src/outbox/apply-statuses.ts";
import { saveResults } from "../../server/src/outbox/save-results.ts";
import type { ClaimedMessage } from "../../server/src/outbox/send-one.ts";
import { useTestDatabase } from "../support/database.ts";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import {
  createChannel,
  createConversation,
  queueTexts,
  statusesOf,
  type TestChannel,
  TestServer,
} from "../support/graph-stand-in-server.ts";

const db = useTestDatabase();
let graph: GraphStandIn;
let server: TestServer;
let channel: TestChannel;
let conversationId: string;
let ids: [string, string, string];

beforeAll(async () => {
  graph = await GraphStandIn.start();
  server = await TestServer.start({ pool: db.pool, prisma: db.prisma, graphUrl: graph.url });
  channel = await createChannel(server);
});
afterAll(async () => {
  await server.stop();
  await graph.stop();
});

let people = 0;
beforeEach(async () => {
  people += 1;
  conversationId = await createConversation(server, channel, `57300111${1_000 + people}`);
  const [first = "", second = "", third = ""] = await queueTexts(server, channel, conversationId, [
    "1",
    "2",
    "3",
  ]);
  ids = [first, second, third];
  await db.pool.query("UPDATE messages SET status = 'Sending', attempts = 1 WHERE id = $1", [first]);
});

/** The second message, as the drain that made it knows it. */
const known = (): ClaimedMessage => ({
  workspaceId: channel.workspaceId,
  id: ids[1],
  conversationId,
  contactId: "",
  content: { type: "text", text: "from memory" },
  replyTo: null,
  attempts: 1,
  uncounted: 0,
  createdAt: new Date(),
  externalId: "57",
  phone: null,
  author: "bot",
  commentId: null,
  windowExpiresAt: null,
  lastInboundAt: null,
});

async function firstIsSent({ follow = true } = {}): Promise<ClaimedMessage[]> {
  const row = {
    workspaceId: channel.workspaceId,
    id: ids[0],
    attempt: 1,
    status: "Sent" as const,
    platformMessageId: `wamid.${ids[0]}`,
    error: null,
    waitMs: null,
    uncounted: false,
    follow,
  };
  return saveResults(server.runtime, new StatusApplier(server.runtime), [row], [known()], null);
}

describe("after a send, the conversation's next message", () => {
  it("is the one in memory, claimed", async () => {
    const [next, ...more] = await firstIsSent();
    expect(next?.content).toEqual({ type: "text", text: "from memory" });
    expect(more).toEqual([]);
    expect(await statusesOf(server, ids)).toEqual(["Sent", "Sending", "Pending"]);
  });

  it("is read when the one in memory was called off", async () => {
    await db.pool.query("UPDATE messages SET status = 'Cancelled' WHERE id = $1", [ids[1]]);
    const [next, ...more] = await firstIsSent();
    expect(next).toMatchObject({ id: ids[2], conversationId, attempts: 1, clockAheadMs: 0 });
    expect(next?.content).toEqual({ type: "text", text: "3" });
    expect(next?.createdAt).toBeInstanceOf(Date);
    expect(more).toEqual([]);
    expect(await statusesOf(server, ids)).toEqual(["Sent", "Cancelled", "Sending"]);
  });

  it("is read when it was tried before: memory knows the first attempt only", async () => {
    await db.pool.query("UPDATE messages SET attempts = 3, uncounted = 1 WHERE id = $1", [ids[1]]);
    const [next, ...more] = await firstIsSent();
    expect(next).toMatchObject({ id: ids[1], attempts: 4, uncounted: 1 });
    expect(next?.content).toEqual({ type: "text", text: "2" });
    expect(more).toEqual([]);
  });

  it("is none when the person was erased meanwhile", async () => {
    await db.pool.query("DELETE FROM messages WHERE id = ANY($1)", [[ids[1], ids[2]]]);
    expect(await firstIsSent()).toEqual([]);
  });

  it("is none when another process has it, and waits when nothing may follow", async () => {
    await db.pool.query("UPDATE messages SET status = 'Sending', attempts = 1 WHERE id = $1", [ids[1]]);
    expect(await firstIsSent()).toEqual([]);
    await db.pool.query("UPDATE messages SET status = 'Sending' WHERE id = $1", [ids[0]]);
    await db.pool.query("UPDATE messages SET status = 'Pending', attempts = 0 WHERE id = $1", [ids[1]]);
    expect(await firstIsSent({ follow: false })).toEqual([]);
    expect(await statusesOf(server, ids)).toEqual(["Sent", "Pending", "Pending"]);
  });

  it("waits when the channel was paused meanwhile", async () => {
    const pause = (until: string) =>
      db.pool.query(`UPDATE channels SET paused_until = ${until} WHERE id = $1`, [channel.channelId]);
    await pause("now() + interval '1 hour'");
    expect(await firstIsSent()).toEqual([]);
    await pause("NULL");
    expect(await statusesOf(server, ids)).toEqual(["Sent", "Pending", "Pending"]);
  });
});
