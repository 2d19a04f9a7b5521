// `npm run chaos`: the crash and fault suite at full length (`npm test` runs a short one).

import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { runVitest, summary } from "./lib/vitest.mjs";

const build = await run(process.execPath, [at("scripts", "build.mjs")]);
if (build.code !== 0) process.exit(build.code);

const args = ["--project", "chaos", ...process.argv.slice(2)];
const result = await runVitest(args, { CHAOS: "full", NODE_ENV: "test" });
console.log(summary(result));
process.exitCode = result.failed > 0 || result.code !== 0 ? 1 : 0;
