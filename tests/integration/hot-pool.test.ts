/** Hot statements: few are in the database at once, and one that is stuck there holds nobody up. */
import { afterEach, expect, it } from "vitest";
import { HotPool } from "../../server/src/db/hot-pool.ts";
import { useTestDatabase } from "../support/database.ts";

const db = useTestDatabase();
const AT_ONCE = 2;

const pools: HotPool[] = [];
afterEach(async () => {
  for (const pool of pools.splice(0)) await pool.end();
});

function poolWithPatience(patienceMs: number): HotPool {
  const pool = new HotPool({ connectionString: db.url, max: 8 }, { limit: AT_ONCE, patienceMs });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  pools.push(pool);
  return pool;
}
const PATIENT_MS = 60_000;

/** How many of them PostgreSQL works on at this moment. */
async function working(): Promise<number> {
  const { rows } = await db.pool.query<{ count: number }>(
    `SELECT count(*)::int FROM pg_stat_activity
      WHERE datname = current_database() AND state = 'active' AND query LIKE 'SELECT pg_sleep%'`,
  );
  return rows[0]?.count ?? 0;
}

it("a few statements at most are in the database at once, and all of them come to their turn", async () => {
  const pool = poolWithPatience(PATIENT_MS);
  let most = 0;
  let done = 0;
  const asked = Array.from({ length: 9 }, async () => {
    await pool.query("SELECT pg_sleep(0.05)");
    done += 1;
  });
  while (done < asked.length) most = Math.max(most, await working());
  await Promise.all(asked);
  expect(most).toBe(AT_ONCE);
  expect(pool.totalCount).toBe(AT_ONCE);
});

it("statements that wait for a lock make room for others", async () => {
  const pool = poolWithPatience(100);
  const holder = await db.pool.connect();
  await holder.query("BEGIN; SELECT pg_advisory_xact_lock(77)");
  const stuck = Array.from({ length: AT_ONCE }, () => pool.query("SELECT pg_advisory_xact_lock(77)"));
  await expect(pool.query("SELECT 1 AS one")).resolves.toMatchObject({ rows: [{ one: 1 }] });
  await holder.query("ROLLBACK");
  holder.release();
  await Promise.all(stuck);
});

it("statements that fail leave their room to others", async () => {
  const pool = poolWithPatience(PATIENT_MS);
  for (let n = 0; n < 3 * AT_ONCE; n++) await expect(pool.query("SELECT nothing")).rejects.toThrow("nothing");
  await expect(pool.query("SELECT 1 AS one")).resolves.toMatchObject({ rows: [{ one: 1 }] });
});

it("connections that break leave their room to others", async () => {
  const pool = poolWithPatience(PATIENT_MS);
  for (let n = 0; n < 2 * AT_ONCE; n++)
    await expect(pool.query("SELECT pg_terminate_backend(pg_backend_pid())")).rejects.toThrow();
  await expect(pool.query("SELECT 1 AS one")).resolves.toMatchObject({ rows: [{ one: 1 }] });
});
