// The two ways to the database, over one pool: `pg` for hot statements, Prisma Client for everything else.

import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "./generated/client.ts";

export { type Prisma, PrismaClient } from "./generated/client.ts";

export type Database = {
  /** 64-bit columns come as strings (`count(*)` too: cast to int), json and jsonb parsed, timestamps as Date. */
  pool: pg.Pool;
  /** 64-bit columns are bigint here. */
  prisma: PrismaClient;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** Connections at most. A drain, a delivery and an API request use one each. */
  max?: number;
  /** Shown in pg_stat_activity. */
  applicationName?: string;
  /** Told of connections that break while nobody uses them. */
  onError?: (error: Error) => void;
};

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
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 12,
    application_name: options.applicationName ?? "hilo",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
    keepAlive: true,
  });
  const onError = options.onError ?? (() => undefined);
  // Without a listener a broken idle connection would end the process.
  pool.on("error", onError);
  pool.on("connect", (client) => client.on("error", onError));
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    pool,
    prisma,
    async close() {
      await prisma.$disconnect();
      await pool.end();
    },
  };
}
