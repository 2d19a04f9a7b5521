/** A flow quotes the customer's message: from the step through the outbox to the platform's request. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { useTestDatabase } from "../support/database.ts";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import {
  createChannel,
  createConversation,
  queueTexts,
  TestServer,
} from "../support/graph-stand-in-server.ts";
import { testRuntime } from "../support/test-runtime.ts";
import { createWorld } from "../support/world.ts";

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

test("of an answer in several messages the first one quotes", async () => {
  const world = await createWorld(db);
  const text = "palabra ".repeat(600);
  await world.publish({
    format: "hilo.flow/1",
    name: "Quotes",
    language: "es",
    triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
    nodes: [{ id: "long", type: "text", data: { text, quote: true } }],
    edges: [{ id: "e0", source: "start", target: "long" }],
  });
  const shard = await world.customer("34600000001", "hola", { id: "wamid.ASKED" });
  await drainShard(testRuntime(db), new PublishedFlows(), shard);
  const { rows } = await db.pool.query(
    "SELECT direction, reply_to FROM messages WHERE workspace_id = $1 ORDER BY seq",
    [world.workspaceId],
  );
  expect(rows).toEqual([
    { direction: "in", reply_to: null },
    { direction: "out", reply_to: "wamid.ASKED" },
    { direction: "out", reply_to: null },
  ]);
});

test("the platform is told which message is quoted, and of the others nothing", async () => {
  const channel = await createChannel(server);
  const conversation = await createConversation(server, channel, "573001112233");
  const [quoting = ""] = await queueTexts(server, channel, conversation, ["Esto", "y esto"]);
  await db.pool.query("UPDATE messages SET reply_to = 'wamid.ASKED' WHERE id = $1", [quoting]);
  await server.deliver(channel.channelId);
  await server.settle();
  expect(graph.requests.map(({ body }) => [body.text, body.context])).toEqual([
    [{ body: "Esto", preview_url: false }, { message_id: "wamid.ASKED" }],
    [{ body: "y esto", preview_url: false }, undefined],
  ]);
});
