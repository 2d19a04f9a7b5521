// The embedded PostgreSQL: made on the first start, shared by the processes of one data directory, stopped by
// the last of them. A server left running by a killed process is found and used again.

import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { makeFileOnce } from "../make-file-once.ts";
import { connectAs } from "./connect.ts";
import { type Cluster, ensureCluster, startServer, stopServer } from "./embedded-server.ts";
import { postgresBinaries } from "./postgres-binaries.ts";
import { asUser, postgresUser } from "./postgres-user.ts";
import { registerProcess, withProcessLock } from "./process-lock.ts";

export type EmbeddedPostgres = {
  /** Connection URL of the product's database (superuser: the server is ours alone and listens on loopback). */
  url: string;
  /** False when the server was already running. */
  started: boolean;
  /** Process id of the PostgreSQL server. */
  pid: number;
  /** Stops the server unless another process uses it. Close every connection first. Safe to call twice. */
  stop(): Promise<void>;
};

export type EmbeddedOptions = {
  /** The product's data directory (`.hilo`); everything of the server is in its `postgres` folder. */
  dataDir: string;
  /** Further server settings, e.g. `fsync: "off"` in tests. */
  settings?: Record<string, string>;
};

const DATABASE = "hilo";

/** Starts the server of `dataDir`, or joins it when it runs. */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const cluster = await prepare(options);
  const { running, started, registration } = await withProcessLock(cluster.lock, async () => {
    await ensureCluster(cluster);
    const server = await startServer(cluster);
    return { ...server, registration: await registerProcess(cluster.users) };
  });
  await createDatabaseOnce(urlOf(cluster, running.port, "postgres"));

  let stopping: Promise<void> | undefined;
  const stop = () =>
    withProcessLock(cluster.lock, async () => {
      const { othersLeft } = await registration.leave();
      if (!othersLeft) await stopServer(cluster);
    });
  return {
    url: urlOf(cluster, running.port, DATABASE),
    started,
    pid: running.pid,
    stop: () => {
      stopping ??= stop();
      return stopping;
    },
  };
}

async function prepare(options: EmbeddedOptions): Promise<Cluster> {
  const home = path.resolve(options.dataDir, "postgres");
  // 0711: root's system user passes through to `data`, which is its own; the secrets beside it are 0600.
  await mkdir(home, { recursive: true, mode: 0o711 });
  const user = await postgresUser();
  return {
    data: path.join(home, "data"),
    log: path.join(home, "server.log"),
    portFile: path.join(home, "port"),
    lock: path.join(home, "lock"),
    users: path.join(home, "users"),
    password: makeFileOnce(path.join(home, "password"), randomBytes(24).toString("hex")),
    binaries: await postgresBinaries(path.join(home, "lib")),
    user,
    command: (file, args, paths) => asUser(user, file, args, paths),
    settings: options.settings ?? {},
  };
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgresql://hilo:${cluster.password}@127.0.0.1:${port}/${database}`;
}

async function createDatabaseOnce(adminUrl: string): Promise<void> {
  const client = await connectAs(adminUrl);
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [DATABASE]);
    if (rowCount) return;
    await client.query(`CREATE DATABASE ${DATABASE}`).catch((error: { code?: string }) => {
      // Another process was faster (duplicate database, or the catalogue's unique index saw both).
      if (error.code !== "42P04" && error.code !== "23505") throw error;
    });
  } finally {
    await client.end();
  }
}
