/** `hilo test` on flows that keep their tests in themselves. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { testCommand } from "./test.ts";

const folders: string[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

/** A folder with a flow that says `says` and is tested for “Hi!”. */
async function folderWith(says: string): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "hilo-test-"));
  folders.push(folder);
  const transcript = {
    format: "hilo.transcript/1",
    name: "Greets",
    start: "2026-03-02T10:00:00Z",
    steps: [{ customer: "hola" }, { bot: "Hi!" }],
  };
  const flow = {
    format: "hilo.flow/1",
    name: "Flow",
    triggers: [{ type: "keyword", keyword: "hola" }],
    nodes: [{ id: "n1", type: "text", data: { text: says } }],
    edges: [{ id: "e1", source: "start", target: "n1" }],
    tests: [transcript],
  };
  await mkdir(path.join(folder, "greeting"));
  await writeFile(path.join(folder, "greeting", "flow.json"), JSON.stringify(flow));
  return folder;
}

test("plays them, and fails when the flow says something else", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  expect(await testCommand([await folderWith("Hi!")])).toBe(0);
  expect(log).toHaveBeenLastCalledWith("1 passed, 0 failed");
  expect(await testCommand([await folderWith("Bye!")])).toBe(1);
  expect(log).toHaveBeenLastCalledWith("0 passed, 1 failed");
});

test("says in words what is wrong with a transcript", async () => {
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const folder = await folderWith("Hi!");
  await mkdir(path.join(folder, "greeting", "transcripts"));
  await writeFile(path.join(folder, "greeting", "transcripts", "a.json"), '{"format":"hilo.transcript/1"}');
  expect(await testCommand([folder])).toBe(1);
  const said = log.mock.calls.flat().join("\n");
  expect(said).toContain("This is no transcript:");
  expect(said).toContain("→ at steps");
});
