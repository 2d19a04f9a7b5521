/** Flow definition → Program: every node's data parsed, templates prepared, edges resolved to ports. */
import type { NodeSpec } from "../nodes/define-node.ts";
import { isNodeType, nodeSpec } from "../nodes/index.ts";
import { edgesBySource, portOf } from "./edge-port.ts";
import { parseFlow } from "./parse.ts";
import type { PreparedData, Program, ProgramNode } from "./program.ts";
import { type Edge, type NodeEnvelope, START_ID } from "./schema.ts";
import { FLOW_TEXTS, localizedData, localizedSettings, type Translations } from "./translations.ts";

/** A definition that can't run. `check` finds the same as problems, with all of them at once. */
export class CompileError extends Error {
  readonly nodeId: string | null;
  constructor(message: string, nodeId: string | null) {
    super(message);
    this.nodeId = nodeId;
  }
}

/**
 * @param definition a flow definition of any known format, as written or as parsed
 * @param versionId names the program; sessions are pinned to it
 * @throws CompileError on a definition that is no flow, an unknown node type, data or a template that does not parse
 */
export function compile(definition: unknown, versionId = "draft"): Program {
  const parsed = parseFlow(definition);
  if (!parsed.ok)
    throw new CompileError(parsed.problems[0]?.message ?? "not a flow", parsed.problems[0]?.nodeId ?? null);
  const { flow } = parsed;
  const nodes = new Map<string, ProgramNode>();
  const edges = edgesBySource(flow.edges);
  for (const envelope of withStart(flow.nodes)) {
    if (nodes.has(envelope.id)) throw new CompileError(`two nodes are called ${envelope.id}`, envelope.id);
    nodes.set(envelope.id, compileNode(envelope, edges.get(envelope.id) ?? [], flow.translations));
  }
  const start = [...nodes.values()].find((node) => node.type === "start");
  return {
    id: versionId,
    name: flow.name,
    language: flow.language,
    languages: [...new Set([flow.language, ...Object.keys(flow.translations)])],
    settings: flow.settings,
    localizedSettings: new Map(
      Object.entries(flow.translations).map(([language, texts]) => [
        language,
        localizedSettings(flow.settings, texts[FLOW_TEXTS] ?? {}),
      ]),
    ),
    inputs: flow.inputs,
    triggers: flow.triggers,
    start: start?.id ?? START_ID,
    nodes,
  };
}

/** `start` is implicit when absent. */
export function withStart(nodes: readonly NodeEnvelope[]): NodeEnvelope[] {
  if (nodes.some((node) => node.type === "start")) return [...nodes];
  return [{ id: START_ID, type: "start", data: {} }, ...nodes];
}

/** Port → target. The first edge of a port counts. */
function targetsByPort(edges: readonly Edge[], spec: NodeSpec, data: unknown): Record<string, string> {
  const targets: Record<string, string> = Object.create(null);
  for (const edge of edges) targets[portOf(edge, spec, data)] ??= edge.target;
  return targets;
}

function compileNode(
  envelope: NodeEnvelope,
  edges: readonly Edge[],
  translations: Translations,
): ProgramNode {
  const { id, type } = envelope;
  if (!isNodeType(type)) throw new CompileError(`unknown node type ${type}`, id);
  const spec = nodeSpec(type);
  const parsed = spec.schema.safeParse(envelope.data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CompileError(`${issue?.path.join(".") || "data"}: ${issue?.message ?? "not valid"}`, id);
  }
  const { data } = parsed;
  try {
    const localized = localizations(spec, id, data, translations);
    return {
      id,
      type,
      data,
      prepared: spec.prepare(data),
      edges: targetsByPort(edges, spec, data),
      ...(localized.size > 0 ? { localized } : {}),
    };
  } catch (error) {
    throw new CompileError(error instanceof Error ? error.message : String(error), id);
  }
}

function localizations(
  spec: NodeSpec,
  nodeId: string,
  data: unknown,
  translations: Translations,
): Map<string, PreparedData> {
  const localized = new Map<string, PreparedData>();
  for (const [language, byNode] of Object.entries(translations)) {
    const texts = Object.hasOwn(byNode, nodeId) ? byNode[nodeId] : undefined;
    if (texts === undefined) continue;
    const translated = localizedData(spec, data, texts);
    if (translated !== data)
      localized.set(language, { data: translated, prepared: spec.prepare(translated) });
  }
  return localized;
}
