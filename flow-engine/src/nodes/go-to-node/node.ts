/** Goes on at another step of the flow. */
import { defineNode, type NodeProblem } from "../define-node.ts";
import { goToNodeSchema } from "./schema.ts";

function nodeEmpty(): NodeProblem {
  return { code: "node-empty", severity: "error", message: "No step is chosen. Choose where to go on." };
}

export const goToNodeNode = defineNode({
  type: "go-to-node",
  group: "logic",
  summary: "Goes on at another step of the flow, without an edge across the canvas.",
  version: 1,
  schema: goToNodeSchema,
  defaults: { node: "" },
  ports: () => [],
  prepare: () => null,
  enter: (scope) => ({ kind: "jump", nodeId: scope.data.node }),
  refs: ({ node }) => (node.trim() === "" ? [] : [{ kind: "node", id: node }]),
  check: ({ node }) => (node.trim() === "" ? [nodeEmpty()] : []),
});
