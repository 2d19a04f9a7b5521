/** The comparisons of conditions in plain words. */
import { OPERATORS, type Operator, UNARY_OPERATORS } from "@hilo/flow-engine";

export const OPERATOR_WORDS: Record<Operator, string> = {
  equals: "is",
  "not-equals": "is not",
  contains: "contains",
  "not-contains": "does not contain",
  "starts-with": "starts with",
  "ends-with": "ends with",
  matches: "matches the pattern",
  "greater-than": "is more than",
  "at-least": "is at least",
  "less-than": "is less than",
  "at-most": "is at most",
  "is-set": "has a value",
  "is-empty": "is empty",
  "is-true": "is true",
  "is-false": "is false",
  "has-tag": "contact has the tag",
  "has-no-tag": "contact does not have the tag",
};

/** They ask about the contact's tags, not about a value. */
const TAG_OPERATORS: ReadonlySet<Operator> = new Set(["has-tag", "has-no-tag"]);

export const asksTags = (operator: Operator) => TAG_OPERATORS.has(operator);
export const needsRight = (operator: Operator) => !UNARY_OPERATORS.has(operator);

export const OPERATOR_OPTIONS = OPERATORS.map((value) => ({ value, label: OPERATOR_WORDS[value] }));

/** For one value with many cases: comparisons of that value only. */
export const CASE_OPERATOR_OPTIONS = OPERATOR_OPTIONS.filter(({ value }) => !asksTags(value));

export function isOperator(value: string | null): value is Operator {
  return OPERATORS.some((operator) => operator === value);
}
