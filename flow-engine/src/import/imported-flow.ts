/** What an importer gives back, and how it refuses a file. */
import type { Problem } from "../flow/check/problem.ts";
import type { FlowInput } from "../flow/schema.ts";
import type { ImportEntry } from "./report.ts";

export const IMPORT_KINDS = ["hilo", "typebot", "rapidpro"] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

export interface ImportedFlow {
  name: string;
  flow: FlowInput;
  /** What became of each element of the source. */
  report: ImportEntry[];
  /** What `check` says of the flow. */
  problems: Problem[];
}

export interface ImportResult {
  kind: ImportKind;
  flows: ImportedFlow[];
  /** Elements that belong to no flow: campaigns, groups, triggers of flows that are not in the file. */
  report: ImportEntry[];
}

/** The file can't be imported; the message says why and what to do. */
export class ImportError extends Error {
  override readonly name = "ImportError";
}
