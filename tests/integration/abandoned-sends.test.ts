/** What becomes of the sends of a process that dies, when another on the same machine finds its journal. */
import { mkdtemp, readdir, rm, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeUpAbandoned } from "../../server/src/journal/abandoned.ts";
import { type Journal, openJournal } from "../../server/src/journal/journal.ts";
import { bootId } from "../../server/src/journal/journal-file.ts";
import { saveResults } from "../../server/src/outbox/save-results.ts";
import { takeUpSends } from "../../server/src/outbox/take-up-sends.ts";
import { abandon } from "../support/abandon-journal.ts";
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
import { until } from "../support/server-process.ts";

const db = useTestDatabase();
let graph: GraphStandIn;
let server: TestServer;
let channel: TestChannel;
let folder: string;
let journal: Journal;
let key: string | null;
const woken: string[] = [];

beforeAll(async () => {
  graph = await GraphStandIn.start();
  server = await TestServer.start({ pool: db.pool, prisma: db.prisma, graphUrl: graph.url });
});
afterAll(async () => {
  await server.stop();
  await graph.stop();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hilo-sends-"));
  journal = await openJournal(folder, server.runtime.log);
  key = journal.key;
  channel = await createChannel(server);
  woken.length = 0;
});
afterEach(() => rm(folder, { recursive: true }));

/** Texts of a conversation each, claimed by the process of the journal. */
async function claimed(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const conversation = await createConversation(server, channel, `3461100${Date.now() % 10_000}${n}`);
    ids.push(...(await queueTexts(server, channel, conversation, ["hola"])));
  }
  await claim(ids);
  return ids;
}

const claim = (ids: readonly string[]) =>
  db.pool.query(
    `UPDATE messages SET status = 'Sending', attempts = attempts + 1, sending_until = now() + interval '15 seconds', sending_by = $2
      WHERE id = ANY ($1)`,
    [ids, key],
  );

/** Nothing was sent yet: it has to wait for its turn. */
const paced = (id: string, attempt: number) => ({
  workspaceId: channel.workspaceId,
  id,
  attempt,
  status: "Pending" as const,
  platformMessageId: null,
  error: null,
  waitMs: 0,
  uncounted: true,
  follow: false,
});

const takeUp = () =>
  takeUpAbandoned(folder, (abandoned) =>
    takeUpSends(server.runtime, abandoned, (channelId) => void woken.push(channelId)),
  );

describe.runIf(await bootId())("a dead process's sends", () => {
  it("are made by another when they had not begun, at once and once", async () => {
    const ids = await claimed(2);
    await abandon(journal, folder);
    await takeUp();
    expect(await statusesOf(server, ids)).toEqual(["Pending", "Pending"]);
    expect(woken).toEqual([channel.channelId]);
    expect(server.live.filter(({ event }) => event === "message:status")).toHaveLength(2);
    await server.deliver(channel.channelId);
    expect(await statusesOf(server, ids)).toEqual(["Sent", "Sent"]);
    expect(graph.ledger.map(({ opaque }) => opaque).toSorted()).toEqual(ids.toSorted());
    // An attempt keeps its number, and one that never began does not count.
    const { rows } = await db.pool.query(
      "SELECT DISTINCT attempts, uncounted FROM messages WHERE id = ANY ($1)",
      [ids],
    );
    expect(rows).toEqual([{ attempts: 2, uncounted: 1 }]);
  });

  it("are uncertain at once when they had begun, and hold nobody up", async () => {
    const [begun = "", untouched = ""] = await claimed(2);
    journal.begin(begun, 1);
    await abandon(journal, folder);
    await takeUp();
    expect(await statusesOf(server, [begun, untouched])).toEqual(["Uncertain", "Pending"]);
    expect(server.live.find(({ payload }) => JSON.stringify(payload).includes(begun))).toMatchObject({
      event: "message:status",
      payload: { status: "Uncertain", error: { code: "no-answer" } },
    });
  });

  it("are told apart by their attempt", async () => {
    const [id = ""] = await claimed(1);
    journal.begin(id, 1);
    await claim([id]);
    await abandon(journal, folder);
    await takeUp();
    expect(await statusesOf(server, [id])).toEqual(["Pending"]);
  });

  it("are not touched when they were another's, or while their process lives", async () => {
    const ids = await claimed(1);
    await takeUp();
    expect(await statusesOf(server, ids)).toEqual(["Sending"]);
    await db.pool.query("UPDATE messages SET sending_by = sending_by + 1 WHERE id = ANY ($1)", [ids]);
    await abandon(journal, folder);
    await takeUp();
    expect(await statusesOf(server, ids)).toEqual(["Sending"]);
  });

  it("are made, too, when their claim arrives after its process", async () => {
    const ids = await claimed(1);
    await db.pool.query("UPDATE messages SET status = 'Pending', attempts = 0, sending_by = NULL");
    await abandon(journal, folder);
    await takeUp();
    await claim(ids);
    await takeUp();
    expect(await statusesOf(server, ids)).toEqual(["Pending"]);
  });

  it("are not called off by an answer of the dead that comes late", async () => {
    const [id = ""] = await claimed(1);
    await abandon(journal, folder);
    await takeUp();
    await claim([id]);
    await saveResults(server.runtime, server.statuses, [paced(id, 1)], [], null);
    expect(await statusesOf(server, [id])).toEqual(["Sending"]);
  });

  it("are not called off by an answer that is saved a second time", async () => {
    const [id = ""] = await claimed(1);
    const save = () => saveResults(server.runtime, server.statuses, [paced(id, 1)], [], null);
    await save();
    expect(await statusesOf(server, [id])).toEqual(["Pending"]);
    await claim([id]);
    await save();
    expect(await statusesOf(server, [id])).toEqual(["Sending"]);
    await journal.close();
  });

  it("are forgotten when no claim can be on its way any more, and not before", async () => {
    await abandon(journal, folder);
    await takeUp();
    await takeUp();
    expect(await readdir(folder)).toEqual([key, `${key}.dead`, `${key}.sock`]);
    const longAgo = new Date(Date.now() - 60_000);
    await utimes(path.join(folder, `${key}.dead`), longAgo, longAgo);
    await takeUp();
    expect(await readdir(folder)).toEqual([]);
  });

  it("carry the journal of whoever claims them, and lose it with the claim", async () => {
    const own = await openJournal(folder, server.runtime.log);
    const noted = own.key;
    const { pool, prisma } = db;
    const second = await TestServer.start({ pool, prisma, graphUrl: graph.url, journal: own });
    graph.answerWith(() => ({ kind: "accept", delayMs: 100 }));
    const conversation = await createConversation(second, channel, `3462200${Date.now() % 10_000}`);
    const ids = await queueTexts(second, channel, conversation, ["uno", "dos"]);
    const seen = new Map<string, unknown>();
    const look = async () => {
      const { rows } = await db.pool.query(
        "SELECT id, sending_by FROM messages WHERE id = ANY ($1) AND status = 'Sending'",
        [ids],
      );
      for (const { id, sending_by } of rows) seen.set(id, sending_by);
    };
    const sending = second.deliver(channel.channelId);
    await until(async () => {
      await look();
      return seen.size === 2;
    }, "both are seen on their way");
    await sending;
    expect(seen).toEqual(new Map(ids.map((id) => [id, noted])));
    const { rows } = await db.pool.query("SELECT status, sending_by FROM messages WHERE id = ANY ($1)", [
      ids,
    ]);
    expect(rows).toEqual([
      { status: "Sent", sending_by: null },
      { status: "Sent", sending_by: null },
    ]);
    await second.stop();
    await journal.close();
  });
});
