/** An export of another product (or of Hilo): looked at, or made into drafts. */
import { ImportError, type ImportKind, importFlows } from "@hilo/flow-engine";
import type { Pool } from "pg";
import type { Actor } from "../auth/actor.ts";
import type { ImportedFlowView } from "../contract/index.ts";
import { AppError } from "../http/app-error.ts";
import { createFlow } from "./drafts.ts";

interface ImportRequest {
  source?: unknown;
  kind?: ImportKind | undefined;
  /** Places of flows in the file, from 0. Absent: nothing is made. */
  create?: number[] | undefined;
}

/** @throws AppError `import-refused` with what to do, when the file can't be read */
export async function importIntoDrafts(
  pool: Pool,
  actor: Pick<Actor, "workspaceId" | "userId">,
  { source, kind, create = [] }: ImportRequest,
) {
  const result = readImport(source, kind);
  const wanted = new Set(create);
  const flows: ImportedFlowView[] = [];
  for (const [at, { name, flow, report, problems }] of result.flows.entries()) {
    const made = wanted.has(at) ? await createFlow(pool, actor, name, { ...flow }) : null;
    flows.push({ name, definition: { ...flow }, report, problems, flowId: made?.id ?? null });
  }
  return { kind: result.kind, flows, report: result.report };
}

function readImport(source: unknown, kind: ImportKind | undefined) {
  try {
    return kind === undefined ? importFlows(source) : importFlows(source, kind);
  } catch (error) {
    if (error instanceof ImportError) throw new AppError("import-refused", 422, error.message);
    throw error;
  }
}
