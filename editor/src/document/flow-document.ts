/** The flow document the editor works on: the definition itself, opened once with what it leaves unsaid written out. */
import {
  type Edge,
  type Flow,
  isNodeType,
  type NodeEnvelope,
  nodeSpec,
  parseFlow,
  portOf as portByEngine,
  withStart,
} from "@hilo/flow-engine";
import { nodeData } from "./node-data.ts";
import { hasPort, ports } from "./ports.ts";

export type FlowDocument = Flow;

/** A definition that can't be drawn; the message says why. */
export class UnreadableFlowError extends Error {
  override readonly name = "UnreadableFlowError";
}

/**
 * A saved definition → the document, with its start node and the port of every edge. Edges that lead nowhere or
 * leave by a port that is gone are dropped: they could be neither seen nor removed on a canvas.
 * @throws UnreadableFlowError when the definition is not a flow, or two nodes share an id
 */
export function openDocument(definition: unknown): FlowDocument {
  const parsed = parseFlow(definition);
  if (!parsed.ok) throw new UnreadableFlowError(parsed.problems[0]?.message ?? "not a flow");
  const nodes = withStart(parsed.flow.nodes);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  if (byId.size !== nodes.length) throw new UnreadableFlowError("two steps of this flow share an id");
  const edges = parsed.flow.edges.map((edge) => withPort(edge, byId.get(edge.source)));
  return withEdges({ ...parsed.flow, nodes }, edges);
}

function withPort(edge: Edge, source: NodeEnvelope | undefined): Edge {
  if (edge.sourceHandle || !source || !isNodeType(source.type)) return edge;
  return { ...edge, sourceHandle: portByEngine(edge, nodeSpec(source.type), nodeData(source)) };
}

export function findNode(doc: FlowDocument, id: string): NodeEnvelope | undefined {
  return doc.nodes.find((node) => node.id === id);
}

/** The port an edge of the document leaves by; only a type we do not know may still leave it unsaid. */
export function portOf(edge: Edge): string {
  return edge.sourceHandle ?? "next";
}

/** The document with these edges, less those that dangle; one edge for each port, the first one wins. */
export function withEdges(doc: FlowDocument, edges: readonly Edge[]): FlowDocument {
  const nodes = new Map(doc.nodes.map((node) => [node.id, node]));
  const ids = new Set<string>();
  const taken = new Set<string>();
  const kept = edges.filter((edge) => {
    const source = nodes.get(edge.source);
    const target = nodes.get(edge.target);
    const key = `${edge.source} ${portOf(edge)}`;
    if (!source || !target || target.type === "start") return false;
    if (ids.has(edge.id) || taken.has(key) || !hasPort(source, portOf(edge))) return false;
    ids.add(edge.id);
    taken.add(key);
    return true;
  });
  if (kept.length === doc.edges.length && kept.every((edge, i) => edge === doc.edges[i])) return doc;
  return { ...doc, edges: kept };
}

/** The document with one node replaced; edges whose port went away go with it. */
export function withNode(doc: FlowDocument, node: NodeEnvelope): FlowDocument {
  const nodes = doc.nodes.map((other) => (other.id === node.id ? node : other));
  const changed = { ...doc, nodes };
  const before = findNode(doc, node.id);
  const same = before !== undefined && samePorts(before, node);
  return same ? changed : withEdges(changed, doc.edges);
}

function samePorts(a: NodeEnvelope, b: NodeEnvelope): boolean {
  const left = ports(a);
  const right = ports(b);
  return left.length === right.length && left.every((port, i) => port.id === right[i]?.id);
}
