/**
 * Goes one way or the other.
 * `{ "match": "all", "rules": [{ "left": "edad", "operator": "at-least", "right": "18" }] }`
 * Rules may stand in groups:
 * `{ "match": "all", "rules": [{ "operator": "in-hours" }, { "match": "any", "rules": [{ "operator": "has-tag", "right": "vip" }, { "left": "total", "operator": "between", "right": "100..500" }] }] }`
 */
import { z } from "zod";
import { type Rule, ruleSchema } from "../../expressions/conditions.ts";

/** Rules in all: more are a flow of their own. */
export const MAX_RULES = 30;

const matchSchema = z.enum(["all", "any"]).default("all");

/** Without keys it does not know: `operator` is what tells a rule from a group. */
export const ruleGroupSchema = z.object({
  match: matchSchema.describe("Whether all rules of the group have to hold, or one is enough."),
  rules: z.array(ruleSchema).min(1).max(MAX_RULES).describe("The rules of the group."),
});
export type RuleGroup = z.infer<typeof ruleGroupSchema>;

export const conditionSchema = z.looseObject({
  match: matchSchema.describe("Whether all rules have to hold, or one is enough."),
  rules: z
    .array(z.union([ruleSchema, ruleGroupSchema]))
    .min(1)
    .max(MAX_RULES)
    .describe("What is compared with what: rules, and groups of rules, one level deep."),
});
export type ConditionData = z.infer<typeof conditionSchema>;

export function isRuleGroup(item: Rule | RuleGroup): item is RuleGroup {
  return !("operator" in item);
}
