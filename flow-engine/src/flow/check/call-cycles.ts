/** Flows that call each other round and round: each call goes one deeper, until the limit ends the session. */
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";
import { flowRefs, type Outcome, type Summaries, type Summary } from "./summaries.ts";

/** An error when no way leads out of the circle: whoever comes into it never hears of the bot again. */
export function checkCallCycles(graph: FlowGraph, summaries: Summaries): Problem[] {
  const own = graph.flow.name;
  return graph.nodes.flatMap(({ id, label, sound }): Problem[] => {
    const refs = sound?.spec.returned ? flowRefs(sound) : [];
    const way = refs.map((ref) => wayTo(own, ref, summaries)).find((found) => found !== null);
    if (!way) return [];
    const { waits, ends } = outcomeOf(own, summaries);
    const isEndless = !waits && !ends;
    const witness = [own, ...way];
    const names = witness.map((name) => `“${name}”`).join(" → ");
    const message = isEndless
      ? `${label} calls flows that come back to this one, without a wait and on every way: ${names}. It can never end. Put a way out or a question in front of the call.`
      : `${label} calls flows that come back to this one: ${names}. Each call goes one deeper; go to the flow instead, or end the circle.`;
    return [
      { code: "flow-calls-itself", severity: isEndless ? "error" : "warning", nodeId: id, message, witness },
    ];
  });
}

/** Names on a shortest way from a called flow to the one called `own`; null when there is none. */
function wayTo(own: string, from: string, summaries: Summaries): string[] | null {
  const first = summaries.get(from);
  if (!first) return null;
  const ways = new Map<Summary, string[]>([[first, [first.name]]]);
  for (const [summary, way] of ways) {
    if (summary.name === own) return way;
    for (const ref of summary.calls) {
      const next = summaries.get(ref);
      if (next && !ways.has(next)) ways.set(next, [...way, next.name]);
    }
  }
  return null;
}

/** What may come of a flow, with all it runs: the least that the flows of a circle can promise each other. */
function outcomeOf(name: string, summaries: Summaries): Outcome {
  const own = summaries.get(name);
  const known = new Map<Summary, Outcome>();
  const resolve = (ref: string): Outcome => {
    // Others name this very flow by its id too, under which it is as it was saved.
    const found = summaries.get(ref);
    const summary = found?.name === name ? own : found;
    if (!summary) return { waits: true, ends: true };
    const outcome = known.get(summary) ?? { waits: false, ends: false };
    known.set(summary, outcome);
    return outcome;
  };
  resolve(name);
  for (let changes = 1; changes > 0; ) {
    changes = 0;
    for (const [summary, before] of known) {
      const after = summary.outcome(resolve);
      if (after.waits === before.waits && after.ends === before.ends) continue;
      known.set(summary, after);
      changes += 1;
    }
  }
  return resolve(name);
}
