/** Takes a session to another version of its flow: where every step it stands at is still there, it goes on in the new one. */
import type { Frame } from "../session/schema.ts";
import type { Walk } from "./walk.ts";

/** As much of a version as the question needs: its id, and each step's type by the step's id. */
export interface VersionSteps {
  readonly id: string;
  readonly nodes: ReadonlyMap<string, { readonly type: string }>;
}

type Standing = Pick<Frame, "program" | "nodeId" | "loops">;

/**
 * Why a session can't go on in another version; null when it can. The step it stands at, and every loop that is under
 * way, must be there under the same id and with the same type.
 * @param frames of the session; those of other flows don't matter
 */
export function whyNotMovable(
  frames: readonly Standing[],
  from: VersionSteps,
  to: VersionSteps,
): "not-in-flow" | "step-gone" | null {
  const own = frames.filter((frame) => frame.program === from.id);
  if (own.length === 0) return "not-in-flow";
  const ids = own.flatMap(({ nodeId, loops }) => [nodeId, ...Object.keys(loops ?? {})]);
  const kept = ids.every((id) => {
    const type = to.nodes.get(id)?.type;
    return type !== undefined && type === from.nodes.get(id)?.type;
  });
  return kept ? null : "step-gone";
}

/** What the step waits for goes on as it is: only what follows is the new version's. */
export function moveToVersion(walk: Walk, fromId: string, toId: string): void {
  const from = walk.ctx.programs(fromId);
  const to = walk.ctx.programs(toId);
  const reason = from && to ? whyNotMovable(walk.session.frames, from, to) : "flow-missing";
  if (reason !== null) {
    walk.record({ type: "input-ignored", reason });
    return;
  }
  for (const frame of walk.session.frames) if (frame.program === fromId) frame.program = toId;
  walk.record({ type: "version-changed", nodeId: walk.frame.nodeId, from: fromId, to: toId });
}
