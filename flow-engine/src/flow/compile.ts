/** Flow definition → Program: every node's data parsed, templates prepared, edges resolved to ports. */
import { isNodeType, nodeSpec } from "../nodes/index.ts";
import type { Program, ProgramNode } from "./program.ts";
import { type Flow, type NodeEnvelope, START_ID } from "./schema.ts";

/** A definition that can't run. `check` finds the same as problems, with all of them at once. */
export class CompileError extends Error {
  readonly nodeId: string | null;
  constructor(message: string, nodeId: string | null) {
    super(message);
    this.nodeId = nodeId;
  }
}

/**
 * @param versionId names the program; sessions are pinned to it
 * @throws CompileError on an unknown node type, data that does not parse, or a template that does not
 */
export function compile(flow: Flow, versionId: string): Program {
  const nodes = new Map<string, ProgramNode>();
  const edges = edgesBySource(flow);
  for (const envelope of withStart(flow.nodes)) {
    if (nodes.has(envelope.id)) throw new CompileError(`two nodes are called ${envelope.id}`, envelope.id);
    nodes.set(envelope.id, compileNode(envelope, edges.get(envelope.id) ?? {}));
  }
  const start = [...nodes.values()].find((node) => node.type === "start");
  return {
    id: versionId,
    name: flow.name,
    language: flow.language,
    settings: flow.settings,
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

/** An edge without a handle leaves by `next`. The first edge of a port counts. */
function edgesBySource(flow: Flow): Map<string, Record<string, string>> {
  const bySource = new Map<string, Record<string, string>>();
  for (const edge of flow.edges) {
    const ports = bySource.get(edge.source) ?? Object.create(null);
    ports[edge.sourceHandle ?? "next"] ??= edge.target;
    bySource.set(edge.source, ports);
  }
  return bySource;
}

function compileNode(envelope: NodeEnvelope, edges: Record<string, string>): ProgramNode {
  const { id, type } = envelope;
  if (!isNodeType(type)) throw new CompileError(`unknown node type ${type}`, id);
  const spec = nodeSpec(type);
  const parsed = spec.schema.safeParse(envelope.data);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new CompileError(`${issue?.path.join(".") || "data"}: ${issue?.message ?? "not valid"}`, id);
  }
  try {
    return { id, type, data: parsed.data, prepared: spec.prepare(parsed.data), edges };
  } catch (error) {
    throw new CompileError(error instanceof Error ? error.message : String(error), id);
  }
}
