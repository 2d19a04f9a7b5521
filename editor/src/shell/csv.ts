/** Tables for spreadsheets, in which nothing is run that somebody wrote. */
import Papa from "papaparse";

/** A byte-order mark tells spreadsheets that the file is UTF-8. */
export const BOM = "\uFEFF";
/** Spreadsheets run what begins so. Written with an apostrophe before it, and read without. */
const FORMULA = /^[=+\-@\t\r]/;
const GUARDED = /^'(?=[=+\-@\t\r])/;

/** Lines, the headers first; without an end after the last one. */
export const csvLines = (table: Papa.UnparseObject<unknown> | object[]): string =>
  Papa.unparse(table, { escapeFormulae: FORMULA, newline: "\r\n" });

/** A cell as it was before it was guarded. */
export const unguarded = (cell: string): string => cell.replace(GUARDED, "");
