/** Any JSON → a flow of the current format, or every reason why not. */
import type { z } from "zod";
import type { Problem } from "./check/problem.ts";
import { migrateFlow } from "./migrations/index.ts";
import { type Flow, flowSchema } from "./schema.ts";

export type ParsedFlow = { ok: true; flow: Flow } | { ok: false; problems: Problem[] };

/** Migrates, fills in defaults and validates the envelope; node data is the business of `check` and `compile`. */
export function parseFlow(definition: unknown): ParsedFlow {
  const migrated = migrateFlow(definition);
  if (!migrated.ok) {
    return { ok: false, problems: [{ code: migrated.code, severity: "error", message: migrated.message }] };
  }
  const parsed = flowSchema.safeParse(migrated.definition);
  if (parsed.success) return { ok: true, flow: parsed.data };
  return { ok: false, problems: parsed.error.issues.map((issue) => problemOf(issue, migrated.definition)) };
}

function problemOf(issue: z.core.$ZodIssue, definition: unknown): Problem {
  const nodeId = nodeIdAt(issue.path, definition);
  return {
    code: "flow-invalid",
    severity: "error",
    ...(nodeId === undefined ? {} : { nodeId }),
    message: issueMessage(issue),
  };
}

/** `nodes.2.type: …`: where, then what. */
export function issueMessage(issue: z.core.$ZodIssue): string {
  return issue.path.length === 0 ? issue.message : `${issue.path.map(String).join(".")}: ${issue.message}`;
}

function nodeIdAt(path: readonly PropertyKey[], definition: unknown): string | undefined {
  if (path[0] !== "nodes" || path[1] === undefined) return undefined;
  const node = property(property(definition, "nodes"), path[1]);
  const id = property(node, "id");
  return typeof id === "string" && id !== "" ? id : undefined;
}

function property(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
}
