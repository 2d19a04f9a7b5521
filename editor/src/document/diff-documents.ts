/** What changed between two states of a flow: for the publish dialog, and to be seen on the canvas. */
import type { Edge, NodeEnvelope } from "@hilo/flow-engine";
import { type FlowDocument, portOf } from "./flow-document.ts";
import { same } from "./merge/same.ts";

export type Mark = "added" | "removed" | "changed";

export interface FlowDiff {
  /** By the id of the step. Places and measures are no changes. */
  nodes: ReadonlyMap<string, Mark>;
  /** By the id the edge has in `joined`. */
  edges: ReadonlyMap<string, Mark>;
  /** Parts of the whole flow that differ: `triggers`, `settings`, `translations`, … */
  parts: readonly string[];
  /** Both in one drawing: what is, and what was taken away. */
  joined: FlowDocument;
}

/** Neither of them is anything customers notice. */
const UNNOTICED = new Set(["nodes", "edges", "nodesUsed", "editor", "format"]);

export function diffDocuments(before: FlowDocument, after: FlowDocument): FlowDiff {
  const nodes = nodeMarks(before, after);
  const removed = before.nodes.filter((node) => nodes.get(node.id) === "removed");
  const cut = cutEdges(before, after);
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return {
    nodes,
    edges: new Map([
      ...edgesOnlyIn(after, before).map(({ id }): [string, Mark] => [id, "added"]),
      ...cut.map(({ id }): [string, Mark] => [id, "removed"]),
    ]),
    parts: [...keys].filter((key) => !UNNOTICED.has(key) && !same(before[key], after[key])),
    joined: { ...after, nodes: [...after.nodes, ...removed], edges: [...after.edges, ...cut] },
  };
}

export function isSame(diff: FlowDiff): boolean {
  return diff.nodes.size + diff.edges.size + diff.parts.length === 0;
}

function nodeMarks(before: FlowDocument, after: FlowDocument): Map<string, Mark> {
  const old = new Map(before.nodes.map((node) => [node.id, node]));
  const now = new Set(after.nodes.map((node) => node.id));
  const marks = new Map<string, Mark>();
  for (const node of after.nodes) {
    const was = old.get(node.id);
    if (!was) marks.set(node.id, "added");
    else if (!same(noticed(was), noticed(node))) marks.set(node.id, "changed");
  }
  for (const { id } of before.nodes) if (!now.has(id)) marks.set(id, "removed");
  return marks;
}

function noticed({ position: _, optionsUsed: __, ...node }: NodeEnvelope) {
  return node;
}

const linkOf = (edge: Edge) => `${edge.source} ${portOf(edge)} ${edge.target}`;

function edgesOnlyIn(doc: FlowDocument, other: FlowDocument): Edge[] {
  const links = new Set(other.edges.map(linkOf));
  return doc.edges.filter((edge) => !links.has(linkOf(edge)));
}

/** Under ids of their own: an id may have gone to another edge since. */
function cutEdges(before: FlowDocument, after: FlowDocument): Edge[] {
  return edgesOnlyIn(before, after).map((edge) => ({ ...edge, id: `was-${edge.id}` }));
}
