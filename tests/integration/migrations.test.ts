// The schema: built on an empty database, the same for Prisma's tools, refused when it is not ours.

import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentSchema, diffSchemas, migratedSchema } from "../../scripts/lib/schema-engine.mjs";
import { connectAs } from "../../server/src/db/connect.ts";
import { migrate, pendingMigrations, readMigrations } from "../../server/src/db/migrate.ts";
import { createTestDatabase, type TestDatabase } from "../support/database.ts";

const dir = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));

async function query<Row extends Record<string, unknown>>(url: string, sql: string): Promise<Row[]> {
  const client = await connectAs(url);
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

const COLUMNS = `SELECT table_name, column_name, data_type, is_nullable, column_default
  FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`;
const CONSTRAINTS = `SELECT conrelid::regclass::text AS on_table, conname, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
   AND conrelid::regclass::text <> '_prisma_migrations' ORDER BY 1, 2`;
const INDEXES = `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`;

describe("migrations", () => {
  let database: TestDatabase;
  let changed: string;

  beforeAll(async () => {
    database = await createTestDatabase({ template: false });
    changed = await mkdtemp(path.join(tmpdir(), "hilo-migrations-"));
  });
  afterAll(async () => {
    await database.drop();
    await rm(changed, { recursive: true, force: true });
  });

  it("applies all of them once when three processes start together, and then nothing more", async () => {
    const all = (await readMigrations(dir)).map((migration) => migration.name);
    const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, dir)));
    expect(applied.map((names) => names.length).sort()).toEqual([0, 0, all.length]);
    expect(await migrate(database.url, dir)).toEqual([]);
    const rows = await query<{ migration_name: string }>(database.url, 'SELECT * FROM "_prisma_migrations"');
    expect(rows.map((row) => row.migration_name).sort()).toEqual(all);
  });

  it("were written for the schema as it is now", async () => {
    expect(await diffSchemas(database.url, await migratedSchema(), await currentSchema())).toBe("");
  });

  it("make every table, column, key and index that Prisma makes of the schema", async () => {
    const straight = await createTestDatabase({ template: false });
    await query(straight.url, await diffSchemas(database.url, null, await currentSchema()));
    expect(await query(database.url, COLUMNS)).toEqual(await query(straight.url, COLUMNS));
    expect(await query(database.url, CONSTRAINTS)).toEqual(await query(straight.url, CONSTRAINTS));
    const made = (await query<{ indexdef: string }>(database.url, INDEXES)).map((row) => row.indexdef);
    const wanted = (await query<{ indexdef: string }>(straight.url, INDEXES)).map((row) => row.indexdef);
    expect(made).toEqual(expect.arrayContaining(wanted));
    // The rest is what the schema language can't say.
    expect(made.filter((index) => !wanted.includes(index)).every((index) => / WHERE /.test(index))).toBe(
      true,
    );
    await straight.drop();
  });

  it("rolls a failing migration back whole, with its note, and applies it when it is repaired", async () => {
    const target = await createTestDatabase({ template: false });
    const copy = path.join(changed, "broken");
    await cp(dir, copy, { recursive: true });
    const file = path.join(copy, "29990101000000_more", "migration.sql");
    await cp(path.join(dir, (await readMigrations(dir))[0]?.name ?? ""), path.dirname(file), {
      recursive: true,
    });
    await writeFile(file, "CREATE TABLE half (id int); SELECT 1/0;");
    await expect(migrate(target.url, copy)).rejects.toThrow(/29990101000000_more.*rolled back/);
    const halves = await query<{ half: string | null }>(
      target.url,
      "SELECT to_regclass('half')::text AS half",
    );
    expect(halves[0]?.half).toBeNull();
    await writeFile(file, "CREATE TABLE half (id int);");
    expect(await migrate(target.url, copy)).toEqual(["29990101000000_more"]);
    // The same database is now newer than the product's own folder.
    await expect(migrate(target.url, dir)).rejects.toThrow(/does not know: start the newer version/);
    await target.drop();
  });

  it("lets an older version's work by, and tries again", async () => {
    const target = await createTestDatabase();
    const copy = path.join(changed, "busy");
    await cp(dir, copy, { recursive: true });
    await mkdir(path.join(copy, "29990101000000_more"));
    const sql = 'ALTER TABLE "contacts" ADD COLUMN "a" TEXT; ALTER TABLE "channels" ADD COLUMN "a" TEXT;';
    await writeFile(path.join(copy, "29990101000000_more", "migration.sql"), sql);
    const busy = await connectAs(target.url);
    await busy.query('BEGIN; LOCK TABLE "channels" IN ROW SHARE MODE');
    const migrating = migrate(target.url, copy);
    const begun = new Set<string>();
    while (begun.size < 2) {
      const rows = await query<{ at: string }>(
        target.url,
        "SELECT xact_start::text AS at FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'ALTER%'",
      );
      for (const { at } of rows) begun.add(at);
    }
    // What it held while it waited is let go, or this would be a deadlock.
    await busy.query('LOCK TABLE "contacts" IN ROW SHARE MODE; COMMIT');
    expect(await migrating).toEqual(["29990101000000_more"]);
    await busy.end();
    await target.drop();
  });

  it("refuses a migration that was changed after it was applied", async () => {
    const copy = path.join(changed, "edited");
    await cp(dir, copy, { recursive: true });
    const first = (await readMigrations(dir))[0];
    await writeFile(path.join(copy, first?.name ?? "", "migration.sql"), `${first?.sql}-- later thought\n`);
    await expect(migrate(database.url, copy)).rejects.toThrow(/was changed after it was applied/);
  });

  it("says what is missing without touching the database", async () => {
    const target = await createTestDatabase({ template: false });
    const client = await connectAs(target.url);
    expect(await pendingMigrations(client, dir)).toHaveLength((await readMigrations(dir)).length);
    const { rows } = await client.query("SELECT 1 FROM pg_tables WHERE schemaname = 'public'");
    expect(rows).toEqual([]);
    await client.end();
    await target.drop();
  });
});
