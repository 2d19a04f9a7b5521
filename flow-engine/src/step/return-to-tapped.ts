/** A tap on an earlier message of this session leads back to its node: option ids are stable. */
import type { Tap } from "../content/inbound.ts";
import { nodeSpec } from "../nodes/index.ts";
import type { Frame } from "../session/schema.ts";
import type { Walk } from "./walk.ts";

/** Waits that a customer may leave by going back; one for a task or for an agent is not theirs to leave. */
const LEAVABLE: ReadonlySet<string> = new Set(["message", "timer"]);

/** An earlier node of a running frame. */
export interface Tapped {
  depth: number;
  nodeId: string;
}

/** The node to go back to for a tap on an earlier message of this session; null when there is none. */
export function findTapped(walk: Walk, { id, sessionId, nodeId }: Tap): Tapped | null {
  const { session } = walk;
  if (sessionId !== session.id || !session.wait || !LEAVABLE.has(session.wait.for)) return null;
  if (nodeId === undefined || nodeId === walk.frame.nodeId) return null;
  const depth = session.frames.findLastIndex((frame) => takesTap(walk, frame, nodeId, id));
  return depth === -1 ? null : { depth, nodeId };
}

/** Leaves the current wait, and the flows called since, for the tapped node. */
export function returnToTapped(walk: Walk, { depth, nodeId }: Tapped): void {
  walk.endWait();
  while (walk.session.frames.length > depth + 1) {
    walk.popFrame();
    walk.record({ type: "flow-returned", nodeId: walk.frame.nodeId });
  }
  // What waited below an interrupting flow is left as well.
  delete walk.frame.suspended;
  walk.frame.nodeId = nodeId;
}

function takesTap(walk: Walk, frame: Frame, nodeId: string, tapId: string): boolean {
  const node = walk.program(frame)?.nodes.get(nodeId);
  return node !== undefined && nodeSpec(node.type).takesTap?.(node.data, tapId) === true;
}
