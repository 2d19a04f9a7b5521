/** Flows that call each other round and round: each call goes one deeper, until the limit ends the session. */
import { parseFlow } from "../parse.ts";
import type { CheckOptions } from "./check.ts";
import { type FlowGraph, flowGraph } from "./flow-graph.ts";
import { refsOfKind } from "./node-refs.ts";
import type { Problem } from "./problem.ts";

export function checkCallCycles(graph: FlowGraph, { flows }: CheckOptions): Problem[] {
  if (!flows) return [];
  const own = graph.flow.name;
  const called = callsOf(flows);
  return refsOfKind(graph, "flow").flatMap(({ node, ref }): Problem[] => {
    if (node.type !== "call-flow") return [];
    const way = wayTo(own, ref.ref, called);
    if (!way) return [];
    const names = [own, ...way].map((name) => `“${name}”`).join(" → ");
    const message = `${node.label} calls flows that come back to this one: ${names}. Each call goes one deeper; go to the flow instead, or end the circle.`;
    return [
      { code: "flow-calls-itself", severity: "warning", nodeId: node.id, message, witness: [own, ...way] },
    ];
  });
}

/** Which flows a flow calls, by their names. Ids are resolved; a definition that can't be read calls nothing. */
function callsOf(flows: ReadonlyMap<string, unknown>): (ref: string) => { name: string; calls: string[] } {
  const kept = new Map<string, { name: string; calls: string[] }>();
  return (ref) => {
    const known = kept.get(ref);
    if (known) return known;
    const parsed = parseFlow(flows.get(ref));
    const found = parsed.ok
      ? {
          name: parsed.flow.name,
          calls: refsOfKind(flowGraph(parsed.flow), "flow")
            .filter(({ node }) => node.type === "call-flow")
            .map((each) => each.ref.ref),
        }
      : { name: ref, calls: [] };
    kept.set(ref, found);
    return found;
  };
}

/** Names on a shortest way from a called flow to the one called `own`; null when there is none. */
function wayTo(
  own: string,
  from: string,
  called: (ref: string) => { name: string; calls: string[] },
): string[] | null {
  const first = called(from);
  const ways = new Map([[first.name, { refs: first.calls, way: [first.name] }]]);
  for (const [name, { refs, way }] of ways) {
    if (name === own) return way;
    for (const ref of refs) {
      const next = called(ref);
      if (!ways.has(next.name)) ways.set(next.name, { refs: next.calls, way: [...way, next.name] });
    }
  }
  return null;
}
