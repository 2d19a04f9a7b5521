// One build at a time: `npm start` and `npx hilo` may come together on a fresh checkout.

import { mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { cacheDir } from "./paths.mjs";

const file = path.join(cacheDir, "build.lock");

const LONGEST_BUILD_MS = 600_000;

function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** @param {() => Promise<void>} work */
export async function withBuildLock(work) {
  await mkdir(cacheDir, { recursive: true });
  for (;;) {
    const taken = await writeFile(file, String(process.pid), { flag: "wx" }).then(
      () => true,
      () => false,
    );
    if (taken) break;
    const pid = Number(await readFile(file, "utf8").catch(() => ""));
    // Pid 0: the file is gone again, or its owner has not written yet. Numbers repeat, so age counts too.
    const age =
      Date.now() -
      (await stat(file).then(
        (info) => info.mtimeMs,
        () => Date.now(),
      ));
    const dead = pid > 0 && (pid === process.pid || !lives(pid));
    if (dead || age > LONGEST_BUILD_MS) await rm(file, { force: true });
    await sleep(100);
  }
  try {
    await work();
  } finally {
    await rm(file, { force: true });
  }
}
