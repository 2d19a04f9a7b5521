/** Faults 1–9, 11, 19: a server is killed on each side of each commit and each send, again and again, beside one that stays. */
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CRASH_POINTS, type CrashPoint } from "../../server/src/crash.ts";
import { type ServerProcess, until } from "../support/server-process.ts";
import type { FarSide } from "./lab/far-side.ts";
import { percentile, record, seconds } from "./lab/figures.ts";
import { Lab, newPerson } from "./lab/lab.ts";
import { isAlive } from "./lab/processes.ts";
import { chats, endStates, recoveries, STORY, STORY_CHAT } from "./lab/story.ts";

const FULL = process.env.CHAOS === "full";
/** Imports are on nobody's way who talks: they die in their own test. The short form takes one of each kind of work, and its commit or request. */
const POINTS: readonly CrashPoint[] = FULL
  ? CRASH_POINTS.filter((point) => !point.startsWith("imports-"))
  : [
      "inbox-after-store",
      "drain-before-step",
      "drain-before-commit",
      "drain-after-commit",
      "timers-after-commit",
      "task-before-save",
      "deliver-before-post",
      "deliver-after-post",
    ];
/** Of each point; CHAOS_KILLS makes a long night of it, or a coffee break. */
const KILLS = FULL ? Number(process.env.CHAOS_KILLS ?? 20) : 1;
/** Servers that die beside each other. */
const AT_ONCE = FULL ? 2 : 1;
/** Of each of them, from one death to the next at least: who is hit again while it is taken up waits longer. */
const KILL_EVERY_MS = FULL ? 8_000 : 0;
/** Points of one group share a settling. */
const PER_GROUP = FULL ? 6 : POINTS.length;
const GROUPS = Array.from({ length: Math.ceil(POINTS.length / PER_GROUP) }, (_, n) => {
  const points = POINTS.slice(n * PER_GROUP, (n + 1) * PER_GROUP);
  return { points, name: `${points[0]} … ${points.at(-1)}` };
});
/** Of each kill; each says two things, the second while another is killed. */
const CUSTOMERS = 3;
/** So long a point may take that it is on the way of somebody who just talked. */
const PATIENCE_MS = 10_000;
/** A point that is not passed by then is not on this story's way. */
const TALKS = 4;

const BY_THE_CLOCK = (channelId: string) => ({
  format: "hilo.flow/1",
  name: "By the clock",
  triggers: [
    { type: "schedule", name: "Mornings", cron: "0 9 * * *", conditions: { channelIds: [channelId] } },
  ],
  nodes: [{ id: "say", type: "text", data: { text: "Tic {{ session.id }}" } }],
  edges: [{ id: "e0", source: "start", target: "say" }],
});

let lab: Lab;
let farSide: FarSide;
let elsewhere: FarSide;
const readers = [newPerson(), newPerson()];
const story: string[] = [];
const answered = new Set<string>();
let ticks = 0;

beforeAll(async () => {
  lab = await Lab.start();
  await lab.product.publish(STORY);
  farSide = lab.farSide();
  const second = await lab.product.connectNumber();
  // Servers die more often than the ten times a minute that one person may be written to.
  await lab.product.api("PATCH", `/channels/${second.channelId}`, { settings: { pacePerPerson: false } });
  await lab.product.publish(BY_THE_CLOCK(second.channelId));
  elsewhere = lab.farSide(second);
  // Nothing that starts a flow.
  for (const who of readers) await elsewhere.say(who, "xyzzy");
  // The clock calls who is known.
  await lab.untilQuiet(elsewhere);
});
afterAll(async () => {
  await farSide?.stop();
  await elsewhere?.stop();
  await lab?.stop();
});

/** Who was asked for the name and has not answered. */
async function asked(): Promise<string[]> {
  const { rows } = await lab.db.query<{ who: string }>(
    `SELECT c.external_id AS who FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
      WHERE s.status = 'Paused' AND s.node_id = 'ask'`,
  );
  const people = rows.map(({ who }) => who).filter((who) => !answered.has(who));
  for (const who of people) answered.add(who);
  return people;
}

