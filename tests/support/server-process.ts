/** The built server as a process of its own, as a user starts it: on a free port, over a given database, killable. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { PRODUCT_ROOT } from "../../server/src/places.ts";

export interface ServerProcess {
  url: string;
  dataDir: string;
  child: ChildProcess;
  /** Everything it printed so far. */
  output(): string;
  /** Resolves with the exit code, or the signal's name. */
  exited: Promise<number | string>;
  /** SIGTERM, then SIGKILL after 15 s. */
  stop(): Promise<void>;
}

/**
 * @param env over the process's own; DATABASE_URL names a database that exists
 * @param options.root where another version is built
 */
export async function startServer(
  env: Record<string, string>,
  options: { dataDir?: string; ready?: boolean; root?: string } = {},
): Promise<ServerProcess> {
  const main = path.join(options.root ?? PRODUCT_ROOT, "server/dist/main.js");
  const port = env.PORT ?? String(await freePort());
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), "hilo-server-"));
  const child = spawn(process.execPath, ["--enable-source-maps", main], {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH ?? "",
      HOME: process.env.HOME ?? "",
      HOST: "127.0.0.1",
      PORT: port,
      HILO_DATA_DIR: dataDir,
      LOG_LEVEL: "warn",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  const exited = new Promise<number | string>((resolve) =>
    child.once("exit", (code, signal) => resolve(signal ?? code ?? -1)),
  );
  const server: ServerProcess = {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    child,
    output: () => printed,
    exited,
    stop: () => stop(child, exited, options.dataDir === undefined ? dataDir : null),
  };
  if (options.ready !== false) await untilReady(server);
  return server;
}

async function stop(child: ChildProcess, exited: Promise<unknown>, remove: string | null): Promise<void> {
  const patience = setTimeout(() => child.kill("SIGKILL"), 15_000);
  child.kill("SIGTERM");
  await exited;
  clearTimeout(patience);
  if (remove !== null) rmSync(remove, { recursive: true, force: true });
}

async function untilReady(server: ServerProcess): Promise<void> {
  let over: number | string | null = null;
  void server.exited.then((code) => {
    over = code;
  });
  await until(
    async () => {
      if (over !== null) throw new Error(`the server ended (${over}):\n${server.output()}`);
      return fetch(`${server.url}/readyz`).then(
        (answer) => answer.ok,
        () => false,
      );
    },
    `the server is ready at ${server.url}`,
    60_000,
  );
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

/** Waits for a condition, asked every 25 ms. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what: string,
  timeoutMs = 20_000,
): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`not in ${timeoutMs / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
