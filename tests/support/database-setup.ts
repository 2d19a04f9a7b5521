// Once per run: one PostgreSQL of the tests' own, with a migrated template that every test file clones.

import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { TestProject } from "vitest/node";
import { connectAs } from "../../server/src/db/connect.ts";
import { type EmbeddedPostgres, startEmbedded } from "../../server/src/db/embedded.ts";
import { migrate } from "../../server/src/db/migrate.ts";
import { processMark } from "../../server/src/db/process-lock.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Superuser URL of the run's server, any database. */
    testPostgresUrl: string;
  }
}

export const TEMPLATE = "hilo_template";
const migrationsDir = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

type Shared = { postgres: EmbeddedPostgres; dataDir: string };

declare global {
  // Each project loads this file by itself, so what they share can't live in the module.
  var hiloTestPostgres: { users: number; shared: Promise<Shared> } | undefined;
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  globalThis.hiloTestPostgres ??= { users: 0, shared: start() };
  const state = globalThis.hiloTestPostgres;
  state.users += 1;
  const { postgres, dataDir } = await state.shared;
  project.provide("testPostgresUrl", postgres.url);
  return async () => {
    state.users -= 1;
    if (state.users > 0) return;
    globalThis.hiloTestPostgres = undefined;
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function start(): Promise<Shared> {
  await sweepDeadRuns();
  const dataDir = await mkdtemp(path.join(tmpdir(), `hilo-test-${process.pid}-`));
  const postgres = await startEmbedded({
    dataDir,
    // Nothing here outlives the run; two hundred connections for files that run side by side.
    settings: { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "200" },
  });
  await makeTemplate(postgres.url);
  return { postgres, dataDir };
}

async function makeTemplate(url: string): Promise<void> {
  const admin = await connectAs(url);
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await migrate(withDatabase(url, TEMPLATE), migrationsDir);
  await admin.query(`ALTER DATABASE ${TEMPLATE} WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  await admin.end();
}

export function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

/** A run that was killed leaves its server: found by the folder's name, stopped, removed. */
async function sweepDeadRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = /^hilo-test-(\d+)-/.exec(name)?.[1];
    if (pid === undefined || processMark(Number(pid)) !== undefined) continue;
    const dataDir = path.join(tmpdir(), name);
    const left = await startEmbedded({ dataDir }).catch(() => undefined);
    await left?.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
