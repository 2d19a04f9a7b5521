/** Any file that Hilo can import: told by its shape, handed to its importer. */
import { check } from "../flow/check/check.ts";
import { parseFlow } from "../flow/parse.ts";
import { FLOW_FORMAT } from "../flow/schema.ts";
import { ImportError, type ImportKind, type ImportResult } from "./imported-flow.ts";
import { importRapidPro } from "./rapidpro/import-rapidpro.ts";
import { importTypebot } from "./typebot/import-typebot.ts";
import { asRecord } from "./values.ts";

/** Null: nothing that is known here. */
export function importKind(source: unknown): ImportKind | null {
  const { format, groups, edges, flows } = asRecord(source);
  if (typeof format === "string" && format.startsWith("hilo.flow/")) return "hilo";
  if (Array.isArray(flows)) return "rapidpro";
  return Array.isArray(groups) && Array.isArray(edges) ? "typebot" : null;
}

/**
 * Reads flows out of an export. Nothing in it is run.
 * @param source the file's JSON
 * @param kind absent: told by its shape
 * @throws ImportError with what to do, when it can't be read
 */
export function importFlows(source: unknown, kind: ImportKind | null = importKind(source)): ImportResult {
  switch (kind) {
    case "hilo":
      return importHilo(source);
    case "typebot":
      return { kind, flows: [importTypebot(source)], report: [] };
    case "rapidpro":
      return { kind, ...importRapidPro(source) };
    case null:
      throw new ImportError(
        `This is no file that can be imported. Choose a flow exported from Hilo (${FLOW_FORMAT}), Typebot or RapidPro.`,
      );
  }
}

function importHilo(source: unknown): ImportResult {
  const parsed = parseFlow(source);
  if (!parsed.ok)
    throw new ImportError(`This flow can't be read: ${parsed.problems[0]?.message ?? "it is no flow"}`);
  const { flow } = parsed;
  const report = flow.nodes.map(({ id, type, name }) => ({
    kind: "step",
    id,
    name: name ?? type,
    outcome: "carried" as const,
    why: "",
    nodeId: id,
  }));
  return { kind: "hilo", flows: [{ name: flow.name, flow, report, problems: check(flow) }], report: [] };
}
