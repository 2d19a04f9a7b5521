/** Gives the conversation to a member, to a team, or to nobody. The bot goes on. */
import { assigneeOf, assigneeProblems, assigneeRefs, assigneeTexts, prepareAssignee } from "../assignee.ts";
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { assignSchema } from "./schema.ts";

export const assignNode = defineNode({
  type: "assign",
  group: "act",
  summary: "Gives the conversation to a member, to a team, or to nobody; the bot goes on.",
  version: 1,
  schema: assignSchema,
  defaults: { to: { kind: "rule", rule: "round-robin" } },
  ports: () => [NEXT_PORT],
  prepare: (data) => prepareAssignee(data.to),
  enter(scope) {
    const to = assigneeOf(scope, scope.prepared);
    if (to) scope.emit({ type: "assign", to });
    else {
      const message = "no member is named: the conversation stays with whoever has it";
      scope.record({ type: "error", nodeId: scope.nodeId, code: "user-empty", message });
    }
    return go();
  },
  texts: (data) => assigneeTexts(data.to, "to"),
  refs: (data) => assigneeRefs(data.to),
  check: (data) => assigneeProblems(data.to),
});
