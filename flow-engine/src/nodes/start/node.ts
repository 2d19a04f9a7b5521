/** The entry of a flow: passes straight on. */
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { startSchema } from "./schema.ts";

export const startNode = defineNode({
  type: "start",
  group: "start",
  summary: "Where a flow begins; its triggers say when.",
  version: 1,
  schema: startSchema,
  defaults: {},
  ports: () => [NEXT_PORT],
  prepare: () => null,
  enter: () => go(),
});
