/** Faults 23–28, 30, 31: connections that hang, too few of them, locks, deadlocks, a read-only server, a full disk. The reason for its length: one lab and its ways serve them all. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { openDatabase } from "../../server/src/db/client.ts";
import { createTestDatabase } from "../support/database.ts";
import { until } from "../support/server-process.ts";
import { Cluster } from "./lab/cluster.ts";
import { Lab, newPerson } from "./lab/lab.ts";
import { healthOf, isAlive } from "./lab/processes.ts";
import { chats, STORY, STORY_CHAT } from "./lab/story.ts";
import { addressOf, TcpProxy } from "./lab/tcp-proxy.ts";

/** The short form leaves out what takes long. */
const inFull = it.runIf(process.env.CHAOS === "full");

const stops: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

async function startLab(options: Parameters<typeof Lab.start>[1] = {}) {
  const lab = await Lab.start({}, options);
  stops.push(() => lab.stop());
  await lab.product.publish(STORY);
  const farSide = lab.farSide();
  stops.push(() => farSide.stop());
  return { lab, farSide };
}

/** A connection of somebody else. */
async function stranger(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  stops.push(() => client.end().catch(() => {}));
  return client;
}

type Started = Awaited<ReturnType<typeof startLab>>;

async function tellTheStory({ lab, farSide }: Started, who: string, timeoutMs = 100_000): Promise<void> {
  await farSide.say(who, "vamos");
  await until(
    async () => (await chats(lab.db)).get(who)?.includes("¿Nombre?") ?? false,
    `${who} is asked`,
    timeoutMs,
  );
  await farSide.say(who, "Luz");
}

async function expectStories({ lab, farSide }: Started, people: readonly string[]): Promise<void> {
  await lab.untilQuiet(farSide);
  expect(await lab.violations([farSide])).toEqual([]);
  const said = await chats(lab.db);
  for (const who of people) expect({ who, said: said.get(who) }).toEqual({ who, said: STORY_CHAT });
}

const readiness = async (url: string): Promise<number> =>
  fetch(`${url}/readyz`).then(
    ({ status }) => status,
    () => 0,
  );

describe("connections to the database", () => {
  inFull("that hang half open are given up in time and replaced", async () => {
    // Fault 23. The limit of 35 s is shortened by the URL, as an operator may.
    const started = await startLab();
    const { lab } = started;
    const { database, server } = lab.product;
    const proxy = await TcpProxy.start(addressOf(database.url));
    stops.push(() => proxy.stop());
    const behind = await lab.join({ DATABASE_URL: `${proxy.through(database.url)}?query_timeout=2000` });
    lab.product.server.child.kill("SIGTERM");
    await server.exited;
    await until(async () => (await readiness(behind.url)) === 200, "it is ready");
    const people = [newPerson(), newPerson(), newPerson()];
    await tellTheStory(started, people[0] ?? "");
    expect(proxy.swallow()).toBeGreaterThan(3);
    await Promise.all(people.slice(1).map((who) => tellTheStory(started, who)));
    await expectStories(started, people);
    expect(isAlive(behind)).toBe(true);
    await until(async () => (await healthOf(behind)).poolInUse === 0, "no connection hangs", 20_000);
  });

  inFull(
    "that are too few make requests wait for a while, then 503, and all is well when they are free",
    async () => {
      // Fault 24: everything that reads conversations stands still, and everybody asks for them.
      const { lab } = await startLab();
      const { server, apiKey, database } = lab.product;
      const base = await healthOf(server);
      const other = await stranger(database.url);
      await other.query("BEGIN; LOCK TABLE conversations IN ACCESS EXCLUSIVE MODE");
      const ask = () =>
        fetch(`${server.url}/api/v1/conversations`, { headers: { authorization: `Bearer ${apiKey}` } }).then(
          async (answer) => ({ status: answer.status, body: await answer.text() }),
        );
      const answers = Promise.all(Array.from({ length: 200 }, ask));
      await until(async () => (await healthOf(server)).poolWaiting > 0, "requests wait for a connection");
      await sleep(7_000);
      await other.query("ROLLBACK");
      const all = await answers;
      const statuses = new Set(all.map(({ status }) => status));
      expect(statuses).toContain(503);
      expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([]);
      expect(all.find(({ status }) => status === 503)?.body).toMatch(/database/i);
      expect((await ask()).status).toBe(200);
      await until(async () => (await healthOf(server)).poolInUse === 0, "the connections are free again");
      const after = await healthOf(server);
      expect(after.alive).toBe(true);
      expect(after.openFiles ?? 0).toBeLessThan((base.openFiles ?? 0) + 40);
    },
    60_000,
  );
});

