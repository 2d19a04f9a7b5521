/** Leaves by `yes` when its rules hold, by `no` when they don't. */
import { type Comparison, compileRule, type Facts, holds } from "../../expressions/conditions.ts";
import { defineNode, go } from "../define-node.ts";
import { factsOf } from "../facts.ts";
import { type PlacedRule, placed, ruleProblems, ruleReads, ruleTexts } from "../rule-checks.ts";
import { type ConditionData, conditionSchema, isRuleGroup } from "./schema.ts";

type Match = ConditionData["match"];
interface PreparedGroup {
  match: Match;
  rules: Comparison[];
}

function isMet(item: Comparison | PreparedGroup, facts: Facts): boolean {
  return "rules" in item ? areMet(item.match, item.rules, facts) : holds(item, facts);
}

function areMet(match: Match, items: readonly (Comparison | PreparedGroup)[], facts: Facts): boolean {
  const test = (item: Comparison | PreparedGroup) => isMet(item, facts);
  return match === "any" ? items.some(test) : items.every(test);
}

function placedRules({ rules }: ConditionData): PlacedRule[] {
  return rules.flatMap((item, at): PlacedRule[] =>
    isRuleGroup(item)
      ? placed(item.rules, ["rules", at, "rules"], `group ${at + 1}, rule`)
      : [{ rule: item, path: ["rules", at], label: `rule ${at + 1}` }],
  );
}

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
  prepare: (data) =>
    data.rules.map((item): Comparison | PreparedGroup =>
      isRuleGroup(item) ? { match: item.match, rules: item.rules.map(compileRule) } : compileRule(item),
    ),
  enter: (scope) => go(areMet(scope.data.match, scope.prepared, factsOf(scope)) ? "yes" : "no"),
  texts: (data) => ruleTexts(placedRules(data)),
  refs: (data) => ruleReads(placedRules(data)),
  check: (data) => ruleProblems(placedRules(data)),
});
