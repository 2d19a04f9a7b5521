// Others on the same machine with the same customers, stand-in and cores: each is installed into a folder that goes away,
// and does what a user of it would draw for "keyword in → two texts". None of them is durable in the way of the product.
// One that can't be installed or started is left out, with the reason. BENCH_PEERS names some of them.

import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { customersOf } from "../lib/keyword-loop.mjs";
import { startListening, untilAnswered } from "../lib/processes.mjs";
import { drawN8nWorkflow, N8N_WEBHOOK, n8nEnv } from "./n8n.mjs";
import { nodeRedFiles } from "./node-red.mjs";

const exec = promisify(execFile);

const PEERS = [
  {
    // It loses a message that comes while it still ends the last one: its customers wait a moment before they write again,
    // and write again soon when nothing comes.
    name: "BuilderBot 1.3, its queue tuned, a map for its store",
    package: "@builderbot/bot@1.3",
    customers: { pauseMs: 10, patienceMs: 300 },
    start: startBuilderBot,
  },
  { name: "Node-RED 4", package: "node-red@4", start: startNodeRed },
  // Most of what it could do without is optional.
  { name: "n8n 1 on SQLite", package: "n8n@1.123.0", lean: ["--omit=optional"], start: startN8n },
].filter(({ name }) => new RegExp(process.env.BENCH_PEERS ?? "", "i").test(name));

/** One of n8n's parts is published outside the registry only. */
const MANIFEST = { private: true, overrides: { xlsx: "0.18.5" } };

/** @returns `{ name, loop }` of each that ran */
export async function measurePeers(outside, numbers, seconds) {
  const folder = await mkdtemp(path.join(tmpdir(), "hilo-bench-peers-"));
  const measured = [];
  try {
    for (const [n, peer] of PEERS.entries()) {
      const place = path.join(folder, String(n));
      await measure(peer, place, { outside, numbers, seconds }).then(
        (loop) => measured.push({ name: peer.name, loop }),
        (error) => console.error(`${peer.name} is left out: ${error.message}`),
      );
      await rm(place, { recursive: true, force: true });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  return measured;
}

async function measure(peer, folder, { outside, numbers, seconds }) {
  await mkdir(folder);
  await writeFile(path.join(folder, "package.json"), JSON.stringify(MANIFEST));
  const install = ["install", "--no-audit", "--no-fund", ...(peer.lean ?? []), peer.package];
  // Under `npm run` our own settings would hold for them, and they could not build their parts. What they compile is for this
  // Node's headers, not for fetched ones.
  const inherited = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name));
  const nodedir = path.resolve(process.execPath, "../..");
  const env = { ...Object.fromEntries(inherited), npm_config_nodedir: nodedir };
  await exec("npm", install, { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 });
  const { url, stop } = await peer.start({ folder, graphUrl: outside.url, numbers });
  try {
    return await customersOf(outside, { url, numbers }).run({ seconds, ...peer.customers });
  } finally {
    await stop();
  }
}

function startBuilderBot({ folder, graphUrl, numbers }) {
  const file = path.join(path.dirname(fileURLToPath(import.meta.url)), "builderbot.mjs");
  const env = { PEERS: folder, GRAPH_API_URL: graphUrl, NUMBERS: JSON.stringify(numbers) };
  // Its logs go where it runs.
  return startListening(file, { cwd: folder, env });
}

async function startNodeRed({ folder, graphUrl, numbers }) {
  for (const [name, text] of Object.entries(nodeRedFiles({ graphUrl, numbers })))
    await writeFile(path.join(folder, name), text);
  const file = path.join(folder, "node_modules/node-red/red.js");
  const ready = (url, red) => untilAnswered(url, red, 400);
  return startListening(file, { args: ["--userDir", folder], cwd: folder, ready });
}

async function startN8n({ folder, graphUrl }) {
  const file = path.join(folder, "node_modules/n8n/bin/n8n");
  const ready = async (url, n8n) => {
    await drawN8nWorkflow(url, graphUrl);
    await untilAnswered(`${url}${N8N_WEBHOOK}`, n8n, 200);
  };
  const env = n8nEnv(folder);
  const { url, stop } = await startListening(file, {
    args: ["start"],
    cwd: folder,
    env,
    portName: "N8N_PORT",
    ready,
  });
  return { url: `${url}${N8N_WEBHOOK}`, stop };
}
