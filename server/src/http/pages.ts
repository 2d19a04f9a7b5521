/** Pages of a list: what a cursor holds, and how rows become a page with the next one's cursor. */
import { z } from "zod";
import { AppError } from "./app-error.ts";

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What a list is ordered by, as the cursor names its last row. */
const PARTS = {
  time: z.iso.datetime(),
  id: z.uuid(),
  /** At most a bigint's digits. */
  number: z.string().regex(/^\d{1,19}$/),
  /** A template's name and its language. */
  template: z.string().regex(/^\S+ \S+$/),
};
type Part = keyof typeof PARTS;
type Decoded<P extends readonly Part[]> = { [K in keyof P]: string | null };

export function encodeCursor(...parts: string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/**
 * @param parts what this list is ordered by; a cursor of a list ordered by something else is refused
 * @returns as many texts as `parts`; nulls without a cursor
 * @throws AppError `bad-request` for what is no cursor of this list
 */
export function decodeCursor<const P extends readonly Part[]>(
  cursor: string | undefined,
  parts: P,
): Decoded<P>;
export function decodeCursor(cursor: string | undefined, parts: readonly Part[]): (string | null)[] {
  if (cursor === undefined) return parts.map(() => null);
  const read = textsSchema.safeParse(Buffer.from(cursor, "base64url").toString());
  const fits =
    read.success &&
    read.data.length === parts.length &&
    parts.every((part, at) => PARTS[part].safeParse(read.data[at]).success);
  if (!fits) throw new AppError("bad-request", 400, "The cursor is not valid: take nextCursor as it came.");
  return read.data;
}

const textsSchema = z
  .string()
  .transform((text, ctx) => {
    try {
      return JSON.parse(text);
    } catch {
      ctx.addIssue("not JSON");
      return z.NEVER;
    }
  })
  .pipe(z.array(z.string()));

/** @param rows one more than `limit`, when there are more */
export function page<R, T>(
  rows: readonly R[],
  limit: number,
  cursor: (row: R) => string,
  view: (row: R) => T,
): Page<T> {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  return {
    items: kept.map(view),
    nextCursor: rows.length > limit && last !== undefined ? cursor(last) : null,
  };
}
