// The ways to the database: `pg` for hot statements, `pg` and Prisma Client over one pool for everything else.

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";
import { HotPool } from "./hot-pool.ts";

export { type Prisma, PrismaClient } from "./generated/client.ts";

export type Database = {
  /**
   * For hot statements only: each is planned once for each connection, and by its indexes, whatever the tables hold at
   * the moment. The lists of people, whose filters differ, would be planned badly here.
   */
  hot: pg.Pool;
  /** 64-bit columns come as strings (`count(*)` too: cast to int), json and jsonb parsed, timestamps as Date. */
  pool: pg.Pool;
  /** 64-bit columns are bigint here. */
  prisma: PrismaClient;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** Connections of the pool for everything else at most; an API request uses one. */
  max?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** Told of connections that break while nobody uses them. */
  onError?: (error: Error) => void;
};

/**
 * Connections for hot statements: some drains, the store of deliveries, of statuses and of results, and claims. More than
 * are in use at once (hot-pool.ts): those that take long hold theirs beside the others.
 */
const HOT_CONNECTIONS = 8;
/**
 * Planned for known values, a statement of many parts takes a millisecond and more each time; and while a table is young
 * the planner thinks that reading all of it for each row is cheapest.
 */
const HOT_PLANS = "SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off";

/** Beyond this a request is better refused (503) than kept waiting for a connection. */
const CONNECT_TIMEOUT_MS = 5_000;
/** No statement of ours is meant to take longer; the server cancels it and the transaction is rolled back. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** Ends the wait on a connection that no longer answers at all (half open): longer than the server's own limit. */
const QUERY_TIMEOUT_MS = 35_000;
const LOCK_TIMEOUT_MS = 10_000;
/** A transaction of a process that hangs must not hold a conversation's lock for ever. */
const IDLE_IN_TRANSACTION_MS = 15_000;

export function openDatabase(url: string, options: DatabaseOptions = {}): Database {
  const shared: pg.PoolConfig = {
    connectionString: url,
    application_name: options.applicationName ?? "hilo",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
  };
  const pool = new pg.Pool({ ...shared, max: options.max ?? 10 });
  const hot = new HotPool({
    ...shared,
    max: HOT_CONNECTIONS,
    // What does not wait for an answer is sent behind what is under way (`together` in sql.ts).
    pipeline: true,
    onConnect: async (client) => void (await client.query(HOT_PLANS)),
  });
  const onError = options.onError ?? (() => undefined);
  for (const each of [pool, hot]) {
    // Without a listener a broken idle connection would end the process.
    each.on("error", onError);
    each.on("connect", (client) => client.on("error", onError));
  }
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    hot,
    pool,
    prisma,
    async close() {
      await prisma.$disconnect();
      await Promise.all([pool.end(), hot.end()]);
    },
  };
}
