// The embedded server over the lives and deaths of the processes that use it.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { connectAs } from "../../server/src/db/connect.ts";
import { startEmbedded } from "../../server/src/db/embedded.ts";
import { processMark } from "../../server/src/db/process-lock.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
let scratch: string;
let program: string;
let dataDir: string;
let made = 0;
const children: ChildProcess[] = [];

/** A process that starts or joins the server, says so in one line, and stops when told by SIGTERM. */
const PROGRAM = `
import { startEmbedded } from "./server/src/db/embedded.ts";
const postgres = await startEmbedded({ dataDir: process.argv[2] });
process.on("SIGTERM", () => postgres.stop().then(() => process.exit(0)));
setInterval(() => undefined, 1000);
console.log(JSON.stringify({ url: postgres.url, started: postgres.started, pid: postgres.pid }));
`;

type Hello = { url: string; started: boolean; pid: number };

async function startUser(): Promise<{ child: ChildProcess; hello: Hello }> {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ["ignore", "pipe", "inherit"] });
  children.push(child);
  if (!child.stdout) throw new Error("no stdout");
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, hello: JSON.parse(String(line)) as Hello };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}

async function answers(url: string): Promise<boolean> {
  const client = await connectAs(url, 1_000).catch(() => undefined);
  await client?.end();
  return client !== undefined;
}

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "hilo-embedded-"));
  // Under node_modules, where its imports are found.
  program = path.join(root, "node_modules", ".cache", "hilo", `embedded-user-${process.pid}.mjs`);
  await build({
    stdin: { contents: PROGRAM, resolveDir: root, loader: "ts" },
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
  });
});
beforeEach(() => {
  made += 1;
  dataDir = path.join(scratch, `data-${made}`);
});
afterAll(async () => {
  for (const child of children)
    if (child.exitCode === null && child.signalCode === null) await end(child, "SIGTERM");
  await rm(program, { force: true });
  await rm(scratch, { recursive: true, force: true });
});

describe("the embedded PostgreSQL", () => {
  it("is shared by processes that start together, and stopped by the last that ends", async () => {
    const users = await Promise.all([startUser(), startUser(), startUser()]);
    const hellos = users.map((user) => user.hello);
    expect(hellos.filter((hello) => hello.started)).toHaveLength(1);
    expect(new Set(hellos.map((hello) => hello.url)).size).toBe(1);
    const url = hellos[0]?.url ?? "";
    // The one that started it goes first: the others keep it.
    users.sort((a, b) => Number(b.hello.started) - Number(a.hello.started));
    for (const [index, user] of users.entries()) {
      await end(user.child, "SIGTERM");
      expect(await answers(url)).toBe(index < users.length - 1);
    }
  });

  it("is found again after its owner was killed, with its data, and then stopped cleanly", async () => {
    const first = await startUser();
    const client = await connectAs(first.hello.url);
    await client.query("CREATE TABLE kept AS SELECT 42 AS answer");
    await client.end();
    await end(first.child, "SIGKILL");
    expect(await answers(first.hello.url)).toBe(true);

    const second = await startUser();
    expect(second.hello).toEqual({ ...first.hello, started: false });
    await end(second.child, "SIGTERM");
    expect(await answers(first.hello.url)).toBe(false);
    expect(processMark(first.hello.pid)).toBeUndefined();

    const third = await startEmbedded({ dataDir });
    const again = await connectAs(third.url);
    expect((await again.query("SELECT answer FROM kept")).rows).toEqual([{ answer: 42 }]);
    await again.end();
    await third.stop();
    // A clean stop leaves nothing to recover.
    expect(await readFile(path.join(dataDir, "postgres", "server.log"), "utf8")).not.toMatch(
      /interrupted|recovery/,
    );
  });

  it("starts again after the server itself was killed, and recovers what was committed", async () => {
    const first = await startEmbedded({ dataDir });
    const client = await connectAs(first.url);
    await client.query("CREATE TABLE kept AS SELECT 1 AS n");
    process.kill(first.pid, "SIGKILL");
    await client.end().catch(() => undefined);
    await expect.poll(() => processMark(first.pid), { timeout: 5_000 }).toBeUndefined();

    const second = await startEmbedded({ dataDir });
    expect(second.started).toBe(true);
    const again = await connectAs(second.url);
    expect((await again.query("SELECT n FROM kept")).rows).toEqual([{ n: 1 }]);
    await again.end();
    await second.stop();
    await first.stop();
  });

  it("is not deceived by a left-over note that names another living process", async () => {
    const first = await startEmbedded({ dataDir });
    await first.stop();
    // As after a container's restart: the number in the file is ours now.
    const data = path.join(dataDir, "postgres", "data");
    await writeFile(
      path.join(data, "postmaster.pid"),
      `${process.pid}\n${data}\n1\n1\n\n127.0.0.1\n\nready\n`,
    );
    const second = await startEmbedded({ dataDir });
    expect(second.started).toBe(true);
    await second.stop();
  });

  it("takes another port when its own is taken, and the lock of a dead process away", async () => {
    const first = await startEmbedded({ dataDir });
    await first.stop();
    const blocker = await startUserOnPort(Number(new URL(first.url).port));
    await writeFile(path.join(dataDir, "postgres", "lock"), "999999999 1");
    const second = await startEmbedded({ dataDir });
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
    await second.stop();
    await second.stop();
    await blocker();
  });

  it("keeps its password and its port to itself", async () => {
    const postgres = await startEmbedded({ dataDir });
    expect((await stat(path.join(dataDir, "postgres", "password"))).mode & 0o777).toBe(0o600);
    expect((await stat(path.join(dataDir, "postgres", "data"))).mode & 0o777).toBe(0o700);
    const wrong = postgres.url.replace(/:[0-9a-f]{48}@/, ":wrong@");
    await expect(connectAs(wrong)).rejects.toThrow(/password/);
    const client = await connectAs(postgres.url);
    expect((await client.query("SHOW listen_addresses")).rows).toEqual([{ listen_addresses: "127.0.0.1" }]);
    await client.end();
    await postgres.stop();
  });
});

async function startUserOnPort(port: number): Promise<() => Promise<void>> {
  const { createServer } = await import("node:net");
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(port, "127.0.0.1", resolve);
  });
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
    });
}
