/** Two that block each other: PostgreSQL rolls one of them back, and it is done again instead of being refused. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { StatusApplier } from "../../server/src/outbox/apply-statuses.ts";
import { saveResults } from "../../server/src/outbox/save-results.ts";
import { useTestDatabase } from "../support/database.ts";
import { GraphStandIn, postSigned, statusesBody } from "../support/graph-stand-in.ts";
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

beforeAll(async () => {
  graph = await GraphStandIn.start();
  server = await TestServer.start({ pool: db.pool, prisma: db.prisma, graphUrl: graph.url });
  channel = await createChannel(server);
});
afterAll(async () => {
  await server.stop();
  await graph.stop();
});

const PATIENT = { timeout: 10_000 };

/** Two messages on their way, in the order of their ids. */
async function twoSends(phone: string): Promise<[string, string]> {
  const ids = await queueTexts(server, channel, await createConversation(server, channel, phone), ["1", "2"]);
  await db.pool.query(
    `UPDATE messages SET status = 'Sending', attempts = 1, platform_message_id = 'wamid.' || id,
                         sending_until = now() + interval '1 minute' WHERE id = ANY($1)`,
    [ids],
  );
  const [first = "", second = ""] = ids.toSorted();
  return [first, second];
}

/**
 * Somebody has the second one and, as soon as `act` has the first and waits, wants that, too. Whoever waited first
 * looks for the knot first and is the one to be rolled back: `act`.
 */
async function blocking<T>([first, second]: readonly string[], act: () => Promise<T>): Promise<T> {
  const other = await db.pool.connect();
  try {
    await other.query("BEGIN");
    const { rows } = await other.query(
      "SELECT pg_backend_pid() AS pid FROM messages WHERE id = $1 FOR UPDATE",
      [second],
    );
    const acting = act();
    await expect
      .poll(async () => {
        const waiting = await db.pool.query(
          "SELECT FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))",
          [rows[0]?.pid],
        );
        return waiting.rowCount;
      }, PATIENT)
      .toBe(1);
    await other.query("SELECT FROM messages WHERE id = $1 FOR UPDATE", [first]);
    await other.query("COMMIT");
    return await acting;
  } finally {
    other.release();
  }
}

it("applies delivery statuses that were rolled back once, and answers 200", async () => {
  const ids = await twoSends("573001110001");
  const body = statusesBody(
    channel.platformId,
    ids.map((id) => ({ wamid: `wamid.${id}`, status: "delivered" as const })),
  );
  const answer = await blocking(ids, () =>
    postSigned(`${server.url}/api/webhooks/whatsapp`, channel.appSecret, body),
  );
  expect(answer).toBe(200);
  expect(await statusesOf(server, ids)).toEqual(["Delivered", "Delivered"]);
});

it("saves results of sends that were rolled back once, without a pause", async () => {
  const ids = await twoSends("573001110002");
  const rows = ids.map((id) => ({
    workspaceId: channel.workspaceId,
    id,
    attempt: 1,
    status: "Sent" as const,
    platformMessageId: `wamid.${id}`,
    error: null,
    waitMs: null,
    uncounted: false,
    follow: false,
  }));
  await blocking(ids, () => saveResults(server.runtime, new StatusApplier(server.runtime), rows, [], null));
  expect(await statusesOf(server, ids)).toEqual(["Sent", "Sent"]);
});
