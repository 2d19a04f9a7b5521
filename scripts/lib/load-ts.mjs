// Scripts are plain JavaScript; what they need of the TypeScript sources is bundled on the fly.

import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import * as esbuild from "esbuild";
import { at } from "./paths.mjs";

/** @param {string} entry path from the root */
export async function loadTs(entry) {
  // In server/dist, so that bare imports resolve as they do for the server itself.
  const outfile = at("server", "dist", "scripts", `${path.basename(entry, ".ts")}-${process.pid}.mjs`);
  await mkdir(path.dirname(outfile), { recursive: true });
  await esbuild.build({
    ...serverBundle,
    entryPoints: [at(entry)],
    outfile,
    sourcemap: "inline",
    logLevel: "error",
  });
  // Its process would go on ticking beside what is measured.
  await esbuild.stop();
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(outfile);
  }
}

/** How server code is bundled: installed packages stay outside, our own workspaces go in. */
export const serverBundle = {
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  sourcemap: true,
  conditions: ["hilo-source"],
  loader: { ".sql": "text" },
  plugins: [
    {
      name: "packages-external",
      setup(build) {
        build.onResolve({ filter: /^[^./]/ }, (args) => {
          if (args.kind === "entry-point" || args.path.startsWith("@hilo/")) return null;
          return { path: args.path, external: true };
        });
      },
    },
  ],
};
