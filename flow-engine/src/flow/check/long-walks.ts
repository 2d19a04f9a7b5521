/** Ways so long without a wait that the limit of a step would end the session. */
import { MAX_VISITS_PER_STEP } from "../../step/limits.ts";
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";
import { stronglyConnected } from "./strongly-connected.ts";

/** Nodes where a walk stops for sure, or may. */
function pauses(graph: FlowGraph, id: string): boolean {
  const sound = graph.byId.get(id)?.sound;
  return !sound || sound.spec.silence !== undefined || sound.spec.returned !== undefined;
}

export function checkLongWalks(graph: FlowGraph): Problem[] {
  const length = longestWalks(graph);
  if (!length) return [];
  const begun = beginnings(graph);
  const [worst] = [...length].filter(([id]) => begun.has(id)).sort((a, b) => b[1].visits - a[1].visits);
  if (!worst || worst[1].visits <= MAX_VISITS_PER_STEP) return [];
  const [from, { visits }] = worst;
  const witness = wayFrom(from, length);
  const label = graph.byId.get(from)?.label ?? from;
  const message = `From ${label} on, up to ${visits} steps follow each other without a wait, and ${MAX_VISITS_PER_STEP} are the limit. Put a question or a wait in between.`;
  return [{ code: "walk-too-long", severity: "error", nodeId: from, message, witness }];
}

/** Where steps begin: at the start, and after everything that waits. */
function beginnings(graph: FlowGraph): ReadonlySet<string> {
  const after = graph.nodes.flatMap(({ id }) => (pauses(graph, id) ? graph.targetsOf(id) : []));
  return new Set([graph.start.id, ...after]);
}

interface Walk {
  /** Visits of nodes, this one included. */
  visits: number;
  next: string | null;
}

/**
 * The longest walk from each node until something waits. Loops over lists count each of their rounds.
 * Null when there are loops without a wait: those are a problem of their own.
 */
function longestWalks(graph: FlowGraph): Map<string, Walk> | null {
  const ids = graph.nodes.map(({ id }) => id);
  const onward = (id: string) => (id !== graph.start.id && pauses(graph, id) ? [] : withoutBodies(graph, id));
  const knots = stronglyConnected(ids, onward);
  if (knots.some((knot) => knot.length > 1 || onward(knot[0] ?? "").includes(knot[0] ?? ""))) return null;
  const walks = new Map<string, Walk>();
  for (const id of inDepth(ids, onward)) walks.set(id, walkFrom(graph, id, onward(id), walks));
  return walks;
}

function walkFrom(
  graph: FlowGraph,
  id: string,
  targets: readonly string[],
  walks: ReadonlyMap<string, Walk>,
): Walk {
  let next: string | null = null;
  let longest = 0;
  for (const target of targets) {
    // Where it waits the step ends; coming there is a visit too.
    const visits = pauses(graph, target) ? 1 : (walks.get(target)?.visits ?? 1);
    if (visits > longest) [longest, next] = [visits, target];
  }
  return { visits: 1 + longest + roundsFrom(graph, id), next };
}

/** Visits that the rounds of a loop over a list add: its body, and the loop again. */
function roundsFrom(graph: FlowGraph, id: string): number {
  const sound = graph.byId.get(id)?.sound;
  const rounds = sound?.spec.rounds?.(sound.data);
  const [body] = sound?.ports ?? [];
  if (rounds === undefined || !body) return 0;
  const first = graph.waysFrom(id).find(({ port }) => port === body.id)?.target;
  return first === undefined ? 0 : rounds * bodyLength(graph, first, id);
}

/** Visits of one round: the shortest way of the body back to the loop, or until it waits. */
function bodyLength(graph: FlowGraph, first: string, loop: string): number {
  const steps = new Map([[first, 1]]);
  for (const [id, count] of steps) {
    if (id === loop) return count;
    if (pauses(graph, id)) return 0;
    for (const target of graph.targetsOf(id)) if (!steps.has(target)) steps.set(target, count + 1);
  }
  return 0;
}

/** Ways on, but not into the body of a loop over a list. */
function withoutBodies(graph: FlowGraph, id: string): string[] {
  const sound = graph.byId.get(id)?.sound;
  const [body] = sound?.spec.rounds ? sound.ports : [];
  return graph.waysFrom(id).flatMap(({ port, target }) => (body && port === body.id ? [] : [target]));
}

/** Each node after all that it leads to. Without recursion: a flow may be thousands of nodes long. */
function inDepth(ids: readonly string[], targetsOf: (id: string) => readonly string[]): string[] {
  const done = new Set<string>();
  for (const root of ids) {
    const open = [root];
    const entered = new Set<string>();
    for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
      if (done.has(id) || entered.has(id)) {
        done.add(id);
        open.pop();
        continue;
      }
      entered.add(id);
      for (const target of targetsOf(id)) if (!done.has(target) && !entered.has(target)) open.push(target);
    }
  }
  return [...done];
}

function wayFrom(from: string, walks: ReadonlyMap<string, Walk>): string[] {
  const way = [from];
  for (let next = walks.get(from)?.next ?? null; next !== null; next = walks.get(next)?.next ?? null)
    way.push(next);
  return way;
}
