// A Chromium to test in: the one named, the system's, Playwright's; else one is installed.

import { accessSync, constants, existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { at } from "./paths.mjs";
import { run } from "./run.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const MAC_APPS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  for (const name of NAMES) {
    for (const folder of folders) {
      const file = path.join(folder, name);
      if (isExecutable(file)) return file;
    }
  }
  return MAC_APPS.find(isExecutable);
}

async function fromPlaywright() {
  const { chromium } = await import("playwright-core");
  const file = chromium.executablePath();
  return file && existsSync(file) ? file : undefined;
}

/** @returns {Promise<string | undefined>} */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is not a program that can be run.`);
  }
  return onPath() ?? (await fromPlaywright());
}

/** Debian's and Ubuntu's package, when we may install packages. */
async function installFromSystem() {
  if (process.getuid?.() !== 0) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update", "-q"], { quiet: true, env });
  await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { quiet: true, env });
}

/** @returns {Promise<string>} the program's path; throws one clear sentence when there is none to be had */
export async function needChromium() {
  const found = await findChromium();
  if (found) return found;
  console.log("There is no Chromium here: installing one for the browser tests.");
  const cli = path.join(path.dirname(createRequire(at("package.json")).resolve("playwright-core")), "cli.js");
  await run(process.execPath, [cli, "install", "chromium"], { quiet: true });
  const downloaded = await fromPlaywright();
  if (downloaded) return downloaded;
  await installFromSystem();
  const installed = onPath();
  if (installed) return installed;
  throw new Error(
    "The browser tests need Chromium and none could be installed: install it (apt-get install chromium) or set CHROMIUM_PATH.",
  );
}
