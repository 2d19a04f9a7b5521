/** Older formats of flow definitions, each brought to the next one. A file per format, listed here. */
import { FLOW_FORMAT } from "../schema.ts";
import { httpRequest1 } from "./http-request-1.ts";

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
  if (current.format === FLOW_FORMAT) return { ok: true, definition: migrateNodes(current) };
  return { ok: false, code: "format-unknown", message: unknownFormat(current.format) };
}

function unknownFormat(format: unknown): string {
  if (format === undefined) return `The flow does not say its format; this version reads “${FLOW_FORMAT}”.`;
  const name = typeof format === "string" ? format.slice(0, 80) : typeof format;
  return `The flow's format is “${name}”; this version reads “${FLOW_FORMAT}”.`;
}

/** Node data of an older version, brought to the next one. */
export interface NodeMigration {
  type: string;
  /** The version it reads; it writes the next. Data that is of the newer shape already comes back as it is. */
  from: number;
  migrate(data: Readonly<Record<string, unknown>>): Record<string, unknown>;
}

/** Oldest first within a type. */
export const NODE_MIGRATIONS: readonly NodeMigration[] = [httpRequest1];

/** Each node's data in the version of this program; nodes of newer versions stay as they are. */
function migrateNodes(definition: Record<string, unknown>): Record<string, unknown> {
  const { nodes } = definition;
  return Array.isArray(nodes) ? { ...definition, nodes: nodes.map(migrateNode) } : definition;
}

function migrateNode(node: unknown): unknown {
  if (!isObject(node) || !isObject(node.data)) return node;
  let { data } = node as { data: Record<string, unknown> };
  let version = typeof node.version === "number" ? node.version : 1;
  for (const { type, from, migrate } of NODE_MIGRATIONS) {
    if (type !== node.type || from !== version) continue;
    data = migrate(data);
    version = from + 1;
  }
  return data === node.data ? node : { ...node, version, data };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
