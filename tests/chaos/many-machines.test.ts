/**
 * Faults 19, 20: web servers and workers as processes of their own on one PostgreSQL, with Redis and without, under load
 * and kills; live connections hear of what came in at the other door.
 */
import { execFileSync, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { io } from "socket.io-client";
import { afterEach, describe, expect, it } from "vitest";
import { type ServerProcess, until } from "../support/server-process.ts";
import type { FarSide } from "./lab/far-side.ts";
import { percentile, record, seconds } from "./lab/figures.ts";
import { type Env, Lab, newPerson } from "./lab/lab.ts";
import { isAlive } from "./lab/processes.ts";
import { chats, endStates, recoveries, STORY, STORY_CHAT } from "./lab/story.ts";

const FULL = process.env.CHAOS === "full";
const CUSTOMERS = FULL ? 300 : 16;
const KILLS = FULL ? 20 : 3;

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

/** A Redis of our own; null where there is none. REDIS_URL is used when it is set. */
async function redis(): Promise<string | null> {
  if (process.env.REDIS_URL) return process.env.REDIS_URL;
  try {
    execFileSync("redis-server", ["--version"], { stdio: "ignore" });
  } catch {
    return null;
  }
  const port = await freePort();
  const args = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", args, { stdio: "ignore", cwd: "/tmp" });
  stops.push(async () => void child.kill());
  return `redis://127.0.0.1:${port}`;
}

interface House {
  lab: Lab;
  farSide: FarSide;
  webs: ServerProcess[];
  workers: ServerProcess[];
  env: Env;
}

/** Two web servers and three workers; the one that set up the product leaves. */
async function house(env: Env): Promise<House> {
  const lab = await Lab.start();
  stops.push(() => lab.stop());
  await lab.product.publish(STORY);
  const webs = [await lab.join({ ...env, HILO_ROLE: "web" }), await lab.join({ ...env, HILO_ROLE: "web" })];
  const workers: ServerProcess[] = [];
  for (let n = 0; n < 3; n += 1) workers.push(await lab.join({ ...env, HILO_ROLE: "worker" }));
  lab.product.server.child.kill("SIGTERM");
  await lab.product.server.exited;
  const farSide = lab.farSide(lab.number, () => webs.filter(isAlive).map(({ url }) => url));
  stops.push(() => farSide.stop());
  return { lab, farSide, webs, workers, env };
}

/** A live connection to the door, as an agent's browser has it. @returns what it hears */
async function listenAt(url: string, apiKey: string): Promise<{ event: string; text: string }[]> {
  const socket = io(url, { path: "/socket.io", auth: { token: apiKey }, forceNew: true });
  stops.push(async () => void socket.disconnect());
  const heard: { event: string; text: string }[] = [];
  socket.onAny((event: string, payload: unknown) => heard.push({ event, text: JSON.stringify(payload) }));
  await until(() => socket.connected, "the live connection stands");
  return heard;
}

async function tellTheStory({ lab, farSide }: House, who: string): Promise<void> {
  await farSide.say(who, "vamos");
  const isAsked = async () =>
    (
      await lab.db.query(
        `SELECT 1 FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
          WHERE c.external_id = $1 AND s.node_id = 'ask'`,
        [who],
      )
    ).rowCount === 1;
  while (!(await isAsked())) await sleep(200);
  await farSide.say(who, "Luz");
}

/** One after the other, a web server now and then; each comes back. */
async function killInTurn({ lab, webs, workers, env }: House): Promise<Date[]> {
  const kills: Date[] = [];
  for (let n = 0; n < KILLS; n += 1) {
    await sleep(FULL ? 1_500 : 600);
    const [list, role] = n % 4 === 3 ? [webs, "web"] : [workers, "worker"];
    const at = n % list.length;
    const victim = list[at];
    if (!victim) continue;
    victim.child.kill("SIGKILL");
    await victim.exited;
    kills.push(await lab.now());
    lab.more.delete(victim);
    list[at] = await lab.join({ ...env, HILO_ROLE: role });
  }
  return kills;
}

describe.each([
  { place: "PostgreSQL alone", withRedis: false },
  { place: "Redis beside it", withRedis: true },
])("two web servers and three workers on $place", ({ place, withRedis }) => {
  it.runIf(FULL || !withRedis)(
    "lose and double nothing under kills, and tell live connections of both doors",
    async ({ skip }) => {
      const url = withRedis ? await redis() : undefined;
      if (url === null) return skip("there is no Redis here");
      const all = await house(url === undefined ? {} : { REDIS_URL: url });
      const { lab, farSide, webs } = all;
      const [left, right] = webs;
      const heardLeft = await listenAt(left?.url ?? "", lab.product.apiKey);

      // What comes in at the right door is heard at the left one.
      const first = newPerson();
      await farSide.say(first, "vamos", { door: right?.url ?? "" });
      await until(
        () => heardLeft.some(({ text }) => text.includes(first) || text.includes("vamos")),
        "the other door's client hears",
      );

      const people = Array.from({ length: CUSTOMERS }, newPerson);
      const kills = killInTurn(all);
      await Promise.all(
        people.map((who, n) => sleep(n * (FULL ? 100 : 50)).then(() => tellTheStory(all, who))),
      );
      const killed = await kills;
      await farSide.say(first, "Luz");
      await lab.untilQuiet(farSide);

      expect(await lab.violations([farSide])).toEqual([]);
      const said = await chats(lab.db);
      for (const who of people) expect({ who, said: said.get(who) }).toEqual({ who, said: STORY_CHAT });
      expect(await endStates(lab.db)).toHaveLength(1);
      const times = await recoveries(lab.db, killed);
      record({
        what: `2 web servers and 3 workers on ${place}, ${people.length} conversations`,
        measured: `${killed.length} kills, 0 wrong; recovery p99 ${seconds(percentile(times, 0.99))}`,
      });
      if (FULL) expect(percentile(times, 0.99)).toBeLessThanOrEqual(20_000);
    },
  );
});
