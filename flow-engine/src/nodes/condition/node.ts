/** Leaves by `yes` when its rules hold, by `no` when they don't. */
import { type Comparison, compileRule, holds } from "../../expressions/conditions.ts";
import { defineNode, go } from "../define-node.ts";
import { factsOf } from "../facts.ts";
import { ruleProblems, ruleReads, ruleTexts } from "../rule-checks.ts";
import { conditionSchema } from "./schema.ts";

export const conditionNode = defineNode({
  type: "condition",
  group: "logic",
  summary: "Leaves by `yes` when its rules hold, by `no` when they don't.",
  version: 1,
  schema: conditionSchema,
  defaults: { match: "all", rules: [{ left: "", operator: "equals", right: "" }] },
  ports: () => [
    { id: "yes", label: "Yes" },
    { id: "no", label: "No", optional: true },
  ],
  prepare: (data): Comparison[] => data.rules.map(compileRule),
  enter(scope) {
    const facts = factsOf(scope);
    const test = (rule: Comparison) => holds(rule, facts);
    const met = scope.data.match === "any" ? scope.prepared.some(test) : scope.prepared.every(test);
    return go(met ? "yes" : "no");
  },
  texts: (data) => ruleTexts(data.rules, ["rules"], "rule"),
  refs: (data) => ruleReads(data.rules),
  check: (data) => ruleProblems(data.rules, "rule"),
});
