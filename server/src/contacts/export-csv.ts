/** Contacts as a table for spreadsheets, read and written a batch at a time: as many as there are, and never all in memory. */

import type { Pool } from "pg";
import { z } from "zod";
import type { ContactChoice } from "../contract/contact-filter.ts";
import { AppError } from "../http/app-error.ts";
import { type ChosenContacts, chosenContacts } from "./chosen-contacts.ts";
import { LAST_HEARD_AT, TAGS } from "./contact-sql.ts";
import { BOM, csvLines, tagsCell } from "./csv.ts";

/** Rows of one statement, and of one piece of the answer: some hundred kilobytes. */
const BATCH_ROWS = 1_000;
/** More columns than anybody reads; each row has all of them. */
const MAX_FIELDS = 500;

/** Columns that every table has. */
const FIXED = [
  "name",
  "phone",
  "email",
  "language",
  "tags",
  "opted_out",
  "marketing_opted_out",
  "last_wrote",
  "created",
] as const;

/** @returns pieces of the file @throws AppError for a segment that is not there or too many fields */
export async function contactsTable(
  pool: Pool,
  workspaceId: string,
  choice: ContactChoice,
  { bom }: { bom: boolean },
): Promise<AsyncGenerator<string>> {
  const chosen = await chosenContacts(pool, workspaceId, choice);
  const fields = await fieldsOf(pool, chosen);
  return pieces(pool, chosen, fields, bom);
}

async function fieldsOf(pool: Pool, { where, values }: ChosenContacts): Promise<string[]> {
  const { rows } = await pool.query<{ field: string }>(
    `SELECT DISTINCT jsonb_object_keys(CASE WHEN jsonb_typeof(p.fields) = 'object' THEN p.fields ELSE '{}' END) AS field
       FROM contacts p WHERE ${where} ORDER BY 1 LIMIT ${MAX_FIELDS + 1}`,
    values.values,
  );
  if (rows.length <= MAX_FIELDS) return rows.map(({ field }) => field);
  const message = `These contacts have more than ${MAX_FIELDS} different fields: choose fewer of them.`;
  throw new AppError("too-many", 422, message);
}

async function* pieces(
  pool: Pool,
  chosen: ChosenContacts,
  fields: readonly string[],
  bom: boolean,
): AsyncGenerator<string> {
  const fixed = new Set<string>(FIXED);
  const named = fields.map((field) => (fixed.has(field) ? `fields.${field}` : field));
  yield (bom ? BOM : "") + csvLines([[...FIXED, ...named]]);
  for await (const rows of batches(pool, chosen)) yield csvLines(rows.map((row) => cellsOf(row, fields)));
}

interface ExportRow {
  id: string;
  name: string | null;
  phone: string | null;
  email: string | null;
  language: string | null;
  tags: string[];
  fields: unknown;
  optedOutAt: Date | null;
  marketingOptedOutAt: Date | null;
  lastWroteAt: Date | null;
  createdAt: Date;
}

/** By their ids, each batch from where the last one ended: what is added or erased meanwhile shifts nothing. */
async function* batches(pool: Pool, { where, values }: ChosenContacts): AsyncGenerator<ExportRow[]> {
  const after = values.values.length + 1;
  const text = `
    SELECT p.id, p.name, p.phone, p.email, p.language, p.fields, p.opted_out_at AS "optedOutAt",
           p.marketing_opted_out_at AS "marketingOptedOutAt", p.created_at AS "createdAt",
           ${LAST_HEARD_AT} AS "lastWroteAt",
           ${TAGS} AS tags
      FROM contacts p WHERE ${where} AND p.id > $${after}::uuid ORDER BY p.id LIMIT ${BATCH_ROWS}`;
  let last = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const { rows } = await pool.query<ExportRow>(text, [...values.values, last]);
    const end = rows.at(-1);
    if (!end) return;
    yield rows;
    if (rows.length < BATCH_ROWS) return;
    last = end.id;
  }
}

const fieldsSchema = z.record(z.string(), z.unknown());

function cellsOf(row: ExportRow, fields: readonly string[]): string[] {
  const own = fieldsSchema.parse(row.fields);
  return [
    row.name ?? "",
    row.phone ?? "",
    row.email ?? "",
    row.language ?? "",
    tagsCell(row.tags),
    ...[row.optedOutAt, row.marketingOptedOutAt, row.lastWroteAt, row.createdAt].map(
      (at) => at?.toISOString() ?? "",
    ),
    ...fields.map((field) => (Object.hasOwn(own, field) ? fieldCell(own[field]) : "")),
  ];
}

/** A text as it is; anything else as JSON. */
const fieldCell = (value: unknown): string =>
  typeof value === "string" ? value : value === null ? "" : JSON.stringify(value);
