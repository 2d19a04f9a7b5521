/** An uploaded table becomes rows of an import, in one transaction: all of it is there, or nothing. */
import type { PoolClient } from "pg";
import type { Actor } from "../auth/actor.ts";
import type { ContactImport } from "../contract/contact-imports.ts";
import { newId } from "../db/ids.ts";
import { ints, jsons, uuids } from "../db/lists.ts";
import { transaction } from "../db/transaction.ts";
import type { Runtime } from "../runtime.ts";
import { guessColumns } from "./guess-columns.ts";
import { importById } from "./import-views.ts";
import { decodeText, readBody, readTable } from "./read-table.ts";

/** Cells of each column that are shown to choose by. */
const SAMPLES = 3;
const SAMPLE_CHARS = 80;

/** @param name of the file, clean */
export async function storeUpload(
  { pool }: Pick<Runtime, "pool">,
  { workspaceId, userId }: Pick<Actor, "workspaceId" | "userId">,
  source: AsyncIterable<Uint8Array>,
  name: string,
): Promise<ContactImport> {
  const text = decodeText(await readBody(source));
  const id = newId();
  await transaction(pool, async (client) => {
    const { headers, batches } = await readTable(text);
    await client.query(
      `INSERT INTO contact_imports (workspace_id, id, name, columns, row_count, created_by) VALUES ($1, $2, $3, '[]', 0, $4)`,
      [workspaceId, id, name, userId],
    );
    const samples: string[][] = [];
    let count = 0;
    for await (const rows of batches) {
      await storeRows(client, workspaceId, id, rows, count);
      if (count === 0) samples.push(...rows);
      count += rows.length;
    }
    await client.query(
      "UPDATE contact_imports SET columns = $3::json, row_count = $4 WHERE workspace_id = $1 AND id = $2",
      [workspaceId, id, JSON.stringify(describeColumns(headers, samples)), count],
    );
  });
  return importById(pool, workspaceId, id);
}

async function storeRows(
  client: PoolClient,
  workspaceId: string,
  importId: string,
  rows: readonly string[][],
  before: number,
): Promise<void> {
  await client.query(
    `INSERT INTO contact_import_rows (workspace_id, import_id, number, cells, contact_id)
     SELECT $1, $2, unnest($3::int[]), unnest($4::json[]), unnest($5::uuid[])`,
    [
      workspaceId,
      importId,
      ints(rows, (_, n) => before + n + 1),
      jsons(rows, (cells) => JSON.stringify(cells)),
      uuids(rows, () => newId()),
    ],
  );
}

function describeColumns(headers: readonly string[], rows: readonly string[][]) {
  const guesses = guessColumns(headers);
  return headers.map((header, at) => ({
    header: header.slice(0, SAMPLE_CHARS),
    samples: rows
      .map((row) => (row[at] ?? "").trim().slice(0, SAMPLE_CHARS))
      .filter((cell) => cell !== "")
      .slice(0, SAMPLES),
    guess: guesses[at] ?? { to: "nothing" as const },
  }));
}
