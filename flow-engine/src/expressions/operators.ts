/** The comparisons there are: what each looks at, and what it is compared with. */
import { z } from "zod";

export const OPERATORS = [
  "equals",
  "not-equals",
  "is-set",
  "is-empty",
  "is-true",
  "is-false",
  "one-of",
  "none-of",
  "contains",
  "not-contains",
  "starts-with",
  "ends-with",
  "matches",
  "not-matches",
  "length-at-least",
  "length-at-most",
  "is-email",
  "is-phone",
  "is-url",
  "greater-than",
  "at-least",
  "less-than",
  "at-most",
  "between",
  "is-number",
  "before",
  "after",
  "on-date",
  "in-last",
  "in-next",
  "weekday-is",
  "month-is",
  "time-between",
  "is-date",
  "includes-all",
  "includes-any",
  "count-at-least",
  "count-at-most",
  "is-list",
  "has-tag",
  "has-no-tag",
  "in-hours",
  "not-in-hours",
] as const;
export const operatorSchema = z.enum(OPERATORS);
export type Operator = z.infer<typeof operatorSchema>;

/** What an operator is about: how people look for it. */
export const OPERATOR_KINDS = ["any", "text", "number", "date", "list", "contact", "hours"] as const;
export type OperatorKind = (typeof OPERATOR_KINDS)[number];

/** What stands on the right: nothing, one value, several, or a text of a form of its own. */
export type RightKind =
  | "none"
  | "value"
  /** Comma-separated, or a list variable by itself. */
  | "values"
  | "pattern"
  | "number"
  /** `10..20`, `2026-01-01..2026-02-01`; one end may be left out. */
  | "range"
  | "date"
  /** `90m`, `3d`, `2 weeks`. */
  | "duration"
  | "weekdays"
  | "months"
  /** `09:00..14:30` */
  | "times"
  | "tag";

interface OperatorFacts {
  kind: OperatorKind;
  right: RightKind;
  /** Without a left value: the moment at which it is asked. */
  now?: true;
}

export const OPERATOR_FACTS: Readonly<Record<Operator, OperatorFacts>> = {
  equals: { kind: "any", right: "value" },
  "not-equals": { kind: "any", right: "value" },
  "is-set": { kind: "any", right: "none" },
  "is-empty": { kind: "any", right: "none" },
  "is-true": { kind: "any", right: "none" },
  "is-false": { kind: "any", right: "none" },
  "one-of": { kind: "any", right: "values" },
  "none-of": { kind: "any", right: "values" },
  contains: { kind: "text", right: "value" },
  "not-contains": { kind: "text", right: "value" },
  "starts-with": { kind: "text", right: "value" },
  "ends-with": { kind: "text", right: "value" },
  matches: { kind: "text", right: "pattern" },
  "not-matches": { kind: "text", right: "pattern" },
  "length-at-least": { kind: "text", right: "number" },
  "length-at-most": { kind: "text", right: "number" },
  "is-email": { kind: "text", right: "none" },
  "is-phone": { kind: "text", right: "none" },
  "is-url": { kind: "text", right: "none" },
  // Numbers and dates: their right side has no form of its own.
  "greater-than": { kind: "number", right: "value" },
  "at-least": { kind: "number", right: "value" },
  "less-than": { kind: "number", right: "value" },
  "at-most": { kind: "number", right: "value" },
  between: { kind: "number", right: "range" },
  "is-number": { kind: "number", right: "none" },
  before: { kind: "date", right: "date" },
  after: { kind: "date", right: "date" },
  "on-date": { kind: "date", right: "date" },
  "in-last": { kind: "date", right: "duration" },
  "in-next": { kind: "date", right: "duration" },
  "weekday-is": { kind: "date", right: "weekdays", now: true },
  "month-is": { kind: "date", right: "months", now: true },
  "time-between": { kind: "date", right: "times", now: true },
  "is-date": { kind: "date", right: "none" },
  "includes-all": { kind: "list", right: "values" },
  "includes-any": { kind: "list", right: "values" },
  "count-at-least": { kind: "list", right: "number" },
  "count-at-most": { kind: "list", right: "number" },
  "is-list": { kind: "list", right: "none" },
  "has-tag": { kind: "contact", right: "tag" },
  "has-no-tag": { kind: "contact", right: "tag" },
  "in-hours": { kind: "hours", right: "none", now: true },
  "not-in-hours": { kind: "hours", right: "none", now: true },
};

const operatorsWhere = (fits: (facts: OperatorFacts) => boolean): ReadonlySet<Operator> =>
  new Set(OPERATORS.filter((operator) => fits(OPERATOR_FACTS[operator])));

/** Operators that look at the left value alone. */
export const UNARY_OPERATORS = operatorsWhere(({ right }) => right === "none");
/** Operators that ask whether there is a value at all. */
export const PRESENCE_OPERATORS: ReadonlySet<Operator> = new Set(["is-set", "is-empty"]);
/** Operators that look at the contact's tags, not at a left value. */
export const TAG_OPERATORS = operatorsWhere(({ right }) => right === "tag");
/** Operators that look at the present moment when there is no left value. */
export const NOW_OPERATORS = operatorsWhere(({ now }) => now === true);
