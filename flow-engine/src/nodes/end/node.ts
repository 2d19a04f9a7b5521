/** The explicit end of a flow. */
import { defineNode } from "../define-node.ts";
import { endSchema } from "./schema.ts";

export const endNode = defineNode({
  type: "end",
  group: "logic",
  summary: "Ends the flow: returns to the one that called it, or completes the session.",
  version: 1,
  schema: endSchema,
  defaults: {},
  ports: () => [],
  prepare: () => null,
  enter: () => ({ kind: "end" }),
});
