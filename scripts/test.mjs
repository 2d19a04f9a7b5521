// `npm test`: every test of every project. Arguments go on to vitest (`npm test -- tests/integration`).
// The last line is `N passed, N failed` (`, N skipped`).

import { needChromium } from "./lib/chromium.mjs";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";
import { runVitest, summary } from "./lib/vitest.mjs";

let chromium;
try {
  chromium = await needChromium();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

// The browser and the fault tests run the built product.
const build = await run(process.execPath, [at("scripts", "build.mjs")]);
if (build.code !== 0) process.exit(build.code);

const result = await runVitest(process.argv.slice(2), { CHROMIUM_PATH: chromium, NODE_ENV: "test" });
if (!process.env.REDIS_URL) console.log("Tests that need Redis were skipped: REDIS_URL is not set.");
console.log(summary(result));
process.exitCode = result.failed > 0 || result.code !== 0 ? 1 : 0;
