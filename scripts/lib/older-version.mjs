// A version to upgrade from, built as its users have it.

import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

const git = async (...args) => (await promisify(execFile)("git", args, { cwd: root })).stdout.trim();

/** @returns the newest release's tag, or null: there is none, or no history here */
export const newestRelease = () => git("describe", "--tags", "--abbrev=0", "--match", "v*").catch(() => null);

/**
 * Built from the history of this repository in a folder that goes away with `remove`.
 * @param {string} version a tag or a commit @throws what git, npm or the build said
 */
export async function olderVersion(version) {
  const folder = await mkdtemp(path.join(tmpdir(), "hilo-older-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    await git("clone", "--quiet", "--no-checkout", root, folder);
    await git("-C", folder, "checkout", "--quiet", await git("rev-parse", "--verify", `${version}^{commit}`));
    await step("npm", ["ci", "--no-audit", "--no-fund"], folder);
    await step(process.execPath, ["scripts/build.mjs", "--quiet"], folder);
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

async function step(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd, quiet: true });
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} failed in ${cwd}:\n${output.slice(-2_000)}`);
}
