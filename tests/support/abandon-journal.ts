/** A journal as a process leaves it that was killed. */
import { link, rename } from "node:fs/promises";
import path from "node:path";
import type { Journal } from "../../server/src/journal/journal.ts";

/** The file stays as it is, and nobody listens at its socket any more. */
export async function abandon(journal: Journal, folder: string): Promise<void> {
  const file = path.join(folder, String(journal.key));
  await link(file, `${file}.kept`);
  await rename(`${file}.sock`, `${file}.sock.kept`);
  await journal.close();
  await rename(`${file}.kept`, file);
  await rename(`${file}.sock.kept`, `${file}.sock`);
}
