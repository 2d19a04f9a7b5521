/** Translations as a table for spreadsheets: a row for each text, a column for each language. */

import { type Flow, type GivenTranslation, translationOf, translationRows } from "@hilo/flow-engine";
import Papa from "papaparse";
import { t } from "../i18n/t.ts";
import { BOM, csvLines, unguarded } from "../shell/csv.ts";

const [NODE, KEY, WHERE] = ["node", "key", "where"] as const;
export function writeCsv(flow: Flow): string {
  const languages = Object.keys(flow.translations);
  const rows = translationRows(flow).map((row) => [
    row.nodeId,
    row.key,
    row.where,
    row.source,
    ...languages.map((language) => translationOf(flow, language, row)),
  ]);
  const fields = [NODE, KEY, WHERE, flow.language, ...languages];
  return BOM + csvLines({ fields, data: rows });
}

export class UnreadableTranslationsError extends Error {}

/** @throws UnreadableTranslationsError when it is not such a table */
export function readCsv(text: string, flow: Pick<Flow, "language">): GivenTranslation[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: "greedy" });
  const fields = meta.fields ?? [];
  if (!fields.includes(NODE) || !fields.includes(KEY))
    throw new UnreadableTranslationsError(
      t(
        "The table has no columns “{node}” and “{key}”. Export it here, fill it in, and leave its first line as it is.",
        { node: NODE, key: KEY },
      ),
    );
  const languages = fields.filter((field) => ![NODE, KEY, WHERE, flow.language, ""].includes(field));
  const cell = (row: Record<string, string>, field: string) => unguarded(row[field] ?? "");
  return data.flatMap((row) =>
    languages.map((language) => ({
      language,
      nodeId: cell(row, NODE),
      key: cell(row, KEY),
      text: cell(row, language),
      ...(fields.includes(flow.language) ? { source: cell(row, flow.language) } : {}),
    })),
  );
}
