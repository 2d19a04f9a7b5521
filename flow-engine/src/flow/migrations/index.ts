/** Older formats of flow definitions, each brought to the next one. A file per format, listed here. */
import { FLOW_FORMAT } from "../schema.ts";

export interface FormatMigration {
  /** The format it reads, and the next newer one that it writes. */
  from: string;
  to: string;
  migrate(definition: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** Oldest first. `hilo.flow/1` is the first format, so there is none yet. */
export const MIGRATIONS: readonly FormatMigration[] = [];

export type Migrated = { ok: true; definition: unknown } | { ok: false; code: string; message: string };

/** A definition of any known format in the current one; others are refused by their name. */
export function migrateFlow(
  definition: unknown,
  migrations: readonly FormatMigration[] = MIGRATIONS,
): Migrated {
  if (!isObject(definition)) return { ok: false, code: "flow-invalid", message: "A flow is a JSON object." };
  let current = definition;
  for (const { from, to, migrate } of migrations) {
    if (current.format === from) current = { ...migrate(current), format: to };
  }
  if (current.format === FLOW_FORMAT) return { ok: true, definition: current };
  return { ok: false, code: "format-unknown", message: unknownFormat(current.format) };
}

function unknownFormat(format: unknown): string {
  if (format === undefined) return `The flow does not say its format; this version reads “${FLOW_FORMAT}”.`;
  const name = typeof format === "string" ? format.slice(0, 80) : typeof format;
  return `The flow's format is “${name}”; this version reads “${FLOW_FORMAT}”.`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
