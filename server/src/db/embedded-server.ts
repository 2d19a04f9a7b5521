// Making, starting, finding and stopping the server process of the embedded PostgreSQL.

import { execFile, spawn } from "node:child_process";
import { chown, mkdir, open, readFile, rename, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { connectAs } from "./connect.ts";
import type { PostgresBinaries } from "./postgres-binaries.ts";
import type { Command, SystemUser } from "./postgres-user.ts";
import { processMark } from "./process-lock.ts";

const exec = promisify(execFile);

export type Cluster = {
  data: string;
  log: string;
  portFile: string;
  lock: string;
  users: string;
  password: string;
  binaries: PostgresBinaries;
  user: SystemUser | undefined;
  command(file: string, args: string[], paths: string[]): Promise<Command>;
  settings: Record<string, string>;
};

export type RunningServer = { pid: number; port: number };

/** A start after a crash replays the log first; beyond this something is wrong. */
const START_PATIENCE_MS = 90_000;
const STOP_PATIENCE_S = 30;
/** Another program may take the free port between our look and the server's. */
const PORT_TRIES = 5;

/** For a small machine that also runs the application; durability stays as PostgreSQL has it. */
const SETTINGS: Record<string, string> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "100",
  shared_buffers: "128MB",
  effective_cache_size: "1GB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  // Queries are short: compiling them or dealing them out to parallel workers costs more than it gains.
  jit: "off",
  max_parallel_workers_per_gather: "0",
  random_page_cost: "1.1",
  io_method: "sync",
  max_wal_size: "1GB",
  checkpoint_timeout: "15min",
  autovacuum_naptime: "10s",
  log_checkpoints: "off",
  timezone: "UTC",
  log_timezone: "UTC",
};

