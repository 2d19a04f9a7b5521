// A version to upgrade from, built as its users have it.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { root } from "./paths.mjs";
import { run } from "./run.mjs";

/** @returns the tag of the newest release before this version, or null: there is none, or no history here */
export const newestRelease = () =>
  printed("git", ["describe", "--tags", "--abbrev=0", "--match", "v*", "HEAD^"], root).catch(() => null);

/**
 * Built from the history of this repository in a folder that goes away with `remove`.
 * @param {string} version a tag or a commit @throws what git, npm or the build said
 */
export async function olderVersion(version) {
  const folder = await mkdtemp(path.join(tmpdir(), "hilo-older-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const commit = await printed("git", ["rev-parse", "--verify", `${version}^{commit}`], root);
    await printed("git", ["clone", "--quiet", "--no-checkout", root, folder], root);
    await printed("git", ["checkout", "--quiet", commit], folder);
    await printed("npm", ["ci", "--no-audit", "--no-fund"], folder);
    await printed(process.execPath, ["scripts/build.mjs", "--quiet"], folder);
    return { folder, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** @returns what it printed @throws that, when it failed */
async function printed(command, args, cwd) {
  const { code, output } = await run(command, args, { cwd, quiet: true });
  if (code === 0) return output.trim();
  throw new Error(`${command} ${args.join(" ")} failed in ${cwd}:\n${output.slice(-2_000)}`);
}
