/** Flows that go to each other round and round without a wait, and calls inside calls over the limit. */
import { MAX_CALL_DEPTH } from "../../step/limits.ts";
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";
import { flowRefs, type Summaries, type Summary } from "./summaries.ts";

type Kind = "calls" | "runsAtOnce";

export function checkFlowLoops(graph: FlowGraph, summaries: Summaries): Problem[] {
  // Calls that come back are a problem of their own, and have no depth.
  if (roundTrip([graph.flow.name], "calls", summaries)) return [];
  return [...tooDeep(graph, summaries), ...endless(graph, summaries)];
}

function tooDeep(graph: FlowGraph, summaries: Summaries): Problem[] {
  return graph.nodes.flatMap(({ id, sound }): Problem[] => {
    const depth = sound?.spec.returned ? 1 + depthOf(flowRefs(sound), summaries) : 0;
    if (depth <= MAX_CALL_DEPTH) return [];
    const message = `Up to ${depth} flows run inside each other from here, and a session ends after ${MAX_CALL_DEPTH}. Go to a flow instead of calling it.`;
    return [{ code: "call-depth", severity: "error", nodeId: id, message }];
  });
}

function endless(graph: FlowGraph, summaries: Summaries): Problem[] {
  return graph.nodes.flatMap(({ id, sound }): Problem[] => {
    const way = sound ? roundTrip(flowRefs(sound), "runsAtOnce", summaries) : null;
    if (!way) return [];
    const message = `${chain(way)} run each other without a wait. Put a question or a wait into one of them.`;
    return [{ code: "flow-loop-without-wait", severity: "error", nodeId: id, message }];
  });
}

/** Names on a round that can be come to from some flows; null when there is none. */
function roundTrip(refs: readonly string[], kind: Kind, summaries: Summaries): string[] | null {
  const done = new Set<Summary>();
  const visit = (ref: string, path: readonly Summary[]): string[] | null => {
    const summary = summaries.get(ref);
    if (!summary || done.has(summary)) return null;
    const again = path.indexOf(summary);
    if (again !== -1) return [...path.slice(again), summary].map(({ name }) => name);
    for (const next of summary[kind]) {
      const found = visit(next, [...path, summary]);
      if (found) return found;
    }
    done.add(summary);
    return null;
  };
  for (const ref of refs) {
    const found = visit(ref, []);
    if (found) return found;
  }
  return null;
}

/** Flows inside each other at most. Only asked where nothing is recursive. */
function depthOf(refs: Iterable<string>, summaries: Summaries, known = new Map<Summary, number>()): number {
  let deepest = 0;
  for (const ref of refs) {
    const summary = summaries.get(ref);
    if (!summary) continue;
    const depth = known.get(summary) ?? 1 + depthOf(summary.calls, summaries, known);
    known.set(summary, depth);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function chain(names: readonly string[]): string {
  return names.map((name) => `“${name}”`).join(" → ");
}
