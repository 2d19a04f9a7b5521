// `npm run docs`: writes docs/nodes/, the reference of node types, the JSON Schema of flows, and the pages on limits and
// errors of channels, from the engine and the server themselves.
// With --check nothing is written; what is out of date is named.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { errorPage, limitPage } from "./lib/channel-pages.mjs";
import { loadTs } from "./lib/load-ts.mjs";
import { nodePages } from "./lib/node-page.mjs";
import { at } from "./lib/paths.mjs";

const engine = await loadTs("flow-engine/src/index.ts");
const pages = await nodePages(engine);
const files = new Map([...pages].map(([name, text]) => [path.join("docs", "nodes", name), text]));
const schema = `${JSON.stringify(engine.flowJsonSchema(), null, 2)}\n`;
files.set(path.join("docs", "hilo.flow.1.schema.json"), schema);

const { errorList } = await loadTs("server/src/channels/errors.ts");
files.set(path.join("docs", "errors.md"), errorPage(errorList()));
files.set(path.join("docs", "limits.md"), limitPage(engine.CHANNEL_LIMITS));

const there = await readdir(at("docs", "nodes")).catch(() => []);
const strays = there.map((name) => path.join("docs", "nodes", name)).filter((file) => !files.has(file));
const stale = [];
for (const [file, text] of files)
  if ((await readFile(at(file), "utf8").catch(() => null)) !== text) stale.push(file);

if (process.argv.includes("--check")) {
  for (const file of [...stale, ...strays]) console.log(`${file} is out of date: run \`npm run docs\`.`);
  process.exitCode = stale.length + strays.length === 0 ? 0 : 1;
} else {
  await mkdir(at("docs", "nodes"), { recursive: true });
  for (const file of stale) await writeFile(at(file), files.get(file));
  for (const file of strays) await rm(at(file));
  console.log(`${stale.length} pages written, ${strays.length} removed, ${files.size} in all.`);
}
