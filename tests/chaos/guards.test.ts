/**
 * The tests test: each guard is taken away once (from the statements as they go to the database, from the database, or
 * from the engine's limits), and what watches over it must notice. With the guard in place the same scene is clean.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { FlowInput } from "@hilo/flow-engine";
import type { Pool } from "pg";
import { pino } from "pino";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { type Database, openDatabase } from "../../server/src/db/client.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";
import { GraphStandIn, postSigned, textBody } from "../support/graph-stand-in.ts";
import {
  createChannel,
  createConversation,
  queueTexts,
  TestServer,
} from "../support/graph-stand-in-server.ts";
import { testRuntime } from "../support/test-runtime.ts";
import { type Watch, watchedPool } from "../support/watched-pool.ts";
import { createWorld } from "../support/world.ts";
import { newPerson } from "./lab/lab.ts";
import { violations } from "./lab/oracles.ts";

const FLOW: FlowInput = {
  format: "hilo.flow/1",
  name: "Guarded",
  triggers: [{ type: "keyword", keyword: "hola", mode: "exact" }],
  nodes: [
    { id: "ask", type: "ask", data: { text: "¿Nombre?", saveAs: "name" } },
    { id: "bye", type: "text", data: { text: "Hola {{ name }}" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "ask" },
    { id: "e1", source: "ask", target: "bye" },
  ],
};

const CIRCLE: FlowInput = {
  format: "hilo.flow/1",
  name: "Circle",
  triggers: [{ type: "keyword", keyword: "hola", mode: "exact" }],
  nodes: [
    { id: "one", type: "set", data: { assignments: [{ name: "x", value: "1" }] } },
    { id: "two", type: "set", data: { assignments: [{ name: "y", value: "1" }] } },
  ],
  edges: [
    { id: "e0", source: "start", target: "one" },
    { id: "e1", source: "one", target: "two" },
    { id: "e2", source: "two", target: "one" },
  ],
};

let database: TestDatabase;
let db: Database;
const stops: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  db = openDatabase(database.url);
});
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await db.close();
  await database.drop();
});

const said = async (pool: Pool) =>
  (
    await pool.query<{ id: string; who: string; text: string }>(
      `SELECT DISTINCT payload ->> 'platformMessageId' AS id, external_id AS who, '' AS text FROM inbox_events WHERE kind = 'message'`,
    )
  ).rows;

/** What the oracles say, and what failed on the way. */
async function wrongs(failures: readonly unknown[], graph?: GraphStandIn): Promise<string[]> {
  const heard = await said(db.pool);
  const found = await violations({ db: db.pool, graph: graph ?? { ledger: [] }, said: heard });
  return [...found, ...failures.map(String)];
}

/** What was thrown by any of them. */
const failuresOf = async (work: Promise<unknown>[]): Promise<unknown[]> =>
  (await Promise.allSettled(work)).flatMap((one) => (one.status === "rejected" ? [one.reason] : []));

/** Meta posts one delivery twice. */
async function sameDeliveryTwice(watch: Watch): Promise<string[]> {
  const server = await TestServer.start({ pool: watchedPool(db.pool, watch), prisma: db.prisma });
  stops.push(() => server.stop());
  const channel = await createChannel(server);
  const body = textBody(channel.platformId, newPerson(), "wamid.twice", "hola");
  const url = `${server.url}/api/webhooks/whatsapp`;
  const answers = [
    await postSigned(url, channel.appSecret, body),
    await postSigned(url, channel.appSecret, body),
  ];
  expect(answers).toEqual([200, 200]);
  const { rows } = await db.pool.query<{ shard: number }>("SELECT DISTINCT shard FROM inbox_events");
  const flows = new PublishedFlows();
  return wrongs(await failuresOf(rows.map(({ shard }) => drainShard(testRuntime(db), flows, shard))));
}

/** Eight workers take one shard at once: none may work in vain, or what it does besides the database is done twice. */
async function manyWorkersAtOnce(watch: Watch): Promise<string[]> {
  const world = await createWorld(db);
  await world.publish(FLOW);
  const complaints: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => void complaints.push(line) });
  const runtime = { ...testRuntime(db), log, hot: watchedPool(db.hot, watch) };
  const shard = await world.customer(newPerson(), "hola");
  const drains = Array.from({ length: 8 }, () => drainShard(runtime, new PublishedFlows(), shard));
  return wrongs([...(await failuresOf(drains)), ...complaints]);
}

/** All that a drain writes, as a text. */
async function written(): Promise<string> {
  const { rows } = await db.pool.query(
    `SELECT (SELECT count(*) FROM messages) AS messages, (SELECT count(*) FROM session_events) AS steps,
            (SELECT count(*) FROM change_log) AS changes, (SELECT json_agg(state ORDER BY id) FROM inbox_events) AS inbox`,
  );
  return JSON.stringify(rows);
}

