// `npm run bench`: runs tests/bench/*.bench.mjs, shows a table and writes bench-results.json.
//
// A benchmark exports `name` and `async run(context)`, which returns rows
// `{ what, value, unit }`, e.g. `{ what: "steps, one core", value: 81000, unit: "1/s" }`.
// The context has `loadTs(path)` for product code; each benchmark cleans up after itself. One that exports
// `onRequest = true` runs only when it is named: `npm run bench -- history`. With `--history` the end-to-end benchmark
// is measured again in a database that has been in use for long; with `--peers` others are installed into a temporary
// folder and measured beside it.

import { readdir, writeFile } from "node:fs/promises";
import { availableParallelism, cpus } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { loadTs } from "./lib/load-ts.mjs";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";

const build = await run(process.execPath, [at("scripts", "build.mjs")]);
if (build.code !== 0) process.exit(build.code);

const history = process.argv.includes("--history");
const peers = process.argv.includes("--peers");
const named = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
const wanted = history && named.length === 0 ? ["end-to-end"] : named;
const dir = at("tests", "bench");
const files = (await readdir(dir).catch(() => []))
  .filter((name) => name.endsWith(".bench.mjs"))
  .filter((name) => wanted.length === 0 || wanted.some((part) => name.includes(part)))
  .sort();

const rows = [];
let failures = 0;
for (const file of files) {
  try {
    const bench = await import(pathToFileURL(path.join(dir, file)).href);
    if (bench.onRequest && wanted.length === 0) continue;
    console.log(`${bench.name} …`);
    for (const row of await bench.run({ loadTs, history, peers })) rows.push({ bench: bench.name, ...row });
  } catch (error) {
    failures += 1;
    console.error(`${file} failed: ${error.stack ?? error}`);
  }
}

const shown = (value) => (Number.isInteger(value) ? value.toLocaleString("en-US") : value.toPrecision(3));
const width = (pick) => Math.max(0, ...rows.map((row) => pick(row).length));
const columns = [width((row) => row.bench), width((row) => row.what), width((row) => shown(row.value))];
for (const row of rows) {
  const cells = [
    row.bench.padEnd(columns[0]),
    row.what.padEnd(columns[1]),
    shown(row.value).padStart(columns[2]),
  ];
  console.log(`${cells.join("  ")}  ${row.unit}`);
}
const machine = { node: process.version, cpus: availableParallelism(), model: cpus()[0]?.model ?? "" };
const results = { at: new Date().toISOString(), machine, rows };
await writeFile(at("bench-results.json"), `${JSON.stringify(results, null, 2)}\n`);
console.log(
  files.length === 0 ? "There are no benchmarks in tests/bench." : "Written to bench-results.json.",
);
process.exit(failures > 0 ? 1 : 0);
