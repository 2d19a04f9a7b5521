/** As guards.test.ts does: the note that a send begins is taken away once, and its loss must be noticed. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { takeUpAbandoned } from "../../server/src/journal/abandoned.ts";
import { type Journal, openJournal } from "../../server/src/journal/journal.ts";
import { bootId } from "../../server/src/journal/journal-file.ts";
import { takeUpSends } from "../../server/src/outbox/take-up-sends.ts";
import { abandon } from "../support/abandon-journal.ts";
import { useTestDatabase } from "../support/database.ts";
import { GraphStandIn } from "../support/graph-stand-in.ts";
import {
  createChannel,
  createConversation,
  queueTexts,
  TestServer,
} from "../support/graph-stand-in-server.ts";
import { until } from "../support/server-process.ts";
import { newPerson } from "./lab/lab.ts";
import { violations } from "./lab/oracles.ts";

const db = useTestDatabase();
const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
  await db.pool.query("TRUNCATE messages");
});

/** A process dies while the platform has its request; another on the same machine finds what it left. */
async function deathInTheMiddleOfASend(noting: (journal: Journal) => void): Promise<string[]> {
  const graph = await GraphStandIn.start();
  stops.push(() => graph.stop());
  graph.answerWith(({ n }) => (n === 0 ? { kind: "hang", accepts: true } : { kind: "accept" }));
  const folder = await mkdtemp(path.join(tmpdir(), "hilo-journals-"));
  stops.push(() => rm(folder, { recursive: true }));
  const journal = await openJournal(folder, console);
  noting(journal);
  const rings: (() => void)[] = [];
  const alarm = (ring: () => void) => {
    rings.push(ring);
    return () => {};
  };
  const options = { pool: db.pool, prisma: db.prisma, graphUrl: graph.url };
  const victim = await TestServer.start({ ...options, journal, alarm });
  const other = await TestServer.start(options);
  stops.push(() => other.stop());
  const channel = await createChannel(victim);
  await queueTexts(victim, channel, await createConversation(victim, channel, newPerson()), ["uno"]);
  // What agents say: it comes from no step.
  await db.pool.query("UPDATE messages SET author = 'agent'");
  await victim.deliverer.deliverChannel(channel.channelId);
  await until(() => graph.requests.length === 1, "the platform has the request");
  await abandon(journal, folder);
  await takeUpAbandoned(folder, (abandoned) => takeUpSends(other.runtime, abandoned, () => {}));
  await other.deliver(channel.channelId);
  const wrong = await violations({ db: db.pool, graph, said: [] });
  for (const ring of rings) ring();
  await victim.stop();
  return wrong;
}

describe.runIf(await bootId())("the note that a send begins", () => {
  it("keeps the scene clean", async () => {
    expect(await deathInTheMiddleOfASend(() => {})).toEqual([]);
  });

  it("is missed when it is gone", async () => {
    const forgetful = (journal: Journal) => {
      journal.begin = () => {};
    };
    expect(await deathInTheMiddleOfASend(forgetful)).toEqual([expect.stringContaining("accepted 2 times")]);
  });
});