/** A worker that lost its lock comes back with a session that another has moved on. */
async function lateWorker(watch: Watch): Promise<string[]> {
  const world = await createWorld(db);
  await world.publish(FLOW);
  const who = newPerson();
  const flows = new PublishedFlows();
  await drainShard(testRuntime(db), flows, await world.customer(who, "hola"));
  const shard = await world.customer(who, "Luz");
  const hot = watchedPool(db.hot, {
    ...watch,
    onQuery: async ({ name }) => {
      if (name === "save-drain") await db.pool.query("UPDATE sessions SET version = version + 1");
    },
  });
  const before = await written();
  const failures = await failuresOf([drainShard({ ...testRuntime(db), hot }, flows, shard)]);
  const refused = failures.some((failure) => String(failure).includes("session fence"));
  if (!refused) return ["the late worker was not refused"];
  return (await written()) === before ? [] : ["the late worker left something behind"];
}

/** A flow that goes round in a circle. */
async function circle(): Promise<string[]> {
  const { drainShard: drain } = await import("../../server/src/conversations/drain.ts");
  const { PublishedFlows: Flows } = await import("../../server/src/flows/published-flows.ts");
  const world = await createWorld(db);
  await world.publish(CIRCLE);
  return wrongs(
    await failuresOf([drain(testRuntime(db), new Flows(), await world.customer(newPerson(), "hola"))]),
  );
}

/** Four workers send what waits in one channel. */
async function manySendersAtOnce(watch: Watch): Promise<string[]> {
  const graph = await GraphStandIn.start();
  stops.push(() => graph.stop());
  graph.answerWith(() => ({ kind: "accept", delayMs: 5 }));
  const options = { pool: watchedPool(db.pool, watch), prisma: db.prisma, graphUrl: graph.url };
  const servers = await Promise.all(Array.from({ length: 4 }, () => TestServer.start(options)));
  for (const server of servers) stops.push(() => server.stop());
  const [first] = servers;
  if (!first) return [];
  const channel = await createChannel(first);
  for (let n = 0; n < 30; n += 1)
    await queueTexts(first, channel, await createConversation(first, channel, newPerson()), ["uno", "dos"]);
  // What agents say: it comes from no step.
  await db.pool.query("UPDATE messages SET author = 'agent'");
  // All have chosen before any may take.
  const holder = await db.pool.connect();
  await holder.query("BEGIN; SELECT 1 FROM messages FOR UPDATE");
  const taking = failuresOf(servers.map((server) => server.deliver(channel.channelId)));
  await sleep(300);
  await holder.query("COMMIT");
  holder.release();
  const failures = await taking;
  await first.deliver(channel.channelId);
  return wrongs(failures, graph);
}

const without = (...parts: (string | RegExp)[]): Watch => ({
  rewrite: (text) => parts.reduce<string>((changed, part) => changed.replaceAll(part, ""), text),
});

interface Guard {
  name: string;
  scene(watch: Watch): Promise<string[]>;
  /** Takes it away. */
  remove(): Promise<Watch>;
}

const GUARDS: Guard[] = [
  {
    name: "the unique key of inbox rows",
    scene: sameDeliveryTwice,
    remove: async () => {
      await db.pool.query("DROP INDEX inbox_events_workspace_id_channel_id_provider_key_key");
      return without("ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING");
    },
  },
  {
    name: "the lock of a shard",
    scene: manyWorkersAtOnce,
    remove: async () => ({
      rewrite: (text) =>
        text
          .replace(/pg_advisory_xact_lock\([^)]*\)/, "1")
          .replace(/pg_try_advisory_xact_lock\([^)]*\)/, "true"),
    }),
  },
  {
    name: "the fence of a session",
    scene: lateWorker,
    remove: async () => without("AND s.version = k.version_before"),
  },
  {
    name: "the limit of a step",
    scene: circle,
    remove: async () => {
      vi.resetModules();
      vi.doMock("../../flow-engine/src/step/limits.ts", async (original) => ({
        ...(await original<object>()),
        MAX_VISITS_PER_STEP: 1_000,
      }));
      stops.push(async () => {
        vi.doUnmock("../../flow-engine/src/step/limits.ts");
        vi.resetModules();
      });
      return {};
    },
  },
  {
    name: "the second look at a message before it is claimed",
    scene: manySendersAtOnce,
    remove: async () => ({
      // Chosen before and taken without a look at what it is by now.
      rewrite: (text) =>
        text.replace("WHERE m.status = 'Pending'\n     FOR UPDATE OF m SKIP LOCKED", "FOR UPDATE OF m"),
    }),
  },
];

describe.each(GUARDS)("$name", ({ scene, remove }) => {
  it("keeps the scene clean", async () => {
    expect(await scene({})).toEqual([]);
  });

  it("is missed when it is gone", async () => {
    expect(await scene(await remove())).not.toEqual([]);
  });
});
