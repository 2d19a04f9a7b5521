/** Imports as their page reads them: how far they are, and their rows with what becomes of each. */
import type { Pool } from "pg";
import { z } from "zod";
import {
  type ContactImport,
  type ContactImportRow,
  contactImport,
  contactImportRow,
} from "../contract/contact-imports.ts";
import { AppError, notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, type Page, page } from "../http/pages.ts";
import { knownRows, OUTCOME } from "./import-sql.ts";

interface ImportRow {
  id: string;
  name: string;
  state: string;
  columns: unknown;
  mapping: unknown;
  rowCount: number;
  made: number;
  changed: number;
  same: number;
  refused: number;
  handled: number;
  createdAt: Date;
  endedAt: Date | null;
}

export async function importById(pool: Pool, workspaceId: string, id: string): Promise<ContactImport> {
  const { rows } = await pool.query<ImportRow>(
    `SELECT id, name, state, columns, mapping, row_count AS "rowCount", made, changed, same, refused, handled,
            created_at AS "createdAt", ended_at AS "endedAt"
       FROM contact_imports WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id],
  );
  const [row] = rows;
  if (!row) throw notFound("import");
  const { made, changed, same, refused, ...rest } = row;
  return contactImport.parse({
    ...rest,
    counts: { made, changed, same, refused },
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  });
}

interface RowsAsked {
  id: string;
  outcome?: ContactImportRow["outcome"] | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** @throws AppError before the import was checked: nothing is known of its rows */
export async function importRows(
  pool: Pool,
  workspaceId: string,
  { id, outcome, limit, cursor }: RowsAsked,
): Promise<Page<ContactImportRow>> {
  const [after] = decodeCursor(cursor, ["number"]);
  const { state } = await importById(pool, workspaceId, id);
  if (state === "uploaded") throw new AppError("not-checked", 409, "Say first what the columns are.");
  // Those that are refused are known without a look at any contact.
  const states = outcome === undefined ? ["ready", "refused"] : [outcome === "refused" ? "refused" : "ready"];
  const rows = await pool.query<Omit<ContactImportRow, "cells"> & { cells: unknown }>(
    `SELECT number, cells, reason, about, ${OUTCOME} AS outcome
       FROM (${knownRows(`SELECT * FROM contact_import_rows WHERE workspace_id = $1 AND import_id = $2 AND number > $3
                           AND state = ANY ($4::text[]) ORDER BY number`)}) AS known
      WHERE $5::text IS NULL OR ${OUTCOME} = $5 ORDER BY number LIMIT $6`,
    [workspaceId, id, after ?? 0, states, outcome ?? null, limit + 1],
  );
  return page(
    rows.rows,
    limit,
    (row) => encodeCursor(String(row.number)),
    (row) => contactImportRow.parse(row),
  );
}

export const cellsSchema = z.array(z.string());
