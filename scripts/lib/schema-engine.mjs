// Prisma's official schema engine as WebAssembly: no native engine to download. It compares schema files here;
// it wants a connection all the same, to know the dialect.

import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { at } from "./paths.mjs";

const require = createRequire(at("server", "package.json"));

async function loadEngine() {
  const glue = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  // The glue calls it when the engine panics.
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      console.error(message);
    },
  };
  const bindings = await import(pathToFileURL(glue).href);
  const bytes = await readFile(path.join(path.dirname(glue), "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  return bindings.SchemaEngine;
}

/** One per process: the glue code holds one instance's memory. */
let engine;

async function openEngine(url) {
  const SchemaEngine = await loadEngine();
  const { PrismaPg } = await import(pathToFileURL(require.resolve("@prisma/adapter-pg")).href);
  const utils = createRequire(require.resolve("@prisma/adapter-pg"));
  const { bindMigrationAwareSqlAdapterFactory } = await import(
    pathToFileURL(utils.resolve("@prisma/driver-adapter-utils")).href
  );
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(url));
  return SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
}

/**
 * SQL that turns a database of the one schema into one of the other; "" when they agree.
 * @param {string} url any PostgreSQL
 * @param {string | null} from the text of a schema; null: an empty database
 * @param {string} to
 */
export async function diffSchemas(url, from, to) {
  const target = (content) => ({ tag: "schemaDatamodel", files: [{ path: "schema.prisma", content }] });
  engine ??= await openEngine(url);
  const { stdout } = await engine.diff({
    from: from === null ? { tag: "empty" } : target(from),
    to: target(to),
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  });
  const sql = (stdout ?? "").trim();
  return sql === "-- This is an empty migration." ? "" : sql;
}

/** All of prisma/schema as one text. */
export async function currentSchema() {
  const dir = at("prisma", "schema");
  const names = (await readdir(dir)).filter((name) => name.endsWith(".prisma")).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(dir, name), "utf8")));
  return texts.join("\n");
}

/** The schema that the last migration was written for, kept beside it; null when there is no migration. */
export async function migratedSchema() {
  const dir = at("prisma", "migrations");
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => []);
  const last = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .at(-1);
  return last === undefined ? null : readFile(path.join(dir, last, "schema.prisma"), "utf8");
}
