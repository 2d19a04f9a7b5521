/** The nodes a session passed, from the log of its steps. Pure. */
import { traceEventSchema } from "@hilo/flow-engine";

export interface PathStep {
  nodeId: string;
  /** The port it left by; absent where it still stands. */
  port?: string;
}

/** @param steps oldest first, each with its trace as stored */
export function sessionPath(steps: readonly { trace: readonly unknown[] }[]): PathStep[] {
  const path: PathStep[] = [];
  for (const step of steps) {
    for (const entry of step.trace) {
      const parsed = traceEventSchema.safeParse(entry);
      // A newer server may trace what this page does not know: it is not part of the path.
      if (!parsed.success) continue;
      const event = parsed.data;
      if (event.type === "node-entered") path.push({ nodeId: event.nodeId });
      if (event.type === "port-taken") leaveBy(path, event.nodeId, event.port);
    }
  }
  return path;
}

function leaveBy(path: PathStep[], nodeId: string, port: string): void {
  const last = path.at(-1);
  if (last?.nodeId === nodeId) last.port = port;
  else path.push({ nodeId, port });
}
