/** How tables of contacts are written and read so that no spreadsheet runs what somebody called themselves. */
import Papa from "papaparse";

/** Spreadsheets run what begins so. Written with an apostrophe before it, and read without. */
const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'(?=[=+\-@\t\r])/;

/** A byte-order mark tells spreadsheets that the file is UTF-8. */
export const BOM = "\uFEFF";

/** @returns lines, each with its end */
export function csvLines(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  return `${Papa.unparse({ fields: [], data: rows.map((row) => [...row]) }, { escapeFormulae: FORMULA, newline: "\r\n", header: false })}\r\n`;
}

/** A cell as it was before it was guarded. */
export const unguarded = (cell: string): string => cell.replace(GUARDED, "");

/** Between tags in one cell. Read by these too, when there are any; else by commas. */
const TAG_MARK = ";";

export const tagsCell = (tags: readonly string[]): string => tags.join(`${TAG_MARK} `);

export function readTags(cell: string): string[] {
  const parts = cell.split(cell.includes(TAG_MARK) ? TAG_MARK : ",");
  return [...new Set(parts.map((tag) => tag.trim()).filter((tag) => tag !== ""))];
}
