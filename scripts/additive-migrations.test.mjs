// An older version may run beside a newer one's database: migrations only add, or say why they may do more.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { breachesOf, uniqueIndexesOf } from "./lib/additive-migrations.mjs";
import { at } from "./lib/paths.mjs";

/** The last one that was made before anybody could have run an older version. */
const LAST_BEFORE_RELEASES = "20261128110812_outbox_stage";

const migrations = readdirSync(at("prisma", "migrations"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => ({ name, sql: readFileSync(at("prisma", "migrations", name, "migration.sql"), "utf8") }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

test("every migration leaves the version before it at work, or says why none needs what it takes away", () => {
  const breaches = migrations
    .filter(({ name }) => name > LAST_BEFORE_RELEASES)
    .flatMap(({ name, sql }) => {
      const earlier = migrations.filter((other) => other.name < name).map((other) => other.sql);
      return breachesOf(sql, { uniqueIndexes: uniqueIndexesOf(earlier) }).map(
        (breach) => `${name} ${breach}`,
      );
    });
  expect(breaches).toEqual([]);
});

test("what earlier migrations took away is found in them", () => {
  const found = (part) => {
    const index = migrations.findIndex(({ name }) => name.endsWith(part));
    const earlier = migrations.slice(0, index).map(({ sql }) => sql);
    return breachesOf(migrations[index].sql, { uniqueIndexes: uniqueIndexesOf(earlier) });
  };
  expect(found("_outbox_stage")).toEqual([expect.stringMatching(/^drops a column: .* drop column applied$/)]);
  expect(found("_acting")).toContainEqual(expect.stringMatching(/^drops an index that forbids doubles/));
  expect(found("_init")).toEqual([]);
});

describe("a migration", () => {
  const known = { uniqueIndexes: new Set(["notes_key"]) };

  test.each([
    'DROP TABLE "notes"',
    'ALTER TABLE "notes" RENAME TO "remarks"',
    'ALTER TABLE "notes" RENAME COLUMN "text" TO "words"',
    'ALTER TABLE "notes" DROP COLUMN "text"',
    'ALTER TABLE "notes"\n  ADD COLUMN "a" TEXT,\n  DROP COLUMN "text"',
    'ALTER TABLE "notes" ADD COLUMN "a" TEXT NOT NULL',
    'ALTER TABLE "notes" ADD COLUMN "a" TEXT NOT NULL DEFAULT \'x;y\', ADD COLUMN "b" INT NOT NULL',
    'ALTER TABLE "notes" ALTER COLUMN "text" SET NOT NULL',
    'ALTER TABLE "notes" ALTER COLUMN "text" SET DATA TYPE JSON',
    'ALTER TABLE "notes" ALTER COLUMN "text" DROP DEFAULT',
    'ALTER TABLE "notes" ADD CONSTRAINT "c" CHECK ("text" <> \'\')',
    'CREATE UNIQUE INDEX "i" ON "notes"("text")',
    'DROP INDEX "notes_key"',
    'TRUNCATE "notes"',
  ])("may not say %s", (sql) => {
    expect(breachesOf(`-- A remark; with a semicolon.\n${sql};`, known)).toHaveLength(1);
    expect(breachesOf(`-- contract: 1.3 reads words instead\n${sql};`, known)).toEqual([]);
    expect(breachesOf(`-- contract:\n${sql};`, known)).toHaveLength(1);
  });

  test.each([
    'CREATE TABLE "a" ("id" UUID NOT NULL); ALTER TABLE "a" ADD CONSTRAINT "f" FOREIGN KEY ("id") REFERENCES "notes"("id"); CREATE UNIQUE INDEX "i" ON "a"("id")',
    'ALTER TABLE "notes" ADD COLUMN "a" TEXT, ADD COLUMN "b" INT NOT NULL DEFAULT 0',
    'ALTER TABLE "notes" ADD COLUMN "c" SMALLINT NOT NULL GENERATED ALWAYS AS (1) STORED',
    'ALTER TABLE "notes" ALTER COLUMN "text" DROP NOT NULL',
    'CREATE INDEX "i" ON "notes"("text") WHERE "text" IS NOT NULL',
    'DROP INDEX "notes_plain_idx"',
    "UPDATE notes SET text = 'DROP TABLE notes; TRUNCATE notes'",
    "DO $$ BEGIN DROP TABLE IF EXISTS scratch; END $$",
  ])("may say %s", (sql) => expect(breachesOf(`${sql};`, known)).toEqual([]));
});
