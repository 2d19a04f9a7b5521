// What `npx hilo` runs (server/bin/hilo.mjs imports it): builds quietly when needed, then hands over to the CLI.

import { pathToFileURL } from "node:url";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";

// The server serves the web application too; the other commands need no editor.
const plan = process.argv[2] === "serve" ? [] : ["--cli"];
// Its output goes to stderr only when it fails: `hilo … --json` must stay readable by programs.
const { code, output } = await run(process.execPath, [at("scripts", "build.mjs"), "--quiet", ...plan], {
  quiet: true,
});
if (code !== 0) {
  console.error(output.trim());
  process.exit(1);
}
process.env.NODE_ENV ??= "production";
process.setSourceMapsEnabled(true);
await import(pathToFileURL(at("server", "dist", "cli.js")).href);
