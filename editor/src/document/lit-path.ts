/** Where a session went through this flow, gathered from its steps, and where it stands. */

import { isLiveStatus } from "@hilo/flow-engine";
export interface LitPath {
  sessionId: string | null;
  nodes: ReadonlySet<string>;
  /** Keys by `litPort`. */
  ports: ReadonlySet<string>;
  /** The node it waits at; null when it ended or is elsewhere. */
  at: string | null;
}

/** One step, as the live events state it. */
export interface PathStep {
  sessionId: string;
  status: "Active" | "Paused" | "Completed" | "Errored";
  nodeId: string | null;
  path: readonly { nodeId: string; port?: string | undefined }[];
}

export const NOTHING_LIT: LitPath = { sessionId: null, nodes: new Set(), ports: new Set(), at: null };

/** Adds a step; another session starts a path of its own. */
export function lightStep(lit: LitPath, step: PathStep): LitPath {
  const goesOn = lit.sessionId === step.sessionId;
  const nodes = new Set(goesOn ? lit.nodes : []);
  const ports = new Set(goesOn ? lit.ports : []);
  for (const { nodeId, port } of step.path) {
    nodes.add(nodeId);
    if (port !== undefined) ports.add(litPort(nodeId, port));
  }
  const live = isLiveStatus(step.status);
  return { sessionId: step.sessionId, nodes, ports, at: live ? step.nodeId : null };
}

export function litPort(nodeId: string, port: string): string {
  return `${nodeId} ${port}`;
}
