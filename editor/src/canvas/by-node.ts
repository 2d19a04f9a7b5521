/** Edges, problems and comments by node: every card asks for its own on every change, so each list is sorted once. */
import type { Edge, Problem } from "@hilo/flow-engine";
import { boardOf, type Comment } from "../document/board.ts";
import { type FlowDocument, portOf } from "../document/flow-document.ts";

const NONE: readonly never[] = [];

const portsByEdges = new WeakMap<readonly Edge[], ReadonlyMap<string, string[]>>();
const problemsByList = new WeakMap<readonly Problem[], ReadonlyMap<string, Problem[]>>();

/** Ports of a node that lead somewhere. */
export function connectedPorts(edges: readonly Edge[], nodeId: string): readonly string[] {
  const sorted = cached(portsByEdges, edges, () => group(edges, (edge) => edge.source, portOf));
  return sorted.get(nodeId) ?? NONE;
}

export function problemsOfNode(problems: readonly Problem[], nodeId: string): readonly Problem[] {
  const sorted = cached(problemsByList, problems, () =>
    group(
      problems,
      (problem) => problem.nodeId ?? "",
      (problem) => problem,
    ),
  );
  return sorted.get(nodeId) ?? NONE;
}

const commentsByBoard = new WeakMap<readonly Comment[], ReadonlyMap<string, Comment[]>>();

/** How many comments on a node are not ticked off. */
export function openComments(doc: FlowDocument, nodeId: string): number {
  const { comments } = boardOf(doc);
  const sorted = cached(commentsByBoard, comments, () =>
    group(
      comments.filter((comment) => !comment.done),
      (comment) => comment.nodeId,
      (comment) => comment,
    ),
  );
  return sorted.get(nodeId)?.length ?? 0;
}

function cached<K extends object, V>(cache: WeakMap<K, V>, key: K, make: () => V): V {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  return made;
}

function group<T, V>(
  items: readonly T[],
  keyOf: (item: T) => string,
  entryOf: (item: T) => V,
): Map<string, V[]> {
  const groups = new Map<string, V[]>();
  for (const item of items) {
    const same = groups.get(keyOf(item));
    if (same) same.push(entryOf(item));
    else groups.set(keyOf(item), [entryOf(item)]);
  }
  return groups;
}
