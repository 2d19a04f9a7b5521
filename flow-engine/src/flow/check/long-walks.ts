/** Walks so long without a wait that the limit of a step ends the session. */
import { MAX_SENDS_PER_STEP, MAX_VISITS_PER_STEP } from "../../step/limits.ts";
import type { FlowGraph } from "./flow-graph.ts";
import { type LongestWalk, longestWalks } from "./longest-walks.ts";
import type { Problem } from "./problem.ts";
import { rests, timedExits } from "./silences.ts";
import type { Summaries } from "./summaries.ts";

/** Each kind once, at the place where the longest of its walks begins. */
export function checkLongWalks(graph: FlowGraph, summaries: Summaries): Problem[] {
  const walks = longestWalks(graph, summaries);
  if (!walks) return [];
  const begins = beginnings(graph).flatMap((begin) => {
    const walk = walks.get(begin.id);
    return walk ? [{ ...begin, walk }] : [];
  });
  const visits = worst(begins, ({ walk }) => walk.cost.visits);
  const sends = worst(begins, ({ walk, said }) => walk.cost.sends + said);
  return [
    ...(visits && visits.walk.cost.visits > MAX_VISITS_PER_STEP ? [tooLong(graph, walks, visits)] : []),
    ...(sends && sends.walk.cost.sends + sends.said > MAX_SENDS_PER_STEP
      ? [tooMany(graph, walks, sends)]
      : []),
  ];
}

interface Begin {
  id: string;
  /** Messages that the step has said before it enters the node. */
  said: number;
}
type Begun = Begin & { walk: LongestWalk };

/** The start, and whatever follows a rest. */
function beginnings(graph: FlowGraph): Begin[] {
  const found = new Map<string, number>([[graph.start.id, 0]]);
  for (const { id, sound } of graph.nodes) {
    for (const exit of timedExits(graph, id))
      if (rests(exit))
        found.set(exit.target, Math.max(found.get(exit.target) ?? 0, sound?.spec.says ? 1 : 0));
  }
  return [...found].map(([id, said]) => ({ id, said }));
}

function worst(begins: readonly Begun[], size: (begin: Begun) => number): Begun | null {
  return begins.reduce<Begun | null>((best, each) => (best && size(best) >= size(each) ? best : each), null);
}

function tooLong(graph: FlowGraph, walks: ReadonlyMap<string, LongestWalk>, { id, walk }: Begun): Problem {
  const message = `From ${graph.byId.get(id)?.label} on, ${walk.cost.visits} steps may follow each other without a wait, and a session ends after ${MAX_VISITS_PER_STEP}. Put a question or a wait between them, or make loops shorter.`;
  return { code: "walk-too-long", severity: "error", nodeId: id, message, witness: wayOf(id, walks) };
}

function tooMany(
  graph: FlowGraph,
  walks: ReadonlyMap<string, LongestWalk>,
  { id, walk, said }: Begun,
): Problem {
  const count = walk.cost.sends + said;
  const message = `From ${graph.byId.get(id)?.label} on, ${count} messages may be sent at once, and a session ends after ${MAX_SENDS_PER_STEP}. Put a question or a wait between them, or say more in one message.`;
  return { code: "messages-too-many", severity: "error", nodeId: id, message, witness: wayOf(id, walks) };
}

function wayOf(from: string, walks: ReadonlyMap<string, LongestWalk>): string[] {
  const way: string[] = [];
  for (let at: string | null = from; at !== null; at = walks.get(at)?.next ?? null) way.push(at);
  return way;
}
