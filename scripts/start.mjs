// `npm start`: builds what is not built, then runs the server in this process, so that signals reach it directly.

import { pathToFileURL } from "node:url";
import { at } from "./lib/paths.mjs";
import { run } from "./lib/run.mjs";

// In a child, so that the compilers' memory is gone when the server starts.
const { code } = await run(process.execPath, [at("scripts", "build.mjs")]);
if (code !== 0) process.exit(code);

process.env.NODE_ENV ??= "production";
process.setSourceMapsEnabled(true);
await import(pathToFileURL(at("server", "dist", "main.js")).href);
