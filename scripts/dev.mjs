// `npm run dev`: the server is bundled again and restarted at each change, the editor is served by Vite with
// hot reload. The editor's address is the one to open; Vite passes the API on to the server.

import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import * as esbuild from "esbuild";
import { at, root } from "./lib/paths.mjs";
import { bin, run } from "./lib/run.mjs";
import { serverOptions } from "./lib/steps.mjs";

const client = await run(process.execPath, [at("scripts", "build.mjs"), "--client"]);
if (client.code !== 0) process.exit(client.code);
await mkdir(at("server", "dist"), { recursive: true });

/** How long an old server may take to finish its work before the new one starts anyway. */
const STOP_PATIENCE_MS = 10_000;
let server;
let stopping = false;

function startServer() {
  const child = spawn(process.execPath, ["--enable-source-maps", at("server", "dist", "main.js")], {
    cwd: root,
    stdio: "inherit",
    env: { NODE_ENV: "development", ...process.env },
  });
  child.on("exit", (code) => {
    if (server === child && !stopping && code) console.log("The server ended; waiting for a change.");
  });
  server = child;
}

async function stopServer() {
  const old = server;
  if (!old || old.exitCode !== null || old.signalCode !== null) return;
  const ended = new Promise((resolve) => old.once("exit", resolve));
  old.kill("SIGTERM");
  const timer = setTimeout(() => old.kill("SIGKILL"), STOP_PATIENCE_MS);
  await ended;
  clearTimeout(timer);
}

let restarts = Promise.resolve();
const restart = {
  name: "restart",
  setup(build) {
    build.onEnd((result) => {
      if (result.errors.length > 0 || stopping) return;
      restarts = restarts.then(stopServer).then(() => {
        if (!stopping) startServer();
      });
    });
  },
};

const options = serverOptions();
// A stamp from an earlier build would call this output fresh.
const context = await esbuild.context({ ...options, plugins: [...options.plugins, restart] });
await context.watch();
const vite = spawn(bin("vite"), ["editor"], {
  cwd: root,
  stdio: "inherit",
  env: { HILO_SERVER: `http://127.0.0.1:${process.env.PORT ?? 3000}`, ...process.env },
});

async function stop() {
  if (stopping) return;
  stopping = true;
  vite.kill("SIGTERM");
  await context.dispose();
  await restarts;
  await stopServer();
  process.exit(0);
}
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
