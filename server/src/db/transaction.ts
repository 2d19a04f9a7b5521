// One transaction on one connection of the pool, tried again when PostgreSQL asks for it.

import { setTimeout as sleep } from "node:timers/promises";
import type { Pool, PoolClient } from "pg";

/** Deadlock, serialization failure: the database rolled us back so that another could go on. */
const RETRY_CODES = new Set(["40P01", "40001"]);
const TRIES = 4;

/**
 * Commits what `work` did, or rolls all of it back and throws what it threw.
 * `work` may run more than once (deadlock), so it must not do anything outside the database.
 */
export function transaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  return retried(() => once(pool, work));
}

/** For a transaction of one statement, too: again when the database rolled it back for another's sake. @throws what it threw last */
export async function retried<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === TRIES || !isRetryable(error)) throw error;
      await pauseAfter(attempt);
    }
  }
}

/** Two that collided should not meet again at the same moment. */
const pauseAfter = (attempt: number): Promise<void> => sleep(Math.random() * 20 * attempt);

function isRetryable(error: unknown): boolean {
  return error instanceof Error && "code" in error && RETRY_CODES.has(String(error.code));
}

async function once<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await work(client);
    await client.query("COMMIT");
    return result;
  } catch (error) {
    await client.query("ROLLBACK").catch((rollbackError: Error) => {
      broken = rollbackError;
    });
    throw error;
  } finally {
    // A connection whose rollback failed may still be in the transaction: it is closed, not given back.
    client.release(broken);
  }
}
