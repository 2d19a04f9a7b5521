/** What the simulator tells the canvas after each step of its session. */
import type { ServerEventPayload } from "@hilo/server/contract";

/** Where the session stands and the nodes and ports it passed in this step, in order. */
export type SimulatorStep = Pick<
  ServerEventPayload<"session:updated">,
  "sessionId" | "status" | "flowId" | "flowVersionId" | "nodeId" | "path"
>;
