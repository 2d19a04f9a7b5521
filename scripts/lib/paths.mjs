// Where things are, for every script.

import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
/** @param {...string} parts */
export const at = (...parts) => path.join(root, ...parts);
export const cacheDir = at("node_modules", ".cache", "hilo");