/** Runs initdb once. It works in a folder beside and is moved in at its end: half a cluster is never used. */
export async function ensureCluster(cluster: Cluster): Promise<void> {
  const version = await readFile(path.join(cluster.data, "PG_VERSION"), "utf8").catch(() => undefined);
  if (version !== undefined) return checkVersion(cluster, version.trim());
  const fresh = `${cluster.data}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { mode: 0o700 });
  if (cluster.user) await chown(fresh, cluster.user.uid, cluster.user.gid);
  // initdb reads the password from a file, which the system user must be able to read.
  const passwordFile = `${fresh}.password`;
  await writeFile(passwordFile, `${cluster.password}\n`, { mode: 0o600 });
  if (cluster.user) await chown(passwordFile, cluster.user.uid, cluster.user.gid);
  try {
    await execAs(cluster, cluster.binaries.initdb, [
      `--pgdata=${fresh}`,
      "--username=hilo",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      "--encoding=UTF8",
      // The built-in provider sorts the same on every machine: moving the folder can't break an index.
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--no-instructions",
    ]);
    await rename(fresh, cluster.data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function checkVersion(cluster: Cluster, dataVersion: string): Promise<void> {
  const { stdout } = await execAs(cluster, cluster.binaries.postgres, ["--version"]);
  const major = /(\d+)/.exec(stdout)?.[1];
  if (major === dataVersion) return;
  throw new Error(
    `${cluster.data} was made by PostgreSQL ${dataVersion}, this Hilo carries ${major}: dump it with the older Hilo and restore it here, or set DATABASE_URL.`,
  );
}

async function execAs(cluster: Cluster, file: string, args: string[]): Promise<{ stdout: string }> {
  const command = await cluster.command(file, args, [cluster.data]);
  return exec(command.file, command.args, {
    ...identity(command),
    // initdb wants a directory it may enter.
    cwd: "/",
    env: { ...process.env, ...cluster.binaries.env, LC_ALL: "C" },
  });
}

function identity(command: Command): { uid?: number; gid?: number } {
  return command.uid === undefined || command.gid === undefined ? {} : { uid: command.uid, gid: command.gid };
}

/** The server that runs on the data directory, if one does. */
async function findRunning(cluster: Cluster): Promise<RunningServer | undefined> {
  const text = await readFile(path.join(cluster.data, "postmaster.pid"), "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  // pid, data directory, start time, port, socket directory, address, shared memory, state
  const lines = text.split("\n");
  const pid = Number(lines[0]);
  if (!(pid > 0) || processMark(pid) === undefined || !(await isPostgres(pid))) return undefined;
  return { pid, port: Number(lines[3]) };
}

/** After a container's restart the number in a left-over postmaster.pid may be another program's, even ours. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== "linux") return pid !== process.pid;
  const name = await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "");
  return name.trim() === "postgres";
}

/** Joins the running server or starts one. Call under the cluster's lock. */
export async function startServer(cluster: Cluster): Promise<{ running: RunningServer; started: boolean }> {
  const left = await findRunning(cluster);
  if (left) {
    await waitUntilReady(cluster, left.pid);
    const ready = await findRunning(cluster);
    if (ready) return { running: ready, started: false };
  }
  await rm(path.join(cluster.data, "postmaster.pid"), { force: true });
  for (let attempt = 1; ; attempt += 1) {
    const port = await choosePort(cluster, attempt);
    try {
      return { running: await launch(cluster, port), started: true };
    } catch (error) {
      if (attempt === PORT_TRIES || !(await saysPortTaken(cluster))) throw error;
    }
  }
}

/** The port of the last time when it is free, so that tools keep their settings; else any free one. */
async function choosePort(cluster: Cluster, attempt: number): Promise<number> {
  const remembered = Number(await readFile(cluster.portFile, "utf8").catch(() => "0"));
  if (attempt === 1 && remembered > 0 && (await freePort(remembered)) === remembered) return remembered;
  const port = await freePort(0);
  if (port === undefined) throw new Error("There is no free port on 127.0.0.1 for the embedded PostgreSQL.");
  await writeFile(cluster.portFile, String(port));
  return port;
}

function freePort(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(undefined));
    probe.listen(wanted, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : undefined));
    });
  });
}

async function launch(cluster: Cluster, port: number): Promise<RunningServer> {
  const settings = Object.entries({ ...SETTINGS, ...cluster.settings, port: String(port) });
  const args = ["-D", cluster.data, ...settings.flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const command = await cluster.command(cluster.binaries.postgres, args, [cluster.data]);
  const log = await open(cluster.log, "w", 0o600);
  // Detached: Ctrl-C in the terminal reaches us first, and we stop it after our own work is done.
  const child = spawn(command.file, command.args, {
    ...identity(command),
    cwd: "/",
    detached: true,
    stdio: ["ignore", log.fd, log.fd],
    env: { ...process.env, ...cluster.binaries.env, LC_ALL: "C" },
  });
  let failure: string | undefined;
  child.on("error", (error) => {
    failure = error.message;
  });
  child.on("exit", () => {
    failure ??= "it ended";
  });
  child.unref();
  await log.close();
  const pid = child.pid;
  if (pid !== undefined) await waitUntilReady(cluster, pid, () => failure);
  if (pid === undefined || failure !== undefined) {
    throw new Error(`The embedded PostgreSQL did not start: ${failure ?? ""}\n${await logTail(cluster)}`);
  }
  return { pid, port };
}

/** PostgreSQL writes its state to the last line of postmaster.pid; a connection then proves it. */
async function waitUntilReady(cluster: Cluster, pid: number, failure = (): string | undefined => undefined) {
  const giveUpAt = Date.now() + START_PATIENCE_MS;
  while (Date.now() < giveUpAt && failure() === undefined && processMark(pid) !== undefined) {
    const text = await readFile(path.join(cluster.data, "postmaster.pid"), "utf8").catch(() => "");
    const lines = text.split("\n");
    if (Number(lines[0]) === pid && lines[7]?.trim() === "ready") {
      const client = await connectAs(
        `postgresql://hilo:${cluster.password}@127.0.0.1:${Number(lines[3])}/postgres`,
      ).catch(() => undefined);
      if (client) return client.end();
    }
    await sleep(25);
  }
  if (Date.now() >= giveUpAt) {
    throw new Error(`The embedded PostgreSQL is not ready after 90 seconds.\n${await logTail(cluster)}`);
  }
}

async function logTail(cluster: Cluster): Promise<string> {
  const text = await readFile(cluster.log, "utf8").catch(() => "");
  return text.trimEnd().split("\n").slice(-12).join("\n");
}

async function saysPortTaken(cluster: Cluster): Promise<boolean> {
  return /could not bind|could not create any TCP/i.test(await logTail(cluster));
}

/** Stops the server: first letting transactions be cut off cleanly, then by force. Call under the lock. */
export async function stopServer(cluster: Cluster): Promise<void> {
  if (!(await findRunning(cluster))) return;
  const stop = (mode: string) =>
    execAs(cluster, cluster.binaries.pgCtl, [
      "stop",
      "-D",
      cluster.data,
      "-m",
      mode,
      "-w",
      "-t",
      String(STOP_PATIENCE_S),
    ]);
  await stop("fast").catch(() => stop("immediate"));
}
