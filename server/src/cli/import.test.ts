import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { importCommand } from "./import.ts";
import { UsageError } from "./usage.ts";

const fixture = (name: string): string =>
  fileURLToPath(new URL(`../../../flow-engine/src/import/${name}`, import.meta.url));

let said: string[] = [];
beforeEach(() => {
  said = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterEach(() => vi.restoreAllMocks());

it("writes the flow, says what was changed and dropped, and is fine", async () => {
  const dir = await mkdtemp(path.join(tmpdir(), "hilo-import-"));
  const out = path.join(dir, "flow.json");
  expect(await importCommand(["typebot", fixture("typebot/fixtures/lead.json"), "--out", out])).toBe(0);
  expect(said.join("\n")).toMatch(/dropped +block “Set variable”: It has JavaScript in it/);
  expect(JSON.parse(await readFile(out, "utf8"))).toMatchObject({ name: "Lead generation" });
  await rm(dir, { recursive: true });
});

it("writes each of several flows to a file of its own, and says all as JSON", async () => {
  const dir = await mkdtemp(path.join(tmpdir(), "hilo-import-"));
  const out = path.join(dir, "flow.json");
  await importCommand(["rapidpro", fixture("rapidpro/fixtures/clinic.json"), "--out", out, "--json"]);
  const result = JSON.parse(said.join("\n"));
  expect(result.written).toEqual([out, path.join(dir, "flow-2.json")]);
  expect(JSON.parse(await readFile(result.written[1], "utf8")).name).toBe("Goodbye");
  expect(result.report).toContainEqual(
    expect.objectContaining({ kind: "flow", id: "f3", outcome: "dropped" }),
  );
  await rm(dir, { recursive: true });
});

it("makes the folders on the way, and writes over files only when it is told to", async () => {
  const dir = await mkdtemp(path.join(tmpdir(), "hilo-import-"));
  const clinic = ["rapidpro", fixture("rapidpro/fixtures/clinic.json"), "--out"];
  const out = path.join(dir, "not/yet/");
  await importCommand([...clinic, out]);
  const first = path.join(out, "flow.json");
  const second = path.join(out, "flow-2.json");
  expect(JSON.parse(await readFile(second, "utf8")).name).toBe("Goodbye");
  await rm(first);
  await writeFile(second, "mine");
  await expect(importCommand([...clinic, first])).rejects.toThrow(
    `${second} is there already: give another --out`,
  );
  expect([await readFile(second, "utf8"), await readdir(out)]).toEqual(["mine", ["flow-2.json"]]);
  await importCommand([...clinic, path.dirname(first), "--force"]);
  expect(JSON.parse(await readFile(second, "utf8")).name).toBe("Goodbye");
  await expect(importCommand([...clinic, path.join(first, "below.json")])).rejects.toThrow(
    /can't be written \(/,
  );
  await rm(dir, { recursive: true });
});

it("tells a file that can't be imported (exit 1) from a wrong call (exit 2)", async () => {
  const refused = importCommand(["rapidpro", fixture("typebot/fixtures/lead.json")]);
  await expect(refused).rejects.toThrow(/no RapidPro export/);
  await expect(refused).rejects.not.toThrow(UsageError);
  await expect(importCommand(["voiceflow", "x.json"])).rejects.toThrow(UsageError);
  await expect(importCommand(["typebot"])).rejects.toThrow(UsageError);
  await expect(importCommand(["typebot", "no-such-file.json"])).rejects.toThrow(UsageError);
});
