/** The rows of an import that were refused, as a table to be mended and uploaded again: their own cells, and why. */
import type { Pool } from "pg";
import { BOM, csvLines, unguarded } from "../contacts/csv.ts";
import { type ImportReason, importReason } from "../contract/contact-imports.ts";
import { cellsSchema, importById } from "./import-views.ts";

const BATCH_ROWS = 1_000;

const SENTENCES: Record<ImportReason, string> = {
  "no-phone": "There is no phone number.",
  "bad-phone": "This is no phone number that can be called.",
  doubled: "This phone number is in a row above.",
  "too-long": "This is too long.",
  "bad-email": "This is no e-mail address.",
  "bad-language": "This is no code of a language, as es or pt-BR.",
  "unclear-consent": "This is neither yes nor no.",
  "too-many-cells": "The row has more cells than there are columns.",
};

/** @throws AppError for an import that is not there */
export async function refusedTable(
  pool: Pool,
  workspaceId: string,
  id: string,
): Promise<AsyncGenerator<string>> {
  const { columns } = await importById(pool, workspaceId, id);
  return pieces(
    pool,
    [workspaceId, id],
    columns.map(({ header }) => header),
  );
}

interface RefusedRow {
  number: number;
  cells: unknown;
  reason: string | null;
  about: string | null;
}

async function* pieces(
  pool: Pool,
  key: readonly string[],
  headers: readonly string[],
): AsyncGenerator<string> {
  yield BOM + csvLines([[...headers, "row", "reason"]]);
  for (let last = 0; ; ) {
    const { rows } = await pool.query<RefusedRow>(
      `SELECT number, cells, reason, about FROM contact_import_rows
        WHERE workspace_id = $1 AND import_id = $2 AND state = 'refused' AND number > $3 ORDER BY number LIMIT ${BATCH_ROWS}`,
      [...key, last],
    );
    const end = rows.at(-1);
    if (!end) return;
    yield csvLines(rows.map((row) => cellsOf(row, headers.length)));
    last = end.number;
  }
}

function cellsOf({ number, cells, reason, about }: RefusedRow, width: number): string[] {
  const own = cellsSchema.parse(cells).map(unguarded);
  const known = importReason.safeParse(reason);
  const why = known.success ? SENTENCES[known.data] : "";
  return [
    ...Array.from({ length: width }, (_, at) => own[at] ?? ""),
    String(number),
    about === null ? why : `${about}: ${why}`,
  ];
}
