/** Notes that the contact wants to hear nothing more. */
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { optOutSchema } from "./schema.ts";

export const optOutNode = defineNode({
  type: "opt-out",
  group: "act",
  summary: "Notes that the contact wants no more messages, about one topic or about everything.",
  version: 1,
  schema: optOutSchema,
  defaults: {},
  ports: () => [NEXT_PORT],
  prepare: () => null,
  enter(scope) {
    const { topic } = scope.data;
    scope.emit({ type: "set-opt-in", state: "out", ...(topic ? { topic } : {}) });
    return go();
  },
});
