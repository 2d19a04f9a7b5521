// A small secret file made by whichever process comes first, and never seen half written by the others.

import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** Writes `text` to `file` unless it exists; returns what the file holds then. Mode 0600. */
export function makeFileOnce(file: string, text: string): string {
  const own = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
  }
  writeFileSync(own, text, { mode: 0o600, flag: "wx" });
  try {
    // A link appears whole or not at all, and not over one that is there.
    linkSync(own, file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  } finally {
    rmSync(own, { force: true });
  }
  return readFileSync(file, "utf8");
}
