import { mkdtempSync, writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import express from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { editorFiles } from "./editor-files.ts";

const folder = mkdtempSync(path.join(tmpdir(), "hilo-editor-"));
writeFileSync(path.join(folder, "index.html"), "<title>Hilo</title>");
const app = express().use(editorFiles(folder));
const server = app.listen(0);
const ask = async (to: string, accept: string) => {
  const { port } = server.address() as AddressInfo;
  return (await fetch(`http://127.0.0.1:${port}${to}`, { headers: { accept } })).status;
};

beforeAll(
  () => new Promise<void>((done) => void (server.listening ? done() : server.once("listening", done))),
);
afterAll(() => void server.close());

const BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";
test.each([
  ["/", BROWSER, 200],
  ["/", "*/*", 200],
  ["/", "application/json", 404],
  ["/flows/1", BROWSER, 200],
  ["/flows/1", "*/*", 404],
  ["/api/v1/nothing", BROWSER, 404],
  ["/assets/gone.js", BROWSER, 404],
])("%s for who takes %s is answered %d", async (to, accept, status) => {
  expect(await ask(to, accept)).toBe(status);
});
