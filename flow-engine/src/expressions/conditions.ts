/** Typed comparisons over values of a conversation: the operators, their schema, their meaning. */
import { z } from "zod";

export const OPERATORS = [
  "equals",
  "not-equals",
  "contains",
  "not-contains",
  "starts-with",
  "ends-with",
  "matches",
  "greater-than",
  "at-least",
  "less-than",
  "at-most",
  "is-set",
  "is-empty",
  "is-true",
  "is-false",
  "has-tag",
  "has-no-tag",
] as const;
export const operatorSchema = z.enum(OPERATORS);
export type Operator = z.infer<typeof operatorSchema>;

/** Operators that look at the left value alone. */
export const UNARY_OPERATORS: ReadonlySet<Operator> = new Set(["is-set", "is-empty", "is-true", "is-false"]);

/** `{ "left": "contact.language", "operator": "equals", "right": "es" }`; `right` is a template. */
export const ruleSchema = z.looseObject({
  /** Path of a variable or of the environment; not used by the tag operators. */
  left: z.string().max(200).default(""),
  operator: operatorSchema,
  right: z.string().max(500).default(""),
});
export type Rule = z.infer<typeof ruleSchema>;
