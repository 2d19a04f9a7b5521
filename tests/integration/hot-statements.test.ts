/** What the hot statements cost on a database that has been in use for long (fault 32): no table is read from end to end, and a drain takes a handful of statements. */
import type { FlowInput } from "@hilo/flow-engine";
import type { Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listContacts } from "../../server/src/contacts/contact-views.ts";
import { drainShards } from "../../server/src/conversations/drain.ts";
import { wakePendingShards } from "../../server/src/conversations/wake-pending.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { sweepOutbox } from "../../server/src/outbox/sweep.ts";
import { fireDueTimers } from "../../server/src/timers/fire-due.ts";
import { useTestDatabase } from "../support/database.ts";
import { GraphStandIn, postSigned, statusesBody, textBody } from "../support/graph-stand-in.ts";
import { createChannel, type TestChannel, TestServer } from "../support/graph-stand-in-server.ts";
import { addOldRows, GROWING_TABLES } from "../support/old-rows.ts";
import { testRuntime } from "../support/test-runtime.ts";
import { type SeenQuery, watchedPool } from "../support/watched-pool.ts";

const OLD_ROWS = 30_000;
const CONVERSATIONS = 200;
const EVERY_SHARD = Array.from({ length: 64 }, (_, shard) => shard);

const FLOW: FlowInput = {
  format: "hilo.flow/1",
  name: "Everything",
  language: "es",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: [
    { id: "tag", type: "tag", data: { add: ["nuevo"] } },
    { id: "field", type: "contact-field", data: { fields: [{ field: "ciudad", value: "Cali" }] } },
    { id: "call", type: "http-request", data: { url: "http://192.0.2.1/", retries: 0 } },
    { id: "ask", type: "ask", data: { text: "¿Nombre?", saveAs: "name", timeoutMinutes: 10 } },
    { id: "bye", type: "text", data: { text: "Hola {{ name }}" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "tag" },
    { id: "e1", source: "tag", target: "field" },
    { id: "e2", source: "field", target: "ask" },
    { id: "e3", source: "ask", target: "call" },
    { id: "e4", source: "call", target: "bye" },
    { id: "e5", source: "call", sourceHandle: "error", target: "bye" },
  ],
};

const db = useTestDatabase();
const queries: SeenQuery[] = [];
let pool: Pool;
let graph: GraphStandIn;
let server: TestServer;
let channel: TestChannel;
let flows: PublishedFlows;

const runtime = () => ({ ...testRuntime(db), hot: pool, pool, now: () => new Date() });

beforeAll(async () => {
  pool = watchedPool(db.hot, { onQuery: (query) => void queries.push(query) });
  graph = await GraphStandIn.start();
  server = await TestServer.start({ pool, prisma: db.prisma, graphUrl: graph.url });
  channel = await createChannel(server);
  flows = new PublishedFlows();
  await addOldRows(db.pool, channel, OLD_ROWS);
  await publish();
}, 120_000);
afterAll(async () => {
  await server.stop();
  await graph.stop();
});

async function publish(): Promise<void> {
  const { workspaceId } = channel;
  const [flowId, versionId] = [crypto.randomUUID(), crypto.randomUUID()];
  const json = JSON.parse(JSON.stringify(FLOW));
  await db.prisma.flow.create({
    data: { workspaceId, id: flowId, name: FLOW.name, draft: json, publishedVersionId: versionId },
  });
  await db.prisma.flowVersion.create({
    data: { workspaceId, id: versionId, flowId, number: 1, definition: json },
  });
  await db.prisma.workspace.update({
    where: { id: workspaceId },
    data: { triggerRevision: { increment: 1 } },
  });
}

const person = (n: number): string => `3461${String(n).padStart(7, "0")}`;

/** Everybody says it at once. */
async function everybodySays(text: string, count = CONVERSATIONS): Promise<void> {
  const url = `${server.url}/api/webhooks/whatsapp`;
  const bodies = Array.from({ length: count }, (_, n) =>
    textBody(channel.platformId, person(n), `wamid.${text}.${n}`, text),
  );
  const answers = await Promise.all(bodies.map((body) => postSigned(url, channel.appSecret, body)));
  expect(new Set(answers)).toEqual(new Set([200]));
}

/** All of it; a shard that many people fell into is left with some after the first batch. @returns the statements of that batch */
async function drainAll(): Promise<number> {
  const before = queries.length;
  const { rows } = await drainShards(runtime(), flows, EVERY_SHARD);
  const took = queries.length - before;
  expect(rows).toBeGreaterThan(CONVERSATIONS * 0.9);
  while ((await drainShards(runtime(), flows, EVERY_SHARD)).rows > 0);
  return took;
}

describe("a drain of 200 conversations", () => {
  it("takes at most 12 statements, of newcomers and of people in the middle of a flow", async () => {
    await everybodySays("hola");
    const newcomers = await drainAll();
    await server.deliver(channel.channelId);
    await everybodySays("Luz");
    const answers = await drainAll();
    // With the transaction's own two: begin with the locks, commit. None would mean that nobody counted.
    expect(answers).toBeGreaterThan(3);
    expect(newcomers).toBeLessThanOrEqual(12);
    expect(answers).toBeLessThanOrEqual(12);
  }, 60_000);
});

interface Plan {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Index Cond"?: string;
  Plans?: Plan[];
}

const inside = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(inside)];

