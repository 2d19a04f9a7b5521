/** Tables of people that come in as CSV. The file itself goes by `POST /api/v1/contact-imports?name=…` (the file as the body). */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { foreignName, id, pageQuery, timestamp } from "./common.ts";

/** As many as are read, checked and written in some seconds; more is several files. */
export const MAX_IMPORT_ROWS = 50_000;
export const MAX_IMPORT_MB = 10;
/** Wider than tables of people are. */
export const MAX_IMPORT_COLUMNS = 100;

const fieldName = foreignName.trim().min(1).max(64);
const tag = foreignName.trim().min(1).max(60);
const topic = foreignName.trim().min(1).max(64);

/** What a column is. Of each but fields there is one at most, and the phone number is what people are known by. */
const columnTarget = z.discriminatedUnion("to", [
  z.strictObject({ to: z.literal("nothing") }),
  z.strictObject({ to: z.enum(["name", "phone", "email", "language", "tags"]) }),
  z.strictObject({ to: z.literal("field"), field: fieldName }),
]);
export type ColumnTarget = z.infer<typeof columnTarget>;

/**
 * What these people agreed to, which nobody but the one who imports them can say. `column`: `yes` in it agrees to the topic, `no`
 * opts the person out of everything. Who opted out before stays so.
 */
const importConsent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("nothing-said") }),
  z.strictObject({ type: z.literal("all-agreed"), topic }),
  z.strictObject({ type: z.literal("column"), column: z.number().int().min(0), topic }),
]);

export const importMapping = z
  .strictObject({
    /** One for each column of the file. */
    columns: z.array(columnTarget).min(1).max(MAX_IMPORT_COLUMNS),
    /** Of numbers that are written without one, as `57`. */
    callingCode: z
      .string()
      .regex(/^[1-9]\d{0,2}$/)
      .nullable(),
    /** Everybody gets these, too. */
    tags: z.array(tag).max(20),
    consent: importConsent,
  })
  .refine(({ columns }) => columns.some(({ to }) => to === "phone"), {
    path: ["columns"],
    error: "Say which column has the phone numbers: people are known by them.",
  })
  .refine(({ columns }) => isOncePerTarget(columns), {
    path: ["columns"],
    error: "Two columns are the same thing. Choose one of them.",
  })
  .refine(({ columns, consent }) => consent.type !== "column" || consent.column < columns.length, {
    path: ["consent"],
    error: "There is no such column.",
  });
export type ImportMapping = z.infer<typeof importMapping>;

function isOncePerTarget(columns: readonly ColumnTarget[]): boolean {
  const used = columns.flatMap((column) =>
    column.to === "nothing" ? [] : [column.to === "field" ? `field ${column.field}` : column.to],
  );
  return new Set(used).size === used.length;
}

export const importReason = z.enum([
  "no-phone",
  "bad-phone",
  "doubled",
  "too-long",
  "bad-email",
  "bad-language",
  "unclear-consent",
  "too-many-cells",
]);
export type ImportReason = z.infer<typeof importReason>;

export const importColumn = z.object({
  header: z.string(),
  /** Some of its cells. */
  samples: z.array(z.string()),
  /** What it seems to be, by its header. */
  guess: columnTarget,
});

export const contactImport = z.object({
  id,
  /** Of the file. */
  name: z.string(),
  state: z.enum(["uploaded", "checked", "running", "done"]),
  columns: z.array(importColumn),
  mapping: importMapping.nullable(),
  rowCount: z.number().int(),
  /** What becomes of the rows, as the check found; once it is done: what became of them. */
  counts: z.object({
    made: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    refused: z.number().int(),
  }),
  /** Of a run: rows behind it. */
  handled: z.number().int(),
  createdAt: timestamp,
  endedAt: timestamp.nullable(),
});
export type ContactImport = z.infer<typeof contactImport>;

const outcome = z.enum(["made", "changed", "same", "refused"]);

export const contactImportRow = z.object({
  /** In the file, below its headers; from 1. */
  number: z.number().int(),
  cells: z.array(z.string()),
  outcome,
  reason: importReason.nullable(),
  /** Header of the column that is why. */
  about: z.string().nullable(),
});
export type ContactImportRow = z.infer<typeof contactImportRow>;

const one = z.object({ id });

export const contactImportsContract = {
  get: oc
    .route({ method: "GET", path: "/contact-imports/{id}", tags: ["Contacts"] })
    .input(one)
    .output(contactImport),
  /** Says what the columns are, and finds out what would become of each row. Nothing is made yet. */
  check: oc
    .route({ method: "POST", path: "/contact-imports/{id}/check", tags: ["Contacts"] })
    .input(z.strictObject({ id, mapping: importMapping }))
    .output(contactImport),
  /** Rows as the check sees them now; of an import that is done only the refused are left. In the file's order. */
  rows: oc
    .route({ method: "GET", path: "/contact-imports/{id}/rows", tags: ["Contacts"] })
    .input(pageQuery.extend({ id, outcome: outcome.optional() }))
    .output(z.object({ items: z.array(contactImportRow), nextCursor: z.string().nullable() })),
  /** Goes on by itself from here, a batch at a time, also after a restart. */
  run: oc
    .route({ method: "POST", path: "/contact-imports/{id}/run", tags: ["Contacts"] })
    .input(one)
    .output(contactImport),
  /** What came in stays; what did not yet does not any more. */
  remove: oc
    .route({ method: "DELETE", path: "/contact-imports/{id}", tags: ["Contacts"], successStatus: 204 })
    .input(one)
    .output(z.undefined()),
};
