/** What the nodes of a flow read, set and name, found once for all checks. */
import type { Ref } from "../../nodes/define-node.ts";
import { nodeRefs } from "../../nodes/node-facts.ts";
import type { CheckedNode, FlowGraph } from "./flow-graph.ts";

const kept = new WeakMap<CheckedNode, readonly Ref[]>();

/** None for a node that can't be read. */
export function refsOf(node: CheckedNode): readonly Ref[] {
  const known = kept.get(node);
  if (known) return known;
  const refs = node.sound ? nodeRefs(node.sound.spec, node.sound.data) : [];
  kept.set(node, refs);
  return refs;
}

export type RefOf<K extends Ref["kind"]> = Extract<Ref, { kind: K }>;

/** Every ref of a kind, with its node, in the flow's order. */
export function refsOfKind<K extends Ref["kind"]>(
  graph: FlowGraph,
  kind: K,
): { node: CheckedNode; ref: RefOf<K> }[] {
  const isWanted = (ref: Ref): ref is RefOf<K> => ref.kind === kind;
  return graph.nodes.flatMap((node) =>
    refsOf(node)
      .filter(isWanted)
      .map((ref) => ({ node, ref })),
  );
}
