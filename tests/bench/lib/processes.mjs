// The processes of a benchmark: a database of its own, the server on one core, everything outside it on the other.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import pg from "pg";

const root = fileURLToPath(new URL("../../..", import.meta.url));
const exec = promisify(execFile);

/** On a machine with one core, or without the command, nothing is pinned. */
async function pinned(core) {
  if (availableParallelism() < 2) return [];
  return exec("taskset", ["-c", String(core), "true"]).then(
    () => ["taskset", "-c", String(core)],
    () => [],
  );
}

export async function startNode(core, file, { flags = [], args = [], env = {}, ipc = false, cwd } = {}) {
  const [command, ...before] = [...(await pinned(core)), process.execPath];
  const child = spawn(command, [...before, ...flags, file, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    cwd,
    stdio: ["ignore", "pipe", "pipe", ...(ipc ? ["ipc"] : [])],
  });
  let output = "";
  const keep = (chunk) => {
    output = `${output}${chunk}`.slice(-20_000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const exited = new Promise((resolve) => child.once("exit", resolve));
  return {
    child,
    output: () => output,
    stop: async () => {
      if (ipc && child.connected) child.disconnect();
      child.kill("SIGTERM");
      const patience = setTimeout(() => child.kill("SIGKILL"), 15_000);
      await exited;
      clearTimeout(patience);
    },
  };
}

/** The stand-in and the customers. */
export async function startFarSide() {
  const side = await startOutside("far-side.mjs");
  const { url } = await side.ask("listen");
  return { ...side, url };
}

/** A process of ours outside the server; `ask(command, args)` resolves with its answer. */
export async function startOutside(file) {
  const side = await startNode(1, path.join(root, "tests/bench/lib", file), { ipc: true });
  const waiting = new Map();
  side.child.on("message", ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    error ? reject(new Error(error)) : resolve(result);
  });
  side.child.once("exit", () => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended: ${side.output()}`));
  });
  let next = 0;
  const ask = (command, args = {}) =>
    new Promise((resolve, reject) => {
      const id = ++next;
      waiting.set(id, { resolve, reject });
      side.child.send({ id, command, args });
    });
  return { ask, stop: side.stop };
}

export async function freePort() {
  const probe = createServer();
  await new Promise((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Until `isReady` says so; a program that ends before that says why. */
async function until(program, isReady) {
  for (let tries = 0; tries < 1_200; tries++) {
    if (await isReady()) return;
    if (program.child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`it did not start: ${program.output()}`);
}

/** Until a POST there is answered. @param status with this one; a program may listen before it is ready */
export function untilAnswered(url, program, status) {
  return until(program, async () => {
    const answered = await statusOf(url);
    return status === undefined ? answered !== null : answered === status;
  });
}

const statusOf = (url) =>
  fetch(url, { method: "POST", headers: { "content-type": "application/json" }, body: "{}" }).then(
    (answer) => answer.status,
    () => null,
  );

/**
 * Starts a program that is not ours on the server's core; one that does not become ready is stopped.
 * @param portName the variable that tells it where to listen @param ready resolves when it may be measured
 */
export async function startListening(file, { args, env, cwd, portName = "PORT", ready = untilAnswered }) {
  const port = await freePort();
  const program = await startNode(0, file, { args, cwd, env: { [portName]: String(port), ...env } });
  const url = `http://127.0.0.1:${port}`;
  try {
    await ready(url, program);
  } catch (error) {
    await program.stop();
    const why = [error.message, error.cause?.message, program.output().slice(-500)].filter(Boolean);
    throw new Error(why.join(": "), { cause: error });
  }
  return { url, stop: program.stop };
}

/** PostgreSQL as the product carries it, in a folder that goes away. */
export async function startPostgres(loadTs) {
  const { startEmbedded } = await loadTs("server/src/db/embedded.ts");
  const dataDir = await mkdtemp(path.join(tmpdir(), "hilo-bench-"));
  const server = await startEmbedded({ dataDir });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  return {
    url: server.url,
    database: async (name) => {
      await admin.query(`CREATE DATABASE bench_${name}`);
      const url = new URL(server.url);
      url.pathname = `/bench_${name}`;
      return url.href;
    },
    drop: (name) => admin.query(`DROP DATABASE bench_${name} WITH (FORCE)`),
    stop: async () => {
      await admin.end();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** @returns what `work` gives, with a connection that is closed after it */
export async function withClient(databaseUrl, work) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param env over what a user would set */
export async function startHilo({ databaseUrl, graphUrl, core = 0, env = {} }) {
  const port = await freePort();
  const dataDir = await mkdtemp(path.join(tmpdir(), "hilo-bench-data-"));
  const all = {
    DATABASE_URL: databaseUrl,
    GRAPH_API_URL: graphUrl,
    ENCRYPTION_KEY: "11".repeat(32),
    HILO_DATA_DIR: dataDir,
    HOST: "127.0.0.1",
    PORT: String(port),
    LOG_LEVEL: "error",
    NODE_ENV: "production",
    ...env,
  };
  // For a look inside, such as BENCH_FLAGS="--cpu-prof --cpu-prof-dir=profiles".
  const flags = (process.env.BENCH_FLAGS ?? "").split(" ").filter(Boolean);
  const server = await startNode(core, path.join(root, "server/dist/main.js"), { flags, env: all });
  const url = `http://127.0.0.1:${port}`;
  await until(server, () =>
    fetch(`${url}/readyz`).then(
      (answer) => answer.ok,
      () => false,
    ),
  );
  const setup = ["setup", "--email", "bench@example.org", "--password", "correct horse battery", "--json"];
  const { stdout } = await exec(process.execPath, [path.join(root, "server/dist/cli.js"), ...setup], {
    env: { PATH: process.env.PATH, ...all },
  });
  const { apiKey } = JSON.parse(stdout);
  const api = async (method, route, body) => {
    const answer = await fetch(`${url}/api/v1${route}`, {
      method,
      headers: { authorization: `Bearer ${apiKey}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${route}: ${answer.status} ${text}`);
    return text === "" ? null : JSON.parse(text);
  };
  return {
    url,
    webhook: `${url}/api/webhooks/whatsapp`,
    apiKey,
    api,
    child: server.child,
    output: server.output,
    stop: async () => {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** WhatsApp numbers at Meta's highest throughput. */
export async function connectNumbers(hilo, count) {
  const numbers = [];
  for (let n = 0; n < count; n++) {
    const platformId = `10020030${n}`;
    const appSecret = `secret-${n}`;
    const channel = await hilo.api("POST", "/channels", {
      platform: "whatsapp",
      name: `Number ${n}`,
      platformId,
      accessToken: `token-${n}`,
      appSecret,
    });
    await hilo.api("PATCH", `/channels/${channel.id}`, {
      // Few people write very often here.
      settings: { messagesPerSecond: 1_000, pacePerPerson: false },
    });
    numbers.push({ platformId, appSecret, channelId: channel.id });
  }
  return numbers;
}

export async function publish(hilo, definition) {
  const flow = await hilo.api("POST", "/flows", { name: definition.name, definition });
  await hilo.api("POST", `/flows/${flow.id}/publish`, {});
  return flow.id;
}