describe("rows that somebody else has locked", () => {
  it("hold up their own conversation only", async () => {
    // Fault 25.
    const started = await startLab();
    const { lab, farSide } = started;
    const [first = "", ...others] = Array.from({ length: 12 }, newPerson);
    await tellTheStory(started, first);
    await lab.untilQuiet(farSide);
    const other = await stranger(lab.product.database.url);
    await other.query("BEGIN");
    await other.query("SELECT 1 FROM conversations WHERE external_id = $1 FOR UPDATE", [first]);
    await farSide.say(first, "¿sigue?");
    await Promise.all(others.map((who) => tellTheStory(started, who, 25_000)));
    expect((await chats(lab.db)).get(first)).toEqual(STORY_CHAT);
    await other.query("ROLLBACK");
    await lab.untilQuiet(farSide);
    expect((await chats(lab.db)).get(first)).toEqual([...STORY_CHAT, "> ¿sigue?"]);
    await expectStories(started, others);
  }, 90_000);

  inFull("crosswise end in a deadlock for one of two, which tries again", async () => {
    // Fault 26: the stranger takes two conversations in one order while drains take them in any.
    const started = await startLab();
    const { lab, farSide } = started;
    const people = Array.from({ length: 6 }, newPerson);
    await Promise.all(people.map((who) => farSide.say(who, "vamos")));
    await until(async () => {
      const said = await chats(lab.db);
      return people.every((who) => said.get(who)?.includes("¿Nombre?"));
    }, "everybody is asked");
    const other = await stranger(lab.product.database.url);
    let deadlocks = 0;
    const crossing = (async () => {
      for (let round = 0; round < 6; round += 1) {
        try {
          await other.query("BEGIN; SET LOCAL deadlock_timeout = '50ms'");
          for (const who of people.toSorted(() => Math.random() - 0.5))
            await other.query("UPDATE conversations SET unread = unread WHERE external_id = $1", [who]);
          await other.query("COMMIT");
        } catch (error) {
          if (!(error instanceof pg.DatabaseError) || error.code !== "40P01") throw error;
          deadlocks += 1;
          await other.query("ROLLBACK");
        }
      }
    })();
    await Promise.all(people.map((who) => farSide.say(who, "Luz")));
    await crossing;
    await expectStories(started, people);
    expect(deadlocks).toBeLessThanOrEqual(6);
  });

  inFull("an insert that stays open is not skipped when later ones are drained", async () => {
    // Fault 31: ids are drawn before commits.
    const started = await startLab();
    const { lab, farSide } = started;
    const [early = "", late = ""] = [newPerson(), newPerson()];
    await tellTheStory(started, early);
    await lab.untilQuiet(farSide);
    const other = await stranger(lab.product.database.url);
    await other.query("BEGIN");
    await other.query(
      `INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, shard, provider_key, payload)
       SELECT workspace_id, channel_id, kind, external_id, shard, sha256('open'),
              jsonb_set(payload::jsonb, '{platformMessageId}', '"wamid.open"')::json
         FROM inbox_events WHERE kind = 'message' AND external_id = $1 ORDER BY id LIMIT 1`,
      [early],
    );
    await tellTheStory(started, late);
    await lab.untilQuiet(farSide);
    await other.query("COMMIT");
    await until(
      async () => ((await chats(lab.db)).get(early)?.length ?? 0) > STORY_CHAT.length + 1,
      "the row that was open is drained",
    );
  });
});

