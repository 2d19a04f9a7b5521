/** Gives the customer's messages so far their blue ticks, and goes on. */
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { markReadSchema } from "./schema.ts";

export const markReadNode = defineNode({
  type: "mark-read",
  group: "act",
  summary: "Gives the customer's messages so far their blue ticks.",
  version: 1,
  schema: markReadSchema,
  defaults: {},
  ports: () => [NEXT_PORT],
  prepare: () => null,
  enter(scope) {
    scope.emit({ type: "mark-read" });
    return go();
  },
});