/** One server that dies at its n-th pass of the point, under the hands of customers. @returns when, by the database's clock */
async function killAt(point: CrashPoint, n: number): Promise<Date> {
  await lab.db.query("UPDATE schedules SET next_run_at = clock_timestamp()");
  ticks += 1;
  const victim = await lab.join({ CRASH_AT: `${point}:${n}` }, { beside: true });
  const talks = [talkTo(victim.url)];
  while (!(await diesSoon(victim))) {
    // The others may have been quicker with what was to be its n-th.
    if (talks.length === TALKS) throw new Error(`the server does not die at ${point}, whoever talks to it`);
    talks.push(talkTo(victim.url));
  }
  const at = await lab.now();
  lab.more.delete(victim);
  await victim.stop();
  await Promise.all(talks);
  return at;
}

async function talkTo(door: string): Promise<void> {
  const newcomers = Array.from({ length: CUSTOMERS }, newPerson);
  story.push(...newcomers);
  await Promise.all([
    ...newcomers.map((who) => farSide.say(who, "vamos", { door })),
    ...(await asked()).map((who) => farSide.say(who, "Luz", { door })),
  ]);
}

async function diesSoon(victim: ServerProcess): Promise<boolean> {
  for (const since = Date.now(); Date.now() - since < PATIENCE_MS; await sleep(25))
    if (!isAlive(victim)) return true;
  return false;
}

describe.each(GROUPS)("killed at $name", ({ points, name }) => {
  it("loses nothing and doubles nothing", async () => {
    const kills: Date[] = [];
    // At its first pass, at the next, at the one after.
    const plan = points.flatMap((point) =>
      Array.from({ length: KILLS }, (_, n) => ({ point, n: 1 + (n % 3) })),
    );
    const kill = async () => {
      for (let next = plan.shift(); next; next = plan.shift()) {
        const [at] = await Promise.all([killAt(next.point, next.n), sleep(KILL_EVERY_MS)]);
        kills.push(at);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, kill));
    await until(
      async () => {
        for (const who of await asked()) await farSide.say(who, "Luz");
        return answered.size === story.length;
      },
      "everybody has answered",
      60_000,
    );
    await lab.untilQuiet(farSide);
    await lab.untilQuiet(elsewhere);

    expect(await lab.violations([farSide, elsewhere])).toEqual([]);
    const said = await chats(lab.db);
    for (const who of story) expect({ who, said: said.get(who) }).toEqual({ who, said: STORY_CHAT });
    expect(await endStates(lab.db)).toHaveLength(1);
    const rung = readers.map((who) => said.get(who)?.filter((line) => line.startsWith("Tic")).length);
    expect(new Set(rung).size).toBe(1);
    expect(rung[0]).toBeLessThanOrEqual(ticks);
    expect(rung[0]).toBeGreaterThan(0);
    await reportRecovery(name, points, kills);
  });
});

async function reportRecovery(
  name: string,
  points: readonly CrashPoint[],
  kills: readonly Date[],
): Promise<void> {
  const times = await recoveries(lab.db, kills);
  const { rows } = await lab.db.query<{ n: number }>(
    "SELECT count(*)::int AS n FROM messages WHERE direction = 'out' AND status = 'Uncertain'",
  );
  const p99 = percentile(times, 0.99);
  record({
    what: `Killed at ${name}`,
    measured: `${points.length} points × ${KILLS} kills, 0 lost, 0 doubled, ${rows[0]?.n} sends uncertain; recovery p99 ${seconds(p99)}, longest ${seconds(Math.max(0, ...times))}`,
  });
  // The figure is of a run that has the machine to itself; the short one shares it with other tests.
  if (FULL) expect(p99).toBeLessThanOrEqual(20_000);
}
