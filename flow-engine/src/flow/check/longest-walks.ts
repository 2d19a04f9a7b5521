/** The longest walks from each node until the flow rests, in nodes entered and messages sent. */
import type { CheckedNode, FlowGraph, SoundNode } from "./flow-graph.ts";
import { restlessTargets } from "./loops.ts";
import { stronglyConnected } from "./strongly-connected.ts";
import { flowRefs, type Summaries } from "./summaries.ts";
import { waysFrom } from "./ways.ts";

export interface WalkCost {
  visits: number;
  sends: number;
}

export interface LongestWalk {
  cost: WalkCost;
  /** The node after this one on the walk of most visits; null: it rests here. */
  next: string | null;
}

/** By node; null when there are loops without a wait, which are never through. */
export function longestWalks(graph: FlowGraph, summaries: Summaries): Map<string, LongestWalk> | null {
  const targets = new Map(graph.nodes.map(({ id }) => [id, restlessTargets(graph, id, summaries)]));
  const order = topological(graph, targets);
  if (!order) return null;
  const own = new Map(graph.nodes.map((node) => [node.id, ownCost(node, summaries)]));
  const loops = order.filter((id) => roundsOf(graph.byId.get(id)?.sound ?? null) !== null);
  let now = order;
  // The inner of two loops leads to the outer one, so it comes first and is counted before it.
  for (const id of loops) {
    if (countRounds(graph, { id, order: now, targets, own })) now = topological(graph, targets) ?? now;
  }
  return walk(now, targets, own);
}

interface Round {
  id: string;
  order: readonly string[];
  targets: Map<string, string[]>;
  own: Map<string, WalkCost>;
}

/** Counts a loop's rounds as the cost of its node, and leads it to wherever its body may leave it. Returns whether there is such a place. */
function countRounds(graph: FlowGraph, { id, order, targets, own }: Round): boolean {
  const loop = roundsOf(graph.byId.get(id)?.sound ?? null);
  const body = graph.waysFrom(id).find(({ port }) => port === loop?.body)?.target;
  if (!loop || body === undefined || body === id) return false;
  const inBody = new Set(waysFrom([body], (at) => (at === id ? [] : (targets.get(at) ?? []))).keys());
  const returning = new Set<string>([id]);
  for (const at of order.toReversed())
    if (inBody.has(at) && targets.get(at)?.some((target) => returning.has(target))) returning.add(at);
  const round = costTo(id, body, order, { targets, own, within: returning });
  own.set(id, {
    visits: 1 + loop.rounds * (1 + round.visits),
    sends: loop.rounds * round.sends,
  });
  const left = [...inBody].filter((at) => !returning.has(at));
  targets.set(id, [...(targets.get(id) ?? []), ...left]);
  return left.length > 0;
}

interface Body {
  targets: ReadonlyMap<string, string[]>;
  own: ReadonlyMap<string, WalkCost>;
  within: ReadonlySet<string>;
}

/** The most that a walk from `from` costs until it comes to `to`, which is not counted. */
function costTo(
  to: string,
  from: string,
  order: readonly string[],
  { targets, own, within }: Body,
): WalkCost {
  const costs = new Map<string, WalkCost>([[to, { visits: 0, sends: 0 }]]);
  for (const id of order.toReversed()) {
    if (id === to || !within.has(id)) continue;
    costs.set(
      id,
      addTo(
        own.get(id),
        (targets.get(id) ?? []).flatMap((target) => costs.get(target) ?? []),
      ),
    );
  }
  return costs.get(from) ?? { visits: 0, sends: 0 };
}

function addTo(own: WalkCost = { visits: 1, sends: 0 }, next: readonly WalkCost[]): WalkCost {
  return {
    visits: own.visits + Math.max(0, ...next.map(({ visits }) => visits)),
    sends: own.sends + Math.max(0, ...next.map(({ sends }) => sends)),
  };
}

function walk(
  order: readonly string[],
  targets: ReadonlyMap<string, string[]>,
  own: ReadonlyMap<string, WalkCost>,
): Map<string, LongestWalk> {
  const walks = new Map<string, LongestWalk>();
  for (const id of order.toReversed()) {
    const next = (targets.get(id) ?? []).flatMap((target) => {
      const found = walks.get(target);
      return found ? [{ target, cost: found.cost }] : [];
    });
    const longest = next.reduce<(typeof next)[number] | null>(
      (best, each) => (best && best.cost.visits >= each.cost.visits ? best : each),
      null,
    );
    const cost = addTo(
      own.get(id),
      next.map((each) => each.cost),
    );
    walks.set(id, { cost, next: longest?.target ?? null });
  }
  return walks;
}

/** Sources before targets; null when there is a cycle. */
function topological(graph: FlowGraph, targets: ReadonlyMap<string, string[]>): string[] | null {
  const ids = graph.nodes.map(({ id }) => id);
  const knots = stronglyConnected(ids, (id) => targets.get(id) ?? []);
  if (knots.some((knot) => knot.length > 1)) return null;
  if (ids.some((id) => targets.get(id)?.includes(id))) return null;
  const waiting = new Map<string, number>(ids.map((id) => [id, 0]));
  const count = (id: string, by: number) => waiting.set(id, (waiting.get(id) ?? 0) + by);
  for (const id of waiting.keys()) for (const target of targets.get(id) ?? []) count(target, 1);
  const order = [...waiting].flatMap(([id, sources]) => (sources === 0 ? [id] : []));
  for (const id of order) {
    for (const target of targets.get(id) ?? []) {
      count(target, -1);
      if (waiting.get(target) === 0) order.push(target);
    }
  }
  return order;
}

function roundsOf(sound: SoundNode | null): { rounds: number; body: string } | null {
  const rounds = sound?.spec.rounds?.(sound.data);
  const body = sound?.ports[0]?.id;
  return rounds === undefined || body === undefined ? null : { rounds, body };
}

/** One visit, one message where it says something, and what the flow that it runs does at once. */
function ownCost({ sound }: CheckedNode, summaries: Summaries): WalkCost {
  const cost = { visits: 1, sends: sound?.spec.says ? 1 : 0 };
  if (!sound) return cost;
  for (const flow of flowRefs(sound)) addFlow(cost, flow, summaries, new Set());
  return cost;
}

function addFlow(cost: WalkCost, ref: string, summaries: Summaries, seen: Set<unknown>): void {
  const summary = summaries.get(ref);
  if (!summary?.longest || seen.has(summary)) return;
  seen.add(summary);
  cost.visits += summary.longest.visits;
  cost.sends += summary.longest.sends;
  for (const next of summary.runsAtOnce) addFlow(cost, next, summaries, seen);
}
