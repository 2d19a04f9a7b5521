/** Spreads socket events to the other processes: Redis when there is one, else PostgreSQL; nothing for a single process. */
import { createAdapter as postgresAdapter } from "@socket.io/postgres-adapter";
import { createAdapter as redisAdapter } from "@socket.io/redis-adapter";
import { Redis } from "ioredis";
import pg from "pg";
import type { Logger } from "pino";
import type { Server } from "socket.io";
import type { Config } from "../config.ts";

export interface SocketAdapter {
  adapter: Parameters<Server["adapter"]>[0];
  close(): Promise<void>;
}

export async function socketAdapter(
  config: Config,
  databaseUrl: string,
  log: Logger,
): Promise<SocketAdapter | null> {
  if (config.redisUrl) return overRedis(config.redisUrl, log);
  if (config.role === "all") return null;
  return overPostgres(databaseUrl, log);
}

function overRedis(url: string, log: Logger): SocketAdapter {
  const publisher = new Redis(url, { maxRetriesPerRequest: null });
  const subscriber = publisher.duplicate();
  for (const client of [publisher, subscriber])
    client.on("error", (err) => log.warn({ err }, "socket adapter: redis"));
  return {
    adapter: redisAdapter(publisher, subscriber, { key: "hilo-sockets" }),
    async close() {
      publisher.disconnect();
      subscriber.disconnect();
    },
  };
}

/** Payloads over 8,000 bytes, which NOTIFY refuses, go through this table. */
const ATTACHMENTS = `CREATE TABLE IF NOT EXISTS socket_io_attachments (
  id bigserial UNIQUE, created_at timestamptz DEFAULT now(), payload bytea)`;

async function overPostgres(databaseUrl: string, log: Logger): Promise<SocketAdapter> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 3, application_name: "hilo-sockets" });
  pool.on("error", (err) => log.warn({ err }, "socket adapter: database"));
  await pool.query(ATTACHMENTS);
  return {
    adapter: postgresAdapter(pool, { errorHandler: (err) => log.warn({ err }, "socket adapter") }),
    close: () => pool.end(),
  };
}
