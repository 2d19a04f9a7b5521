/** The nodes a session passed, from the log of its steps. Pure. */
import { type TraceEvent, traceEventSchema } from "@hilo/flow-engine";

export interface PathStep {
  nodeId: string;
  /** The port it left by; absent where it still stands. */
  port?: string;
  /** Version of the flow that the node is of, where that is not the one the session was begun with. */
  program?: string;
}

/** A flow that called another one, and the node it called from. */
interface Caller {
  nodeId: string;
  program: string | undefined;
}

/** @param steps oldest first, each with its trace as stored */
export function sessionPath(steps: readonly { trace: readonly unknown[] }[]): PathStep[] {
  const walk = new PathWalk();
  for (const step of steps) {
    for (const entry of step.trace) {
      const parsed = traceEventSchema.safeParse(entry);
      // A newer server may trace what this page does not know: it is not part of the path.
      if (parsed.success) walk.take(parsed.data);
    }
  }
  return walk.path;
}

/** Follows calls and returns, so that steps of several flows under the same ids are told apart. */
class PathWalk {
  path: PathStep[] = [];
  #program: string | undefined;
  #callers: Caller[] = [];

  take(event: TraceEvent): void {
    switch (event.type) {
      case "node-entered":
        this.path.push(this.#step({ nodeId: event.nodeId }));
        return;
      case "port-taken":
        this.#leaveBy(event.nodeId, event.port);
        return;
      case "flow-called":
      case "flow-suspended":
        this.#callers.push({ nodeId: event.nodeId, program: this.#program });
        this.#program = event.flow;
        return;
      case "flow-changed":
        this.#program = event.flow;
        return;
      case "flow-returned":
      case "flow-resumed":
        this.#returnTo(event.nodeId);
        return;
      case "version-changed":
        this.#rename(event.from, event.to);
        return;
      default:
        return;
    }
  }

  #step(step: PathStep): PathStep {
    return this.#program === undefined ? step : { ...step, program: this.#program };
  }

  #leaveBy(nodeId: string, port: string): void {
    const last = this.path.at(-1);
    if (last?.nodeId === nodeId && last.program === this.#program) last.port = port;
    else this.path.push(this.#step({ nodeId, port }));
  }

  /** One return may leave several flows: the uppermost caller with its node is where it leads. */
  #returnTo(nodeId: string): void {
    const at = this.#callers.findLastIndex((caller) => caller.nodeId === nodeId);
    const caller = this.#callers[at];
    if (!caller) return;
    this.#callers.length = at;
    this.#program = caller.program;
  }

  /** The steps of a version that was replaced are in the new one under the same ids. */
  #rename(from: string, to: string): void {
    const renamed = <T extends { program?: string | undefined }>(one: T): T =>
      one.program === from ? { ...one, program: to } : one;
    this.path = this.path.map(renamed);
    this.#callers = this.#callers.map(renamed);
    if (this.#program === from) this.#program = to;
  }
}

interface Standing {
  /** Of the flow that the session was begun with, as it is now. */
  flowVersionId: string;
  /** Of the flow that is drawn. */
  drawn: string;
}

/** The steps that are of the flow that is drawn. */
export function stepsIn(path: readonly PathStep[], { flowVersionId, drawn }: Standing): PathStep[] {
  return path.filter(({ program = flowVersionId }) => program === drawn);
}
