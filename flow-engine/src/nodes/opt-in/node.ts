/** Notes that the contact wants to hear from the business. */
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { optInSchema } from "./schema.ts";

export const optInNode = defineNode({
  type: "opt-in",
  group: "act",
  summary: "Notes that the contact wants messages, about one topic or about everything.",
  version: 1,
  schema: optInSchema,
  defaults: {},
  ports: () => [NEXT_PORT],
  prepare: () => null,
  enter(scope) {
    const { topic } = scope.data;
    scope.emit({ type: "set-opt-in", state: "in", ...(topic ? { topic } : {}) });
    return go();
  },
});