const LISTS = ["list-contacts-channelId"];

/** As the server plans it: a hot statement once for all its calls, a list for what is asked. */
async function planOf({ name, text, values }: SeenQuery): Promise<Plan[]> {
  const answer = LISTS.includes(name ?? "")
    ? db.pool.query<{ "QUERY PLAN": { Plan: Plan }[] }>(`EXPLAIN (FORMAT JSON) ${text}`, values)
    : db.hot.query<{ "QUERY PLAN": { Plan: Plan }[] }>(`EXPLAIN (GENERIC_PLAN, FORMAT JSON) ${text}`);
  return ((await answer).rows[0]?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => inside(Plan));
}

/** By an index without a condition is no better than without an index; a partial index holds what is open only. */
const isWhole = (node: Plan): boolean =>
  node["Node Type"] === "Seq Scan" ||
  (/^Index (Only )?Scan$/.test(node["Node Type"]) &&
    node["Index Cond"] === undefined &&
    !PARTIAL.includes(node["Index Name"] ?? ""));

const readWhole = (plan: readonly Plan[]): string[] =>
  plan
    .filter((node) => isWhole(node) && GROWING_TABLES.includes(node["Relation Name"] ?? ""))
    .map((node) => node["Relation Name"] ?? "");

/** Indexes that hold only what is open. */
const PARTIAL = ["inbox_events_pending_idx", "messages_outbox_idx"];

/** Statements that were really sent, each once. */
const HOT = [
  "store-deliveries",
  "load-drain",
  "load-conversations",
  "save-drain",
  "pending-shards",
  "claim-messages",
  "save-send-results",
  "apply-statuses",
  "fire-due-timers",
  "expire-sends",
  "find-waiting-statuses",
  "find-due-channels",
  ...LISTS,
];

describe("hot statements", () => {
  beforeAll(async () => {
    await everybodySays("hola", 20);
    await wakePendingShards(runtime());
    await drainShards(runtime(), flows, EVERY_SHARD);
    await server.deliver(channel.channelId);
    const statuses = graph.ledger.map(({ wamid }) => ({ wamid, status: "delivered" as const }));
    const url = `${server.url}/api/webhooks/whatsapp`;
    await postSigned(url, channel.appSecret, statusesBody(channel.platformId, statuses));
    await server.settle();
    await fireDueTimers(runtime());
    await sweepOutbox(server.runtime, server.statuses, () => {});
    await listContacts(pool, channel.workspaceId, { channelId: channel.channelId, limit: 50 });
  }, 60_000);

  it.each(HOT)("%s reads no growing table from end to end", async (name) => {
    const query = queries.findLast((one) => one.name === name);
    expect(query, `${name} was not sent`).toBeDefined();
    if (query) expect(readWhole(await planOf(query))).toEqual([]);
  });

  it("claim what is pending by partial indexes, however much is done", async () => {
    const names = async (name: string) => {
      const query = queries.findLast((one) => one.name === name);
      return query && (await planOf(query)).map((node) => node["Index Name"]);
    };
    expect(await names("load-drain")).toContain("inbox_events_pending_idx");
    expect(await names("pending-shards")).toContain("inbox_events_pending_idx");
    expect(await names("claim-messages")).toContain("messages_outbox_idx");
  });

  it("would be found if they did", async () => {
    const planned = (text: string) => planOf({ name: null, text, values: [] }).then(readWhole);
    expect(await planned("SELECT count(*) FROM messages WHERE text = 'x'")).toEqual(["messages"]);
    expect(await planned("SELECT id FROM conversations ORDER BY workspace_id, id")).toEqual([
      "conversations",
    ]);
  });
});
