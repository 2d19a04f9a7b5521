/** Two people's changes of one flow, joined: from what both read, what I have now, and what the server has now. */
import type { Edge, NodeEnvelope } from "@hilo/flow-engine";
import { withoutOrphans } from "../board.ts";
import { type FlowDocument, portOf, withEdges } from "../flow-document.ts";
import { type Clash, type Merging, mergeItems, mergeValue } from "./merge-value.ts";
import { renumberOptions } from "./renumber-options.ts";
import { isBag, same, shareItems } from "./same.ts";

export interface Merged {
  doc: FlowDocument;
  /** Where both wrote the same thing: mine stays, theirs can be taken by hand. */
  clashes: readonly NodeClash[];
}

export interface NodeClash extends Clash {
  /** Undefined for settings and other things of the whole flow. */
  nodeId?: string;
}

/** Theirs with every step and part that did not change being the very object of the base: equal is then also identical. */
export function shared(base: FlowDocument, theirs: FlowDocument): FlowDocument {
  const parts: Partial<FlowDocument> = {};
  for (const key of Object.keys(theirs)) parts[key] = same(base[key], theirs[key]) ? base[key] : theirs[key];
  return {
    ...theirs,
    ...parts,
    nodes: shareItems(base.nodes, theirs.nodes),
    edges: shareItems(base.edges, theirs.edges),
  };
}

/**
 * @param theirs as `shared(base, theirs)` gives it
 * @param deletionWins for steps of undo, where what the other person deleted must not come back
 */
export function mergeDocuments(
  base: FlowDocument,
  current: FlowDocument,
  theirs: FlowDocument,
  deletionWins = false,
): Merged {
  const mine = renumberOptions(base, current, theirs);
  const merging: Merging = { clashes: [], deletionWins };
  const nodes = mergeNodes(base, mine, theirs, merging);
  const doc = { ...mine, ...otherParts(base, mine, theirs, merging), nodes };
  const edges = mergeEdges(base.edges, mine.edges, theirs.edges, deletionWins);
  return { doc: withoutOrphans(withEdges(doc, edges)), clashes: merging.clashes.map(withNodeId) };
}

/** Name, triggers, settings, translations, notes, and whatever else a newer format may hold. */
function otherParts(
  base: FlowDocument,
  mine: FlowDocument,
  theirs: FlowDocument,
  merging: Merging,
): Partial<FlowDocument> {
  const parts = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  const merged: Partial<FlowDocument> = {};
  for (const key of parts) {
    if (key === "nodes" || key === "edges") continue;
    const numbers = [mine[key], theirs[key]].filter((value) => typeof value === "number");
    // Only ever counted up (`nodesUsed`): the higher one has seen both.
    if (numbers.length === 2) merged[key] = Math.max(...numbers);
    else merged[key] = mergeValue(base[key], mine[key], theirs[key], [key], merging);
  }
  return merged;
}

function mergeNodes(
  base: FlowDocument,
  mine: FlowDocument,
  theirs: FlowDocument,
  merging: Merging,
): NodeEnvelope[] {
  const [before, here] = [byId(base.nodes), byId(mine.nodes)];
  // A step that was only moved is not worth bringing back.
  const still = (nodes: readonly NodeEnvelope[], other: ReadonlyMap<string, NodeEnvelope>) =>
    nodes.filter(
      (node) => other.has(node.id) || !before.has(node.id) || !onlyMoved(before.get(node.id), node),
    );
  const there = byId(theirs.nodes);
  const clashes: Clash[] = [];
  const merged = mergeItems(base.nodes, still(mine.nodes, there), still(theirs.nodes, here), [], {
    ...merging,
    clashes,
  });
  // Of two places for one card mine is as good as theirs: nobody needs to be asked.
  merging.clashes.push(
    ...clashes
      .filter(({ path }) => path[1] !== "position")
      .map((clash) => ({ ...clash, path: ["nodes", ...clash.path] })),
  );
  return merged.filter(isNode);
}

function onlyMoved(before: NodeEnvelope | undefined, now: NodeEnvelope): boolean {
  return (
    before === now || (before !== undefined && same({ ...before, position: 0 }, { ...now, position: 0 }))
  );
}

function isNode(value: object): value is NodeEnvelope {
  return "type" in value && "data" in value && isBag(value.data);
}

/** By the port they leave: a port leads to one step, whoever led it there. */
function mergeEdges(
  base: readonly Edge[],
  mine: readonly Edge[],
  theirs: readonly Edge[],
  deletionWins: boolean,
): Edge[] {
  const [before, here, there] = [byPort(base), byPort(mine), byPort(theirs)];
  const taken = new Set<string>();
  const merged: Edge[] = [];
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    const edge = chosenEdge(before.get(key), here.get(key), there.get(key), deletionWins);
    if (!edge) continue;
    const id = taken.has(edge.id) ? freeId([...mine, ...theirs, ...merged]) : edge.id;
    taken.add(id);
    merged.push(id === edge.id ? edge : { ...edge, id });
  }
  return merged;
}

function chosenEdge(
  before: Edge | undefined,
  mine: Edge | undefined,
  theirs: Edge | undefined,
  deletionWins: boolean,
): Edge | undefined {
  if (mine?.target === theirs?.target || before?.target === theirs?.target) return mine;
  if (before?.target === mine?.target) return theirs;
  return deletionWins && !(mine && theirs) ? undefined : (mine ?? theirs);
}

function byPort(edges: readonly Edge[]): ReadonlyMap<string, Edge> {
  return new Map(edges.map((edge) => [`${edge.source} ${portOf(edge)}`, edge]));
}

function freeId(edges: readonly Edge[]): string {
  const numbers = edges.map(({ id }) => Number(/^e(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `e${Math.max(0, ...numbers) + 1}`;
}

function byId(nodes: readonly NodeEnvelope[]): ReadonlyMap<string, NodeEnvelope> {
  return new Map(nodes.map((node) => [node.id, node]));
}

function withNodeId(clash: Clash): NodeClash {
  const [part, nodeId] = clash.path;
  return part === "nodes" && nodeId !== undefined ? { ...clash, nodeId } : clash;
}
