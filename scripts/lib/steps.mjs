// What a build consists of. Each step names its inputs and is left out while they are the same.

import { existsSync } from "node:fs";
import { cp, rm } from "node:fs/promises";
import path from "node:path";
import * as esbuild from "esbuild";
import { serverBundle } from "./load-ts.mjs";
import { at, cacheDir } from "./paths.mjs";
import { bin, run } from "./run.mjs";

const TESTS = /\.(test|itest)\.tsx?$|\/cases\.json$|\/fixtures\//;
const SHARED = ["package-lock.json", "tsconfig.base.json"];

async function must(command, args, env) {
  const { code, output } = await run(command, args, { quiet: true, env: { NO_COLOR: "1", ...env } });
  if (code !== 0) throw new Error(`${args.join(" ")}\n${output.trim()}`);
}

/** @typedef {{ name: string, inputs: string[], ignore?: RegExp, stamp: string, output: string, run(): Promise<void> }} Step */

/** @type {Step} */
const prismaClient = {
  name: "database client",
  inputs: ["prisma/schema", "package-lock.json"],
  stamp: at("server/src/db/generated/.build-hash"),
  output: at("server/src/db/generated/client.ts"),
  run: () =>
    must(bin("prisma"), ["generate", "--schema", "prisma/schema", "--no-hints"], {
      // Generating needs no engine, but the command looks for one and would try to download it.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    }),
};

/** @type {Step} */
const flowEngine = {
  name: "flow engine",
  inputs: ["flow-engine/src", "flow-engine/tsconfig.build.json", ...SHARED],
  ignore: TESTS,
  stamp: at("flow-engine/dist/.build-hash"),
  output: at("flow-engine/dist/index.js"),
  async run() {
    await rm(at("flow-engine/dist"), { recursive: true, force: true });
    await must(bin("tsc"), ["-p", "flow-engine/tsconfig.build.json"]);
  },
};

const serverEntries = () =>
  [
    { in: at("server/src/main.ts"), out: "main" },
    { in: at("server/src/cli/main.ts"), out: "cli" },
  ].filter((entry) => existsSync(entry.in));

/** Also used by the watch mode. */
export const serverOptions = () => ({
  ...serverBundle,
  entryPoints: serverEntries(),
  outdir: at("server/dist"),
  splitting: true,
  chunkNames: "chunks/[name]-[hash]",
  logLevel: "warning",
});

/** @type {Step} */
const server = {
  name: "server",
  inputs: ["server/src", "server/package.json", "flow-engine/src", "scripts/lib", ...SHARED],
  ignore: TESTS,
  stamp: at("server/dist/.build-hash"),
  output: at("server/dist/main.js"),
  async run() {
    await rm(at("server/dist/chunks"), { recursive: true, force: true });
    await esbuild.build(serverOptions());
  },
};

/** @type {Step} */
const editor = {
  name: "editor",
  inputs: [
    "editor/src",
    "editor/public",
    "editor/index.html",
    "editor/vite.config.ts",
    "editor/postcss.config.mjs",
    "editor/package.json",
    "flow-engine/src",
    "server/src/contract",
    ...SHARED,
  ],
  ignore: TESTS,
  stamp: at("editor/dist/.build-hash"),
  output: at("editor/dist/index.html"),
  async run() {
    // Built beside and put in place at the end, so that a running server never serves half of it.
    const fresh = path.join(cacheDir, "editor");
    await rm(fresh, { recursive: true, force: true });
    await must(bin("vite"), ["build", "editor", "--outDir", fresh, "--emptyOutDir", "--logLevel", "warn"], {
      NODE_ENV: "production",
    });
    await rm(at("editor/dist"), { recursive: true, force: true });
    await cp(fresh, at("editor/dist"), { recursive: true });
    await rm(fresh, { recursive: true, force: true });
  },
};

/** Steps run row by row; those of one row do not need each other. */
export const plans = {
  all: [[prismaClient], [flowEngine, server, editor]],
  /** What the command line needs. */
  cli: [[prismaClient], [server]],
  /** What type checks and tests need. */
  client: [[prismaClient]],
};
