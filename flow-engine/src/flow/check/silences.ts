/** What a node's ways out say of time: whether the customer was heard, or the walk paused, before it goes on by one. */
import type { Silence } from "../../nodes/define-node.ts";
import type { CheckedNode, FlowGraph, Way } from "./flow-graph.ts";

/** A way out with what happened before it was taken; null: it may be taken at once. */
export interface TimedExit extends Way {
  silence: Silence | null;
}

export function timedExits(graph: FlowGraph, nodeId: string): TimedExit[] {
  const silences = silencesOf(graph.byId.get(nodeId));
  return graph.waysFrom(nodeId).map((exit) => ({
    ...exit,
    silence: exit.port !== null && Object.hasOwn(silences, exit.port) ? (silences[exit.port] ?? null) : null,
  }));
}

function silencesOf(node: CheckedNode | undefined): Readonly<Record<string, Silence>> {
  return node?.sound?.spec.silence?.(node.sound.data) ?? {};
}

/** Whether the walk surely stopped for a person or a time before it went on by this way out. */
export function rests({ silence }: TimedExit): boolean {
  return silence !== null && ("heard" in silence || silence.pauses);
}
