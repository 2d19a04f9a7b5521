/** Options, rows and cases that both added to one step under the same number: mine take the next free ones. */
import type { NodeEnvelope } from "@hilo/flow-engine";
import { type FlowDocument, portOf } from "../flow-document.ts";
import { idsWithin, nextOptionNumber } from "../ids.ts";
import { isBag, same } from "./same.ts";

export function renumberOptions(base: FlowDocument, mine: FlowDocument, theirs: FlowDocument): FlowDocument {
  const before = new Map(base.nodes.map((node) => [node.id, node]));
  const there = new Map(theirs.nodes.map((node) => [node.id, node]));
  const renumbered = new Map<string, ReadonlyMap<string, string>>();
  const nodes = mine.nodes.map((node) => {
    const ids = collisions(before.get(node.id), node, there.get(node.id));
    if (ids.size === 0) return node;
    renumbered.set(node.id, ids);
    return { ...node, data: withIds(node.data, ids) };
  });
  if (renumbered.size === 0) return mine;
  const edges = mine.edges.map((edge) => {
    const port = renumbered.get(edge.source)?.get(portOf(edge));
    return port === undefined ? edge : { ...edge, sourceHandle: port };
  });
  return { ...mine, nodes, edges };
}

/** Old id → new id. */
function collisions(
  before: NodeEnvelope | undefined,
  mine: NodeEnvelope,
  theirs: NodeEnvelope | undefined,
): ReadonlyMap<string, string> {
  if (!before || !theirs || theirs === before || same(mine.data, theirs.data)) return new Map();
  const known = new Set(idsWithin(before.data));
  const there = new Set(idsWithin(theirs.data));
  const met = idsWithin(mine.data).filter((id) => there.has(id) && !known.has(id) && /-\d+$/.test(id));
  const first = Math.max(nextOptionNumber(mine), nextOptionNumber(theirs));
  return new Map(met.map((id, i) => [id, id.replace(/\d+$/, String(first + i))]));
}

function withIds(data: NodeEnvelope["data"], ids: ReadonlyMap<string, string>): NodeEnvelope["data"] {
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, replaced(key, value, ids)]));
}

function replaced(key: string, value: unknown, ids: ReadonlyMap<string, string>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced("", item, ids));
  if (isBag(value)) return withIds(value, ids);
  return key === "id" && typeof value === "string" ? (ids.get(value) ?? value) : value;
}
