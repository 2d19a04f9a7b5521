/** The command line, as a developer runs it: what it prints, and its exit codes. */
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const ROOT = path.resolve(import.meta.dirname, "../..");
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hilo-cli-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Ran {
  code: number | null;
  out: string;
  err: string;
}

function hilo(args: string[], input = ""): Promise<Ran> {
  const child = spawn(process.execPath, [path.join(ROOT, "server/bin/hilo.mjs"), ...args], { cwd: ROOT });
  const ran: Ran = { code: null, out: "", err: "" };
  child.stdout.on("data", (chunk) => {
    ran.out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    ran.err += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.once("close", (code) => resolve({ ...ran, code })));
}

async function file(name: string, content: unknown): Promise<string> {
  const target = path.join(folder, name);
  await writeFile(target, typeof content === "string" ? content : JSON.stringify(content));
  return target;
}

it("finds nothing wrong with an example, and exits with 0", async () => {
  expect(await hilo(["check", "examples/welcome/flow.json"])).toMatchObject({ code: 0, err: "" });
});

it("names the step and the problem of a flow that can't be published, and exits with 1", async () => {
  const flow = {
    format: "hilo.flow/1",
    name: "Broken",
    nodes: [{ id: "hi", type: "text", data: { text: "" } }],
    edges: [{ id: "e", source: "start", target: "hi" }],
  };
  const ran = await hilo(["check", await file("broken.json", flow)]);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain("text-empty");
});

it("plays every transcript of the examples, and counts them", async () => {
  const ran = await hilo(["test", "examples"]);
  expect(ran.out).toMatch(/\n[1-9]\d+ passed, 0 failed\n$/);
  expect(ran.code).toBe(0);
});

it("shows where a transcript that fails departed, and exits with 1", async () => {
  const transcript = {
    format: "hilo.transcript/1",
    name: "Wrong",
    flow: path.join(ROOT, "examples/quiz/flow.json"),
    start: "2026-03-02T10:00:00Z",
    steps: [{ customer: "quiz" }, { bot: "Good morning" }],
  };
  await mkdir(path.join(folder, "transcripts"));
  await file("transcripts/wrong.json", transcript);
  const ran = await hilo(["test", folder]);
  expect(ran.code).toBe(1);
  expect(ran.out).toContain('expected "Good morning"');
  expect(ran.out).toMatch(/0 passed, 1 failed\n$/);
});

it("chats with a flow that is written to", async () => {
  const ran = await hilo(["play", "examples/quiz/flow.json", "--name", "Ana"], "quiz\n/wait 2s\n2\n/quit\n");
  expect(ran).toMatchObject({ code: 0, err: "" });
  expect(ran.out).toContain("bot: ☕ The coffee quiz");
  expect(ran.out).toContain("[Espresso] [Macchiato] [Latte]");
});

it.each([
  [["dance"], 'There is no command "dance".'],
  [["check"], "Name a flow's file."],
  [["check", "nowhere.json"], "nowhere.json can't be read."],
  [["play", "examples/quiz/flow.json", "--platform", "fax"], 'There is no platform "fax"'],
  [["play", "examples/quiz/flow.json", "--time-zone", "Mars"], 'There is no time zone "Mars"'],
  [["test", "docs"], "There are no transcripts/*.json below docs, and no flow.json with tests."],
])("exits with 2 and says what was wrong with: hilo %s", async (args, sentence) => {
  const ran = await hilo(args);
  expect(ran.err).toContain(sentence);
  expect(ran.code).toBe(2);
});
