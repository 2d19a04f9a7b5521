// `npm run chaos`: the crash and fault suite at full length (`npm test` runs a short one). A whole run without a
// failure writes what it measured into docs/reliability.md. The upgrade begins with the newest release, or with the
// tag or commit that `--older` names.

import { readFile, rm, writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import path from "node:path";
import { newestRelease, olderVersion } from "./lib/older-version.mjs";
import { at, cacheDir } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { runVitest, summary } from "./lib/vitest.mjs";

const PAGE = at("docs", "reliability.md");
const PART = /(<!-- figures -->\n)[\s\S]*(<!-- \/figures -->)/;

const build = await run(process.execPath, [at("scripts", "build.mjs")]);
if (build.code !== 0) process.exit(build.code);

const file = path.join(cacheDir, "chaos-figures.jsonl");
await rm(file, { force: true });
const args = process.argv.slice(2);
const named = args.indexOf("--older");
const version = named < 0 ? await newestRelease() : args.splice(named, 2)[1];
if (version === undefined) throw new Error("--older needs a tag or a commit");
const older = version && (await olderVersion(version));
const result = await runVitest(["--project", "chaos", ...args], {
  CHAOS: "full",
  CHAOS_FIGURES: file,
  NODE_ENV: "test",
  ...(older ? { HILO_OLDER: older.folder, HILO_OLDER_NAME: version } : {}),
}).finally(() => older?.remove());
const failed = result.failed > 0 || result.code !== 0;
if (!failed && args.length === 0) await writeFigures();
console.log(summary(result));
process.exitCode = failed ? 1 : 0;

async function writeFigures() {
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const rows = lines.map((line) => JSON.parse(line)).map(({ what, measured }) => `| ${what} | ${measured} |`);
  const text = [
    `Measured on ${today()}, on ${machine()}.`,
    "",
    "| what | measured |",
    "|---|---|",
    ...rows,
    "",
  ];
  const page = await readFile(PAGE, "utf8");
  await writeFile(
    PAGE,
    page.replace(PART, (_, begin, end) => `${begin}${text.join("\n")}\n${end}`),
  );
  console.log("docs/reliability.md has the figures of this run.");
}

function today() {
  return new Date().toISOString().slice(0, 10);
}

function machine() {
  const model = cpus()[0]?.model.trim() ?? "an unknown processor";
  return `${cpus().length} cores (${model}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
}
