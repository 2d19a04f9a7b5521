/** Any JSON → a flow of the current format, or every reason why not. */
import type { z } from "zod";
import type { Problem } from "./check/problem.ts";
import { issueSentence } from "./issue-sentence.ts";
import { migrateFlow } from "./migrations/index.ts";
import { type Flow, flowSchema } from "./schema.ts";
import { valueAt } from "./value-at.ts";

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
    message: issueSentence(issue, definition),
  };
}

function nodeIdAt(path: readonly PropertyKey[], definition: unknown): string | undefined {
  if (path[0] !== "nodes" || path[1] === undefined) return undefined;
  const id = valueAt(definition, ["nodes", path[1], "id"]);
  return typeof id === "string" && id !== "" ? id : undefined;
}
