/** An uploaded table: its bytes as text, its text as rows, a batch at a time. */
import Papa from "papaparse";
import { MAX_IMPORT_COLUMNS, MAX_IMPORT_MB, MAX_IMPORT_ROWS } from "../contract/contact-imports.ts";
import { AppError } from "../http/app-error.ts";

const MAX_BYTES = MAX_IMPORT_MB * 1024 * 1024;
/** Characters given to the parser at once: some milliseconds of its work, between which others get theirs. */
const PIECE_CHARS = 64 * 1024;
const BATCH_ROWS = 1_000;
/** PostgreSQL takes no NUL; a table that has one was no text. */
const NUL = "\u0000";

/** @throws AppError for more than is taken, or nothing */
export async function readBody(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of source) {
    size += chunk.length;
    if (size > MAX_BYTES)
      throw new AppError(
        "too-large",
        413,
        `The file is larger than ${MAX_IMPORT_MB} MB. Divide it into several.`,
      );
    chunks.push(chunk);
  }
  if (size === 0) throw new AppError("empty", 400, "The file is empty.");
  return Buffer.concat(chunks);
}

/** What Windows has where Latin 1 has control characters. Written down here, since Node's own decoder takes the one for the other. */
const WINDOWS_1252 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const C1 = /[\u0080-\u009f]/g;

/** UTF-8, UTF-16 with its mark, or what spreadsheets on Windows write when nobody tells them otherwise. */
export function decodeText(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return bytes
      .toString("latin1")
      .replace(C1, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? control);
  }
}

/** Rows without their empty ones, those of a piece of the text at a time. Commas, semicolons and tabs are told apart by the parser. */
function piecesOf(text: string): ReadableStream<string[][]> {
  let parser: Papa.Parser | undefined;
  return new ReadableStream<string[][]>({
    start(controller) {
      Papa.parse(text, {
        chunkSize: PIECE_CHARS,
        skipEmptyLines: "greedy",
        // The next piece is read when this one was taken.
        chunk({ data }: Papa.ParseResult<string[]>, reading: Papa.Parser) {
          reading.pause();
          parser = reading;
          controller.enqueue(data);
        },
        complete: () => controller.close(),
      });
    },
    pull: () => parser?.resume(),
    cancel: () => parser?.abort(),
  });
}

async function* rowsOf(text: string): AsyncGenerator<string[]> {
  for await (const rows of piecesOf(text))
    for (const row of rows) yield row.map((cell) => cell.replaceAll(NUL, "\uFFFD"));
}

export interface Table {
  headers: string[];
  /** Below the headers. */
  batches: AsyncGenerator<string[][]>;
}

/** @throws AppError, also from `batches`, for what is no table or a too large one */
export async function readTable(text: string): Promise<Table> {
  const rows = rowsOf(text);
  const first = await rows.next();
  const headers = first.done ? [] : first.value.map((header) => header.trim());
  while (headers.at(-1) === "") headers.pop();
  if (headers.length === 0) throw new AppError("empty", 400, "The file is empty.");
  if (headers.length > MAX_IMPORT_COLUMNS)
    throw new AppError(
      "too-large",
      422,
      `The table has more than ${MAX_IMPORT_COLUMNS} columns. Take some out.`,
    );
  return { headers, batches: batchesOf(rows, headers.length) };
}

async function* batchesOf(rows: AsyncGenerator<string[]>, width: number): AsyncGenerator<string[][]> {
  let batch: string[][] = [];
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > MAX_IMPORT_ROWS)
      throw new AppError(
        "too-large",
        422,
        `The table has more than ${MAX_IMPORT_ROWS} rows. Divide it into several files.`,
      );
    // One cell more than there are columns is enough to see that there are too many.
    batch.push(row.slice(0, width + 1));
    if (batch.length === BATCH_ROWS) {
      yield batch;
      batch = [];
    }
  }
  if (count === 0) throw new AppError("empty", 400, "The table has headers and no rows.");
  if (batch.length > 0) yield batch;
}
