// Wake-ups within a process and between processes, on PostgreSQL and, when there is one, on Redis.

import { afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../../tests/support/database.ts";
import { connectAs } from "../db/connect.ts";
import { openQueue, type WakeQueue } from "./queue.ts";

const redisUrl = process.env.REDIS_URL;
let database: TestDatabase;
const open: WakeQueue[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  return () => database.drop();
});
afterEach(async () => {
  for (const queue of open.splice(0)) await queue.close();
});

describe.each(["postgresql", "redis"] as const)("wake-ups on %s", (kind) => {
  const test = kind === "redis" && !redisUrl ? it.skip : it;
  const errors: unknown[] = [];

  async function process(): Promise<WakeQueue> {
    const queue = await openQueue({
      databaseUrl: database.url,
      redisUrl: kind === "redis" ? redisUrl : undefined,
      onError: (error) => errors.push(error),
    });
    open.push(queue);
    return queue;
  }

  test("reach the handler of another process", async () => {
    const heard: string[] = [];
    const worker = await process();
    worker.process("drain", async (key) => void heard.push(key), { concurrency: 4 });
    const web = await process();
    for (const key of ["1", "2", "3"]) web.wake("drain", key);
    await expect.poll(() => [...heard].sort(), { timeout: 10_000 }).toEqual(["1", "2", "3"]);
    web.wake("drain", "1");
    await expect.poll(() => heard.filter((key) => key === "1").length, { timeout: 10_000 }).toBe(2);
    expect(errors).toEqual([]);
  });

  test("that come while their key is being worked on lead to another run after it, not beside it", async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const worker = await process();
    worker.process(
      "deliver",
      async () => {
        runs += 1;
        running += 1;
        most = Math.max(most, running);
        if (runs === 1) await held;
        running -= 1;
      },
      { concurrency: 4 },
    );
    const web = await process();
    web.wake("deliver", "x");
    await expect.poll(() => runs, { timeout: 10_000 }).toBe(1);
    for (let n = 0; n < 50; n += 1) web.wake("deliver", "x");
    web.wake("deliver", "x", { sweep: true });
    // All fifty are in the queue (or merged into what is) before the first run ends.
    const other = await process();
    await other.close();
    release();
    await expect.poll(() => runs, { timeout: 10_000 }).toBeGreaterThanOrEqual(2);
    await web.close();
    await worker.close();
    expect(most).toBe(1);
    expect(runs).toBeLessThan(10);
  });

  test("go straight to the process's own handler", async () => {
    const queue = await process();
    const heard: string[] = [];
    queue.process("task", async (key) => void heard.push(key), { concurrency: 1 });
    queue.wake("task", "due");
    // In the same turn: no round trip lies between.
    expect(heard).toEqual(["due"]);
  });

  test("of a closed queue are ignored, and a broken handler is told of", async () => {
    const queue = await process();
    queue.process("drain", () => Promise.reject(new Error("broken")), { concurrency: 1 });
    queue.wake("drain", "7");
    await expect.poll(() => errors.length).toBe(1);
    await queue.close();
    queue.wake("drain", "7");
    expect(errors.splice(0)).toHaveLength(1);
  });
});

describe("a queue", () => {
  it("hands on what is woken meanwhile in one transaction, however many keys", async () => {
    const queue = await openQueue({ databaseUrl: database.url, onError: () => undefined });
    open.push(queue);
    for (let key = 0; key < 64; key += 1) queue.wake("task", String(key));
    const admin = await connectAs(database.url);
    const waiting = () =>
      admin
        .query<{ jobs: number; transactions: number }>(
          `SELECT count(*)::int AS jobs, count(DISTINCT xmin::text)::int AS transactions
             FROM bullmq.job WHERE queue LIKE '%task'`,
        )
        .then(({ rows }) => rows[0]);
    await expect.poll(waiting, { timeout: 10_000 }).toEqual({ jobs: 64, transactions: 2 });
    await admin.end();
  });

  it("leaves no connection open when it is closed", async () => {
    const queue = await openQueue({ databaseUrl: database.url, onError: () => undefined });
    queue.process("drain", async () => undefined, { concurrency: 2 });
    await queue.close();
    const admin = await connectAs(inject("testPostgresUrl"));
    const count = () =>
      admin
        .query("SELECT 1 FROM pg_stat_activity WHERE datname = $1", [database.name])
        .then((result) => result.rowCount);
    await expect.poll(count, { timeout: 5_000 }).toBe(0);
    await admin.end();
  });
});