describe("a transaction whose beginning comes too late", () => {
  it("leaves no connection with something open behind", async () => {
    // Fault 27: the wait for BEGIN runs out while it is on its way.
    const database = await createTestDatabase();
    stops.push(() => database.drop());
    const proxy = await TcpProxy.start(addressOf(database.url));
    stops.push(() => proxy.stop());
    const { pool, prisma, close } = openDatabase(proxy.through(database.url), { max: 2 });
    stops.push(close);
    await pool.query("SELECT 1");
    proxy.latencyMs = 150;
    const begun = Array.from({ length: 4 }, () =>
      prisma
        .$transaction(async (tx) => void (await tx.workspace.count()), { maxWait: 60, timeout: 500 })
        .catch(() => {}),
    );
    await Promise.all(begun);
    proxy.latencyMs = 0;
    await sleep(400);
    const states = await Promise.all(
      Array.from({ length: 6 }, () =>
        pool.query<{ began: boolean }>("SELECT transaction_timestamp() <> statement_timestamp() AS began"),
      ),
    );
    expect(states.map(({ rows }) => rows[0]?.began)).toEqual(new Array(6).fill(false));
  });
});

describe("a database that can't be written to", () => {
  inFull("makes the server not ready and deliveries 503, and nothing crashes", async () => {
    // Fault 30.
    const cluster = await Cluster.start({ fsync: "off" });
    stops.push(() => cluster.stop());
    const started = await startLab({ database: await cluster.database() });
    const { lab, farSide } = started;
    const { server } = lab.product;
    await cluster.sql("ALTER SYSTEM SET default_transaction_read_only = on");
    await cluster.sql("SELECT pg_reload_conf()");
    await until(async () => (await readiness(server.url)) === 503, "it is not ready");
    const who = newPerson();
    expect(await farSide.tryOnce(who, "vamos", "wamid.readonly")).toBe(503);
    await sleep(3_500);
    expect(isAlive(server)).toBe(true);
    const admin = await stranger(cluster.url);
    await admin.query("SET default_transaction_read_only = off");
    await admin.query("ALTER SYSTEM RESET default_transaction_read_only");
    await admin.query("SELECT pg_reload_conf()");
    await until(async () => (await readiness(server.url)) === 200, "it is ready again");
    await tellTheStory(started, who);
    await expectStories(started, [who]);
  });
});

/** A small disk of its own; null where nobody may mount one. */
function smallDisk(): string | null {
  const dir = mkdtempSync(path.join(tmpdir(), "hilo-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=160m,mode=0711", "tmpfs", dir], { stdio: "ignore" });
    return dir;
  } catch {
    rmSync(dir, { recursive: true });
    return null;
  }
}

describe("a disk that is full", () => {
  inFull(
    "takes no delivery that it can't keep, and all of them when there is room again",
    async ({ skip }) => {
      // Fault 28.
      const disk = smallDisk();
      if (disk === null) return skip("nobody may mount a small disk here");
      stops.push(async () => {
        execFileSync("umount", [disk]);
        rmSync(disk, { recursive: true });
      });
      const cluster = await Cluster.start(
        { max_wal_size: "32MB", min_wal_size: "32MB", shared_buffers: "16MB" },
        path.join(disk, "data"),
      );
      stops.push(() => cluster.stop());
      const started = await startLab({ database: await cluster.database() });
      const { lab, farSide } = started;
      const filler = path.join(disk, "filler");
      const fill = () => {
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - 64 * 1024)), { flag: "a" });
      };
      fill();
      const statuses = new Set<number>();
      for (let n = 0; n < 400 && !statuses.has(503); n += 1) {
        const id = `wamid.full.${n}`;
        const who = newPerson();
        const status = await farSide.tryOnce(who, `mucho texto ${"x".repeat(3_000)}`, id);
        if (status === 200) farSide.said.push({ id, who, text: "" });
        statuses.add(status);
        if (n % 20 === 0) fill();
      }
      expect(statuses).toContain(503);
      rmSync(filler);
      // Where it had no room for its log, PostgreSQL itself has ended.
      await cluster.startAgain();
      await until(async () => (await readiness(lab.product.server.url)) === 200, "it is ready again", 40_000);
      const who = newPerson();
      await tellTheStory(started, who);
      await expectStories(started, [who]);
      expect(isAlive(lab.product.server)).toBe(true);
    },
    120_000,
  );
});
