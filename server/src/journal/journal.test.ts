/** What is left behind by processes that die, and what must not be read out of it. */
import { closeSync } from "node:fs";
import { mkdtemp, readdir, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { abandon } from "../../../tests/support/abandon-journal.ts";
import { abandonedJournals } from "./abandoned.ts";
import { type Journal, NO_JOURNAL, openJournal } from "./journal.ts";
import { bootId } from "./journal-file.ts";

const A = "01900000-0000-7000-8000-00000000000a";
const B = "01900000-0000-7000-8000-00000000000b";
const C = "01900000-0000-7000-8000-00000000000c";

let folder: string;
const open: Journal[] = [];
const log = { warn: vi.fn() };

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "hilo-sends-"));
});
afterEach(async () => {
  for (const journal of open.splice(0)) await journal.close();
  await rm(folder, { recursive: true });
});

async function living(): Promise<Journal> {
  const journal = await openJournal(folder, log);
  open.push(journal);
  return journal;
}

/** @returns its key */
async function dead(...begun: [id: string, attempt: number][]): Promise<string> {
  const journal = await openJournal(folder, log);
  const key = String(journal.key);
  for (const [id, attempt] of begun) journal.begin(id, attempt);
  await abandon(journal, folder);
  return key;
}

const fileOf = (key: string) => path.join(folder, key);
const keys = async () => (await abandonedJournals(folder)).map(({ key }) => key);

describe.runIf(await bootId())("a journal", () => {
  it("is not abandoned while its process lives, whatever stands in it", async () => {
    const journal = await living();
    journal.begin(A, 1);
    expect(await abandonedJournals(folder)).toEqual([]);
  });

  it("says of a dead process what it had begun, and which attempt", async () => {
    const key = await dead([A, 1], [B, 3]);
    expect(await abandonedJournals(folder)).toEqual([
      {
        key,
        begun: [
          { id: A, attempt: 1 },
          { id: B, attempt: 3 },
        ],
        deadForMs: expect.any(Number),
        remove: expect.any(Function),
      },
    ]);
  });

  it("uses a slot again when its send is settled, and no other", async () => {
    const journal = await openJournal(folder, log);
    journal.begin(A, 1);
    journal.begin(B, 1);
    journal.end(A, 1);
    journal.end(B, 2);
    journal.end(C, 1);
    journal.begin(C, 1);
    journal.begin(B, 2);
    await abandon(journal, folder);
    const [{ begun } = { begun: [] }] = await abandonedJournals(folder);
    expect(begun).toEqual([
      { id: C, attempt: 1 },
      { id: B, attempt: 2 },
    ]);
  });

  it("goes with a process that stops", async () => {
    const journal = await openJournal(folder, log);
    journal.begin(A, 1);
    await journal.close();
    expect(await readdir(folder)).toEqual([]);
  });

  it("is swept when it is what is left of one", async () => {
    for (const name of ["17.sock", "17.dead", "17.new"]) await writeFile(path.join(folder, name), "");
    await abandonedJournals(folder);
    expect(await readdir(folder)).toHaveLength(3);
    for (const name of await readdir(folder)) await utimes(path.join(folder, name), new Date(0), new Date(0));
    await abandonedJournals(folder);
    expect(await readdir(folder)).toEqual([]);
  });

  it("goes when it is taken up", async () => {
    await dead([A, 1]);
    for (const { remove } of await abandonedJournals(folder)) await remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it("says nothing after another start of the machine, and is swept a month later", async () => {
    const key = await dead([A, 1]);
    const bytes = await readFile(fileOf(key));
    bytes.write("0", "hilo-journal/1 ".length);
    bytes.write("1", "hilo-journal/1 ".length + 1);
    await writeFile(fileOf(key), bytes);
    expect(await keys()).toEqual([]);
    expect(await readdir(folder)).toHaveLength(2);
    await utimes(fileOf(key), new Date(0), new Date(0));
    expect(await keys()).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });

  it("says nothing as a copy, whose process nobody can ask", async () => {
    const key = await dead([A, 1]);
    const copy = await readFile(fileOf(key));
    await writeFile(`${fileOf(key)}.copy`, copy);
    await rename(`${fileOf(key)}.copy`, fileOf(key));
    expect(await keys()).toEqual([]);
  });

  it("says nothing when nobody can tell whether its process lives", async () => {
    const key = await dead([A, 1]);
    await rm(`${fileOf(key)}.sock`);
    expect(await keys()).toEqual([]);
  });

  it.each([
    [
      "can't be written",
      () => {
        throw new Error("ENOSPC: no space left on device");
      },
    ],
    ["is written in part", () => 12],
  ])("is given up when it %s, and then says nothing of what was claimed with it", async (_, write) => {
    const journal = await openJournal(folder, log, write);
    const key = String(journal.key);
    expect(journal.key).not.toBeNull();
    journal.begin(A, 1);
    expect(journal.key).toBeNull();
    expect(await readFile(fileOf(key), "utf8")).toBe("");
    journal.begin(B, 1);
    await journal.close();
    await journal.close();
  });

  it("refuses what it can't note when it can't be emptied either", async () => {
    const journal = await openJournal(folder, log, (file) => {
      closeSync(file);
      throw new Error("EROFS: read-only file system");
    });
    expect(() => journal.begin(A, 1)).toThrow("can't be emptied");
    expect(() => journal.begin(B, 1)).toThrow("stuck");
    expect(journal.key).toBeNull();
    await journal.close();
  });

  it("is not kept where its socket's path would be cut", async () => {
    const deep = path.join(folder, "d".repeat(90));
    expect(await openJournal(deep, log)).toBe(NO_JOURNAL);
    expect(log.warn).toHaveBeenCalled();
  });
});
