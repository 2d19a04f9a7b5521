// `npm run build`: builds what changed. `--quiet` says nothing unless something fails; `--client` and `--cli`
// build less (lib/steps.mjs says what).

import { existsSync } from "node:fs";
import { withBuildLock } from "./lib/build-lock.mjs";
import { hashInputs, isFresh, markFresh } from "./lib/inputs.mjs";
import { plans } from "./lib/steps.mjs";

const quiet = process.argv.includes("--quiet");
const plan =
  plans[process.argv.includes("--client") ? "client" : process.argv.includes("--cli") ? "cli" : "all"];

async function runStep(step) {
  const hash = await hashInputs(step.inputs, step.ignore);
  if (existsSync(step.output) && (await isFresh(step.stamp, hash))) return;
  const startedAt = performance.now();
  await step.run();
  await markFresh(step.stamp, hash);
  if (!quiet)
    console.log(`Built the ${step.name} in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
}

try {
  await withBuildLock(async () => {
    for (const row of plan) await Promise.all(row.map(runStep));
  });
} catch (error) {
  console.error(`The build failed: ${error.message}`);
  process.exitCode = 1;
}
