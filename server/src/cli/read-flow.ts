/** Reads a JSON file named on the command line. */
import { readFile } from "node:fs/promises";
import { UsageError } from "./usage.ts";

/** @throws UsageError when the file can't be read; Error when it is not JSON */
export async function readJson(file: string | undefined): Promise<unknown> {
  if (file === undefined) throw new UsageError("Name a file.");
  const text = await readFile(file, "utf8").catch(() => {
    throw new UsageError(`${file} can't be read.`);
  });
  try {
    // Some editors begin their files with a mark of the byte order.
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new Error(`${file} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}
