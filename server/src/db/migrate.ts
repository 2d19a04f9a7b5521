// Brings a database to this version's schema. Each migration and its note in `_prisma_migrations` are one
// transaction, so a process killed at any point leaves the database before or after it, never between.
// (The table is Prisma's own, to the column; why its engine does not apply them: docs/adr/0002-migrations.md.)

import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type ClientBase, DatabaseError } from "pg";
import { connectAs } from "./connect.ts";

export type Migration = { name: string; sql: string; checksum: string };

/** A sentence for the person who starts the server; not a bug. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

/** Any number, known to all processes of this product: one migrates, the others wait. */
const LOCK_KEY = 4_845_113;

const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** @param dir the folder with one folder per migration (`20251121000000_init/migration.sql`) */
export async function readMigrations(dir: string): Promise<Migration[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(dir, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/**
 * Applies what is missing and returns the names of what it applied.
 * Throws MigrationError when the database is newer than this version, or was changed under the same name.
 */
export async function migrate(url: string, dir: string): Promise<string[]> {
  const migrations = await readMigrations(dir);
  const client = await connectAs(url);
  try {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    await client.query(TABLE);
    const missing = pendingOf(migrations, await appliedIn(client));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  } finally {
    // Ends the session, and the lock with it.
    await client.end();
  }
}

/** The names still to be applied, without changing anything: what readiness asks. */
export async function pendingMigrations(client: Pick<ClientBase, "query">, dir: string): Promise<string[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS exists`,
  );
  const applied = rows[0]?.exists ? await appliedIn(client) : [];
  return pendingOf(await readMigrations(dir), applied).map((migration) => migration.name);
}

type Applied = { name: string; checksum: string };

async function appliedIn(client: Pick<ClientBase, "query">): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
      WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  );
  return rows;
}

/** Pure: what of `known` the database lacks. */
export function pendingOf(known: Migration[], applied: Applied[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const own = byName.get(name);
    if (!own) {
      throw new MigrationError(
        `The database has the migration "${name}", which this version of Hilo does not know: start the newer version, or restore a backup made before it.`,
      );
    }
    if (own.checksum !== checksum) {
      throw new MigrationError(
        `The migration "${name}" was changed after it was applied to this database: restore its file, or start with a new database.`,
      );
    }
  }
  const done = new Set(applied.map((migration) => migration.name));
  return known.filter((migration) => !done.has(migration.name));
}

/** An older version may be at work: what it holds is waited for so long, then it is let by. Whoever waits behind us waits too. */
const LOCK_TIMEOUT_MS = 2_000;
const TRIES = 30;
const PAUSE_MS = 250;
/** Deadlock, and lock not available. */
const IN_THE_WAY = ["40P01", "55P03"];

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  for (let left = TRIES - 1; ; left -= 1) {
    try {
      return await applyOnce(client, migration);
    } catch (error) {
      const code =
        error instanceof Error && error.cause instanceof DatabaseError ? error.cause.code : undefined;
      if (left === 0 || code === undefined || !IN_THE_WAY.includes(code)) throw error;
      await sleep(PAUSE_MS);
    }
  }
}

async function applyOnce(client: ClientBase, migration: Migration): Promise<void> {
  await client.query(`BEGIN; SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
  try {
    await client.query(migration.sql);
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, started_at, applied_steps_count)
       VALUES ($1, $2, clock_timestamp(), $3, now(), 1)`,
      [randomUUID(), migration.checksum, migration.name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK").catch(() => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`The migration "${migration.name}" failed and was rolled back: ${reason}`, {
      cause: error,
    });
  }
}
