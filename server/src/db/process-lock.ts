// Which processes use a directory, and one at a time where it matters. A dead process counts for nothing.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { link, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a waiting process lets another one start or stop the database before it gives up. */
const LOCK_PATIENCE_MS = 120_000;
const LOCK_POLL_MS = 40;

/**
 * What tells a process from a later one with the same number (in containers numbers repeat at each start).
 * Undefined when there is no such process.
 */
export function processMark(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    if (error instanceof Error && "code" in error && error.code !== "EPERM") return undefined;
  }
  try {
    const line = readFileSync(`/proc/${pid}/stat`, "utf8");
    // Fields after the name, which may itself hold blanks: state is the 1st of them, the start time the 20th.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? undefined : `${pid} ${fields[19]}`;
  } catch {
    return markWithoutProc(pid);
  }
}

function markWithoutProc(pid: number): string {
  if (process.platform === "linux" || process.platform === "win32") return `${pid} ?`;
  try {
    return `${pid} ${execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim()}`;
  } catch {
    return `${pid} ?`;
  }
}

function ownMark(): string {
  return processMark(process.pid) ?? `${process.pid} ?`;
}

async function holderLives(file: string): Promise<boolean> {
  const mark = await readFile(file, "utf8").catch(() => "");
  const pid = Number(mark.split(" ")[0]);
  return mark !== "" && Number.isInteger(pid) && processMark(pid) === mark;
}

/** Takes a dead holder's lock away. Moved first and looked at again, so that a newcomer's lock is not removed. */
async function breakIfDead(file: string): Promise<void> {
  if (await holderLives(file)) return;
  const aside = `${file}.dead.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if (await holderLives(aside)) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * Runs `work` while no other process is in a `withProcessLock` of the same file.
 * The lock is a hard link to a file that already holds its owner's mark: it is never seen half written.
 */
export async function withProcessLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  await writeFile(own, ownMark());
  const giveUpAt = Date.now() + LOCK_PATIENCE_MS;
  try {
    for (;;) {
      const taken = await link(own, file).then(
        () => true,
        () => false,
      );
      if (taken) break;
      await breakIfDead(file);
      if (Date.now() > giveUpAt) throw new Error(`Another process has held ${file} for two minutes.`);
      await sleep(LOCK_POLL_MS);
    }
    try {
      return await work();
    } finally {
      await rm(file, { force: true });
    }
  } finally {
    await rm(own, { force: true });
  }
}

let registrations = 0;

/** Notes this process in `dir` as a user of what the directory is about; `leave` forgets it again. */
export async function registerProcess(dir: string): Promise<{ leave(): Promise<{ othersLeft: boolean }> }> {
  await mkdir(dir, { recursive: true });
  registrations += 1;
  const own = path.join(dir, `${process.pid}-${registrations}`);
  await writeFile(own, ownMark());
  return {
    async leave() {
      await rm(own, { force: true });
      return { othersLeft: await anyLiving(dir) };
    },
  };
}

async function anyLiving(dir: string): Promise<boolean> {
  let living = false;
  for (const name of await readdir(dir).catch(() => [])) {
    const file = path.join(dir, name);
    if (await holderLives(file)) living = true;
    else await rm(file, { force: true });
  }
  return living;
}
