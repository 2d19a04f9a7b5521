// `node scripts/prisma-migrate.mjs diff NAME` writes the next migration: what prisma/schema says and the last
// migration's schema did not yet. `… diff` alone prints it. A landed migration is never edited.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadTs } from "./lib/load-ts.mjs";
import { at, root } from "./lib/paths.mjs";
import { currentSchema, diffSchemas, migratedSchema } from "./lib/schema-engine.mjs";

const [command, name] = process.argv.slice(2);
if (command !== "diff" || (name !== undefined && !/^[a-z0-9_]+$/.test(name))) {
  console.error("Usage: node scripts/prisma-migrate.mjs diff [name_in_snake_case]");
  process.exit(2);
}

const { startEmbedded } = await loadTs("server/src/db/embedded.ts");
const dataDir = await mkdtemp(path.join(tmpdir(), "hilo-migrate-"));
const postgres = await startEmbedded({ dataDir, settings: { fsync: "off" } });
const schema = await currentSchema();
try {
  const sql = await diffSchemas(postgres.url, await migratedSchema(), schema);
  if (sql === "") console.log("The last migration was written for this schema: nothing to write.");
  else if (name === undefined) console.log(sql);
  else await write(name, sql);
} finally {
  await postgres.stop();
  await rm(dataDir, { recursive: true, force: true });
}
// The engine's own connection would keep the process alive.
process.exit(0);

async function write(label, text) {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const dir = at("prisma", "migrations", `${stamp}_${label}`);
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, "migration.sql"), `${text}\n`);
  await writeFile(path.join(dir, "schema.prisma"), schema);
  await writeFile(at("prisma", "migrations", "migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(`Wrote ${path.relative(root, dir)}/migration.sql: read it before you commit it.`);
}
