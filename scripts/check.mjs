// `npm run check`: format, lint, import boundaries, types, reference pages, unused code and unit tests, side by side.
// `--without-tests`: where `npm test`, which runs them too, comes next.

import { availableParallelism } from "node:os";
import { at } from "./lib/paths.mjs";
import { bin, run } from "./lib/run.mjs";

const tsc = (project) => [bin("tsc"), ["-p", project, "--pretty"]];
const UNIT_TESTS = "unit tests";
const CHECKS = [
  [
    UNIT_TESTS,
    bin("vitest"),
    ["run", "--project", "unit", "--project", "unit-editor", "--reporter", "default"],
  ],
  ["format and lint", bin("biome"), ["ci", "--colors=off", "--error-on-warnings", "."]],
  ["import boundaries", process.execPath, [at("scripts", "boundaries.mjs")]],
  ["types: flow-engine", ...tsc("flow-engine")],
  ["types: server", ...tsc("server")],
  ["types: editor", ...tsc("editor")],
  ["types: tests", ...tsc(".")],
  ["reference pages", process.execPath, [at("scripts", "node-docs.mjs"), "--check"]],
  ["unused code", bin("knip"), ["--no-progress"]],
];
/** Two at least: the tests wait for timers while the compilers compute. */
const AT_ONCE = Math.max(2, availableParallelism());

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const startedAt = performance.now();
const failed = [];

async function check([name, command, args]) {
  const since = performance.now();
  const { code, output } = await run(command, args, { quiet: true });
  console.log(`${code === 0 ? "✓" : "✗"} ${name} (${seconds(since)})`);
  if (code === 0) return;
  failed.push(name);
  console.log(`${output.trim()}\n`);
}

const client = await run(process.execPath, [at("scripts", "build.mjs"), "--client", "--quiet"], {
  quiet: true,
});
if (client.code !== 0) {
  console.error(client.output.trim());
  process.exit(1);
}
const withTests = !process.argv.includes("--without-tests");
const queue = CHECKS.filter(([name]) => withTests || name !== UNIT_TESTS);
const worker = async () => {
  for (let next = queue.shift(); next; next = queue.shift()) await check(next);
};
await Promise.all(Array.from({ length: AT_ONCE }, worker));
console.log(
  failed.length === 0
    ? `All checks passed in ${seconds(startedAt)}.`
    : `Failed: ${failed.join(", ")} (${seconds(startedAt)}).`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
