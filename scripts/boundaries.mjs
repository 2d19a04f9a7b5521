// Imports point one way (flow-engine ← editor; flow-engine ← server; the editor sees only the
// server's contract), the engine stays pure, and files stay small. Prints each breach with its file and line.

import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "./lib/paths.mjs";

const ENGINE_PACKAGES = ["zod", "liquidjs", "temporal-polyfill", "re2js", "libphonenumber-js"];
const isPackage = (name, specifier) => specifier === name || specifier.startsWith(`${name}/`);
const oneOf = (names) => (specifier) => names.some((name) => isPackage(name, specifier));

/** Which imports a folder may have besides its own files. The first area whose folder fits decides. */
const AREAS = [
  { folder: "flow-engine/src", allows: oneOf(ENGINE_PACKAGES), says: `only ${ENGINE_PACKAGES.join(", ")}` },
  {
    folder: "server/src/contract",
    allows: oneOf(["zod", "@orpc/contract", "@hilo/flow-engine"]),
    says: "only zod, @orpc/contract and @hilo/flow-engine",
  },
  {
    folder: "server/src",
    allows: (specifier) => !isPackage("@hilo/editor", specifier),
    says: "nothing of the editor",
  },
  {
    folder: "editor/src",
    allows: (specifier) =>
      !specifier.startsWith("node:") &&
      (!isPackage("@hilo/server", specifier) || specifier === "@hilo/server/contract"),
    says: "no node: modules, and of the server only @hilo/server/contract",
  },
];

/** A step must give the same bytes everywhere and always: time, chance and the world come in as data. */
const IMPURE =
  /\b(?:Date\.now\(|new Date\(\)|Math\.random\(|performance\.|setTimeout\(|setInterval\(|fetch\(|process\.|globalThis\.|localeCompare\(|toLocale\w+\(|Intl\.)/;
const PURE_FOLDER = "flow-engine/src";
/** The convenience door is asynchronous by contract; tests may do as they like. */
const PURE_EXCEPT = /^flow-engine\/src\/(execute(\.ts$|\/)|testing\/)|\.(test|fixture)\.ts$/;

const LONGEST_FILE = 300;
const SOURCES = ["flow-engine/src", "server/src", "editor/src", "scripts", "tests"];
const IS_SOURCE = /\.(ts|tsx|mjs|mts)$/;
const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s(?:[^"'`;]*?\sfrom\s)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

async function sourcesUnder(folder) {
  const entries = await readdir(path.join(root, folder), { withFileTypes: true }).catch(() => []);
  const lists = entries.map((entry) => {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory())
      return ["node_modules", "dist", "generated"].includes(entry.name) ? [] : sourcesUnder(name);
    return IS_SOURCE.test(entry.name) ? [name] : [];
  });
  return (await Promise.all(lists)).flat();
}

/** Where a relative import ends, from the root; undefined for packages. */
function target(file, specifier) {
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : undefined;
}

function breachOf(file, specifier) {
  const area = AREAS.find(({ folder }) => file.startsWith(`${folder}/`));
  if (!area) return undefined;
  const inside = target(file, specifier);
  const isTest = /\.(test|itest|fixture)\.tsx?$|\/testing\//.test(file);
  if (inside !== undefined) {
    if (inside.startsWith(`${area.folder}/`)) return undefined;
    return isTest && inside.startsWith("tests/support/") ? undefined : `may not reach outside ${area.folder}`;
  }
  if (isTest || area.allows(specifier)) return undefined;
  return `may import ${area.says}`;
}

function* breaches(file, text) {
  for (const match of text.matchAll(IMPORT)) {
    const specifier = match[1] ?? match[2];
    const breach = breachOf(file, specifier);
    const line = text.slice(0, match.index + match[0].indexOf(specifier)).split("\n").length;
    if (breach) yield `${file}:${line} imports "${specifier}": it ${breach}.`;
  }
  const lines = text.split("\n");
  if (file.startsWith(`${PURE_FOLDER}/`) && !PURE_EXCEPT.test(file)) {
    for (const [index, line] of lines.entries()) {
      const impure = IMPURE.exec(line.replace(/\/\/.*|^\s*\*.*|^\s*\/\*\*.*/, ""));
      if (impure)
        yield `${file}:${index + 1} uses ${impure[0]}: the engine takes time, chance and language as data.`;
    }
  }
  if (lines.length > LONGEST_FILE && !/reason for (its|the) length/i.test(lines.slice(0, 8).join("\n"))) {
    yield `${file} has ${lines.length} lines: split it, or state the "reason for its length" at its top.`;
  }
}

const found = [];
for (const folder of SOURCES) {
  for (const file of await sourcesUnder(folder)) {
    found.push(...breaches(file, await readFile(path.join(root, file), "utf8")));
  }
}
for (const breach of found) console.error(breach);
process.exitCode = found.length > 0 ? 1 : 0;
