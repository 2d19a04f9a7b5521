/** Loops without a wait: a walk in one would spin until the limit of a step ends the session. */
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";
import { stronglyConnected } from "./strongly-connected.ts";

/** One problem per knot of loops, with one way round it as the witness. */
export function checkLoops(graph: FlowGraph): Problem[] {
  const restless = new Set(graph.nodes.filter(({ id }) => !mayWait(graph, id)).map(({ id }) => id));
  const targets = (id: string) => restlessWays(graph, id).filter((target) => restless.has(target));
  return stronglyConnected([...restless], targets).flatMap((knot) => {
    const first = knot[0];
    const witness = first === undefined ? null : wayRound(first, new Set(knot), targets);
    if (first === undefined || !witness) return [];
    const names = witness.map((id) => graph.byId.get(id)?.label ?? id).join(" → ");
    const message = `A loop without a wait: ${names}. Put a question or a wait into it.`;
    return [{ code: "loop-without-wait", severity: "error", nodeId: first, message, witness }];
  });
}

/** A loop over a list ends by itself: its body leads back to it, but not round and round. */
function restlessWays(graph: FlowGraph, id: string): string[] {
  const sound = graph.byId.get(id)?.sound;
  const [body] = sound?.spec.rounds ? sound.ports : [];
  return graph.waysFrom(id).flatMap(({ port, target }) => (body && port === body.id ? [] : [target]));
}

/** A node that waits, or that calls a flow which may; one that can't be read counts too, its own problem is enough. */
function mayWait(graph: FlowGraph, id: string): boolean {
  const sound = graph.byId.get(id)?.sound;
  return !sound || sound.spec.silence !== undefined || sound.spec.returned !== undefined;
}

/** A shortest way from `from` back to it inside the knot; null when there is none. */
function wayRound(
  from: string,
  knot: ReadonlySet<string>,
  targets: (id: string) => string[],
): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [from];
  for (const id of queue) {
    for (const target of targets(id)) {
      if (target === from) return [...pathTo(id, from, cameFrom), from];
      if (!knot.has(target) || cameFrom.has(target)) continue;
      cameFrom.set(target, id);
      queue.push(target);
    }
  }
  return null;
}

function pathTo(id: string, from: string, cameFrom: ReadonlyMap<string, string>): string[] {
  const path = [id];
  for (let at = id; at !== from; ) {
    at = cameFrom.get(at) ?? from;
    path.unshift(at);
  }
  return path;
}
