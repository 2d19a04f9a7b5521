/** Faults 21, 22: PostgreSQL is cut off every few seconds under load, and starts again: no false 200, nothing lost, nothing doubled. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until } from "../support/server-process.ts";
import { Cluster } from "./lab/cluster.ts";
import type { FarSide } from "./lab/far-side.ts";
import { record } from "./lab/figures.ts";
import { Lab, newPerson } from "./lab/lab.ts";
import { healthOf, isAlive } from "./lab/processes.ts";
import { chats, endStates, STORY, STORY_CHAT } from "./lab/story.ts";

const FULL = process.env.CHAOS === "full";
const CONVERSATIONS = FULL ? 2_000 : 40;
const RUN_MS = FULL ? 300_000 : 6_000;
/** Between restarts, and how long it stays away. */
const UP_MS = FULL ? [5_000, 10_000] : [1_500, 2_500];
const AWAY_MS = [0, 2_000];

const between = ([from = 0, to = 0]: readonly number[]): number => from + Math.random() * (to - from);

let cluster: Cluster;
let lab: Lab;
let farSide: FarSide;

beforeAll(async () => {
  cluster = await Cluster.start();
  lab = await Lab.start({}, { database: await cluster.database() });
  await lab.product.publish(STORY);
  await lab.join();
  farSide = lab.farSide();
});
afterAll(async () => {
  await farSide?.stop();
  await lab?.stop();
  await cluster?.stop();
});

async function cutOffAgainAndAgain(until: number): Promise<number> {
  let restarts = 0;
  while (Date.now() < until) {
    await sleep(between(UP_MS));
    await cluster.cutOff();
    await sleep(between(AWAY_MS));
    await cluster.startAgain();
    restarts += 1;
  }
  return restarts;
}

async function isAsked(who: string): Promise<boolean> {
  const { rowCount } = await lab.db
    .query(
      `SELECT 1 FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
        WHERE c.external_id = $1 AND s.node_id = 'ask'`,
      [who],
    )
    .catch(() => ({ rowCount: 0 }));
  return rowCount === 1;
}

it("goes on after each restart as if nothing had been", async () => {
  const people = Array.from({ length: CONVERSATIONS }, newPerson);
  const monkey = cutOffAgainAndAgain(Date.now() + RUN_MS);
  const talks = people.map(async (who, i) => {
    // Spread over the run, so that each restart meets some in each state.
    await sleep((i / CONVERSATIONS) * RUN_MS * 0.9);
    await farSide.say(who, "vamos");
    for (let tries = 0; !(await isAsked(who)); tries += 1) await sleep(tries < 20 ? 250 : 1_000);
    await farSide.say(who, "Luz");
  });
  const restarts = await monkey;
  await Promise.all(talks);
  await lab.untilQuiet(farSide, 120_000);

  expect(await lab.violations([farSide])).toEqual([]);
  const said = await chats(lab.db);
  for (const who of people) expect({ who, said: said.get(who) }).toEqual({ who, said: STORY_CHAT });
  expect(await endStates(lab.db)).toHaveLength(1);
  for (const server of [lab.product.server, ...lab.more]) {
    expect(isAlive(server)).toBe(true);
    await until(
      async () => (await healthOf(server)).poolInUse === 0,
      "its connections are free again",
      60_000,
    );
    expect((await healthOf(server)).poolWaiting).toBe(0);
  }
  const { rows } = await lab.db.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM messages WHERE direction = 'out' AND status = 'Uncertain'",
  );
  record({
    what: `PostgreSQL cut off every ${UP_MS.map((ms) => ms / 1_000).join("–")} s for ${RUN_MS / 60_000} minutes, 2 servers, ${CONVERSATIONS} conversations`,
    measured: `${restarts} restarts, 0 wrong, ${farSide.refusals.get(503) ?? 0} deliveries answered 503 and sent again, ${rows[0]?.n} sends left uncertain`,
  });
});
