/** Loops without a wait: a walk in one would spin until the limit of a step ends the session. */
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";
import { rests, timedExits } from "./silences.ts";
import { stronglyConnected } from "./strongly-connected.ts";
import { passesAtOnce, type Summaries } from "./summaries.ts";
import { waysFrom, wayTo } from "./ways.ts";

/** One problem per knot of loops, with one way round it as the witness. */
export function checkLoops(graph: FlowGraph, summaries: Summaries): Problem[] {
  const restless = new Map(graph.nodes.map(({ id }) => [id, restlessTargets(graph, id, summaries)]));
  const targets = (id: string) => restless.get(id) ?? [];
  return stronglyConnected([...restless.keys()], targets).flatMap((knot) => {
    const first = knot[0];
    const witness = first === undefined ? null : wayRound(first, new Set(knot), targets);
    if (first === undefined || !witness) return [];
    const names = witness.map((id) => graph.byId.get(id)?.label ?? id).join(" → ");
    const message = `A loop without a wait: ${names}. Put a question or a wait into it.`;
    return [{ code: "loop-without-wait", severity: "error", nodeId: first, message, witness }];
  });
}

/**
 * Where a walk may go on without anybody's doing and without a pause. The rounds of a `for-each` end by themselves, so
 * its way into the body counts for none; a node that can't be read has a problem of its own.
 */
export function restlessTargets(graph: FlowGraph, id: string, summaries: Summaries): string[] {
  const sound = graph.byId.get(id)?.sound;
  if (!sound) return [];
  const body = sound.spec.rounds === undefined ? undefined : sound.ports[0]?.id;
  return timedExits(graph, id)
    .filter((exit) => exit.port === null || exit.port !== body)
    .filter((exit) => !rests(exit) && passesAtOnce(sound, exit, summaries))
    .map(({ target }) => target);
}

/** A shortest way from `from` back to it inside the knot; null when there is none. */
function wayRound(
  from: string,
  knot: ReadonlySet<string>,
  targets: (id: string) => string[],
): string[] | null {
  const inside = (id: string) => targets(id).filter((target) => knot.has(target));
  const cameFrom = waysFrom([from], inside);
  for (const id of cameFrom.keys()) if (targets(id).includes(from)) return [...wayTo(id, cameFrom), from];
  return null;
}
