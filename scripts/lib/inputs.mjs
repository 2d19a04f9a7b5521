// Whether a build step's inputs changed since it last ran: a hash of their contents, kept beside the output.

import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./paths.mjs";

const SKIPPED = new Set(["node_modules", "dist", ".git"]);

async function filesUnder(file) {
  const info = await stat(file).catch(() => undefined);
  if (!info) return [];
  if (!info.isDirectory()) return [file];
  const names = (await readdir(file)).filter((name) => !SKIPPED.has(name)).sort();
  const lists = await Promise.all(names.map((name) => filesUnder(path.join(file, name))));
  return lists.flat();
}

/**
 * @param {string[]} inputs files and folders from the root
 * @param {RegExp} [ignore] paths (from the root) that do not matter
 */
export async function hashInputs(inputs, ignore) {
  const files = (await Promise.all(inputs.map((input) => filesUnder(path.join(root, input))))).flat();
  const hash = createHash("sha256").update(process.versions.node);
  for (const file of files) {
    const name = path.relative(root, file).split(path.sep).join("/");
    if (ignore?.test(name)) continue;
    const content = await readFile(file);
    hash.update(`${name}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/** @param {string} stamp file that holds the hash of the last run */
export async function isFresh(stamp, hash) {
  return (await readFile(stamp, "utf8").catch(() => "")) === hash;
}

export async function markFresh(stamp, hash) {
  await mkdir(path.dirname(stamp), { recursive: true });
  await writeFile(stamp, hash);
}
