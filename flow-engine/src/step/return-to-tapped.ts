/** A tap on an earlier message of this session leads back to its node: option ids are stable. */
import type { Tap } from "../content/inbound.ts";
import type { ProgramNode } from "../flow/program.ts";
import { nodeSpec } from "../nodes/index.ts";
import type { Session } from "../session/schema.ts";
import type { Walk } from "./walk.ts";

/** Waits that a customer may leave by going back; one for a task or for an agent is not theirs to leave. */
const LEAVABLE: ReadonlySet<string> = new Set(["message", "timer"]);

/** Moves the walk to the tapped node when there is one to go back to; it then waits for this very tap. */
export function returnToTapped(walk: Walk, tap: Tap): boolean {
  const { session } = walk;
  if (tap.sessionId !== session.id || !session.wait || !LEAVABLE.has(session.wait.for)) return false;
  if (tap.nodeId === undefined || tap.nodeId === walk.frame.nodeId) return false;
  const depth = session.frames.findLastIndex((frame) => takesTap(walk, frame, tap));
  if (depth === -1) return false;
  walk.endWait();
  while (session.frames.length > depth + 1) walk.popFrame();
  walk.frame.nodeId = tap.nodeId;
  // For the length of this turn the tapped node waits again, so that it resumes as if it had never been left.
  session.wait = { id: `w${session.seq}`, for: "message" };
  return true;
}

function takesTap(walk: Walk, frame: Session["frames"][number], tap: Tap): boolean {
  const node: ProgramNode | undefined = walk.program(frame)?.nodes.get(tap.nodeId ?? "");
  return node !== undefined && nodeSpec(node.type).takesTap?.(node.data, tap.id) === true;
}
