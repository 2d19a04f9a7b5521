/** Variables that are read where no step has set them: never, or not on every way. A data-flow analysis over the graph. */
import type { CheckedNode, FlowGraph, Way } from "./flow-graph.ts";
import { refsOf, refsOfKind } from "./node-refs.ts";
import type { Problem } from "./problem.ts";

export function checkVariables(graph: FlowGraph): Problem[] {
  const setters = settersByName(graph);
  const given = givenAtStart(graph);
  const certain = setForSure(graph, setters, given);
  return graph.nodes.flatMap((node) => {
    const known = certain.get(node.id);
    // What can't be reached is a problem of its own.
    if (!known) return [];
    return readsOf(node).flatMap((name): Problem[] => {
      if (given.has(name) || known.has(name)) return [];
      return setters.has(name) ? onSomeWay(graph, node, name) : never(node, name);
    });
  });
}

/** Names read by a node without providing for their being unset, but for those that it sets itself before. */
function readsOf(node: CheckedNode): string[] {
  const own = new Set(
    node.type === "set" ? refsOf(node).flatMap((ref) => (ref.kind === "sets" ? [ref.name] : [])) : [],
  );
  const names = refsOf(node).flatMap((ref) => (ref.kind === "reads" && !ref.guarded ? [ref.name] : []));
  return [...new Set(names)].filter((name) => !own.has(name));
}

function settersByName(graph: FlowGraph): ReadonlySet<string> {
  return new Set(refsOfKind(graph, "sets").map(({ ref }) => ref.name));
}

/** What the flow begins with by its own word: a caller has to give it, or there is a default. */
function givenAtStart({ flow }: FlowGraph): ReadonlySet<string> {
  return new Set(flow.inputs.map(({ name }) => name));
}

/** Whether a node left by a way has set the variable for sure. */
function sets(node: CheckedNode | undefined, { port }: Way, name: string): boolean {
  return (
    node !== undefined &&
    refsOf(node).some(
      (ref) =>
        ref.kind === "sets" &&
        ref.name === name &&
        (ref.ports === undefined || (port !== null && ref.ports.includes(port))),
    )
  );
}

/** For each node that can be reached: the variables that are set on every way to it. */
function setForSure(
  graph: FlowGraph,
  names: ReadonlySet<string>,
  given: ReadonlySet<string>,
): Map<string, ReadonlySet<string>> {
  const known = new Map<string, ReadonlySet<string>>([[graph.start.id, new Set(given)]]);
  const queue = [graph.start.id];
  const queued = new Set(queue);
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    queued.delete(id);
    for (const way of graph.waysFrom(id)) {
      const after = afterWay(graph.byId.get(id), way, known.get(id) ?? new Set(), names);
      const before = known.get(way.target);
      const joined = before ? new Set([...before].filter((name) => after.has(name))) : after;
      if (before && joined.size === before.size) continue;
      known.set(way.target, joined);
      if (!queued.has(way.target)) queue.push(way.target);
      queued.add(way.target);
    }
  }
  return known;
}

function afterWay(
  node: CheckedNode | undefined,
  way: Way,
  before: ReadonlySet<string>,
  names: ReadonlySet<string>,
): ReadonlySet<string> {
  if (!node) return before;
  // A step that can't be read might set anything: its own problem is enough.
  if (!node.sound) return names;
  const added = refsOf(node).flatMap((ref) =>
    ref.kind === "sets" && sets(node, way, ref.name) ? [ref.name] : [],
  );
  return added.every((name) => before.has(name)) ? before : new Set([...before, ...added]);
}

function never({ id, label }: CheckedNode, name: string): Problem[] {
  const message = `${label} reads “${name}”, which no step of this flow sets. Correct the name, or give it a default: {{ ${name} | default: "…" }}.`;
  return [{ code: "variable-unknown", severity: "warning", nodeId: id, variable: name, message }];
}

function onSomeWay(graph: FlowGraph, node: CheckedNode, name: string): Problem[] {
  const witness = wayWithout(graph, node.id, name);
  const via = witness
    .slice(1, -1)
    .map((id) => graph.byId.get(id)?.label ?? id)
    .slice(-3)
    .join(" → ");
  const where = via === "" ? "right after the start" : `by ${via}`;
  const message = `${node.label} reads “${name}”, which is not set when the customer comes ${where}. Set it there too, or give it a default: {{ ${name} | default: "…" }}.`;
  return [{ code: "variable-unset", severity: "warning", nodeId: node.id, variable: name, message, witness }];
}

/** A shortest way from the start to a node on which nothing sets the variable. */
function wayWithout(graph: FlowGraph, to: string, name: string): string[] {
  const cameFrom = new Map<string, string | null>([[graph.start.id, null]]);
  for (const id of cameFrom.keys()) {
    if (id === to) break;
    for (const way of graph.waysFrom(id)) {
      if (cameFrom.has(way.target) || sets(graph.byId.get(id), way, name)) continue;
      cameFrom.set(way.target, id);
    }
  }
  const way: string[] = [];
  for (let at: string | null | undefined = to; at; at = cameFrom.get(at)) way.unshift(at);
  return way;
}
