/** A journal of sends as a process leaves it that was killed. */
import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import type { SendJournal } from "../../server/src/outbox/send-journal.ts";

/** The file stays as it is, and nobody listens at its socket any more. */
export async function abandon(journal: SendJournal, folder: string): Promise<void> {
  const file = path.join(folder, String(journal.key));
  const bytes = await readFile(file);
  await rename(`${file}.sock`, `${file}.aside`);
  await journal.close();
  await writeFile(file, bytes);
  await rename(`${file}.aside`, `${file}.sock`);
}
