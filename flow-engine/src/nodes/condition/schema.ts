/**
 * Goes one way or the other.
 * `{ "match": "all", "rules": [{ "left": "edad", "operator": "at-least", "right": "18" }] }`
 */
import { z } from "zod";
import { ruleSchema } from "../../expressions/conditions.ts";

export const conditionSchema = z.looseObject({
  match: z.enum(["all", "any"]).default("all").describe("Whether all rules have to hold, or one is enough."),
  rules: z.array(ruleSchema).min(1).max(30).describe("What is compared with what."),
});
export type ConditionData = z.infer<typeof conditionSchema>;
