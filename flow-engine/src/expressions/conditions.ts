/** Typed comparisons over values of a conversation: their schema, prepared once, and whether they hold. */
import { z } from "zod";
import type { Schedule } from "../calendar/schedule.ts";
import { NOW, TESTS } from "./comparisons.ts";
import { parseInstant } from "./dates.ts";
import { readDuration } from "./durations.ts";
import { readClockRanges, readMonths, readRange, readSpan, readWeekdays } from "./moments.ts";
import { toNumber } from "./numbers.ts";
import { NOW_OPERATORS, OPERATOR_FACTS, type Operator, operatorSchema, TAG_OPERATORS } from "./operators.ts";
import { compilePattern, findsIn, type Pattern } from "./patterns.ts";
import { stringify } from "./print.ts";
import { compileTemplate, lonePath, type Template } from "./templates.ts";

/** `{ "left": "contact.language", "operator": "equals", "right": "es" }`; `right` is a template. */
export const ruleSchema = z.looseObject({
  left: z
    .string()
    .max(200)
    .default("")
    .describe(
      "Path of a variable, or `contact.language` and the like. Not used by the tag operators; empty means now where a moment is looked at.",
    ),
  operator: operatorSchema.describe("How it is compared."),
  right: z
    .string()
    .max(500)
    .default("")
    .describe(
      "Template. What it is compared with; a pattern (RE2) as it stands with `matches` and `not-matches`.",
    ),
});
export type Rule = z.infer<typeof ruleSchema>;

type PatternOperator = "matches" | "not-matches";

/** A rule with its template or pattern prepared. */
export type Comparison =
  | { readonly left: string; readonly operator: PatternOperator; readonly pattern: Pattern }
  | {
      readonly left: string;
      readonly operator: Exclude<Operator, PatternOperator>;
      readonly right: Template;
    };

/** What a comparison may look at. */
export interface Facts {
  read(path: string): unknown;
  render(template: Template): string;
  /** IANA zone in which dates without an offset are read. */
  readonly timeZone: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Opening hours of the workspace; absent: always open. */
  readonly hours?: Schedule | undefined;
}

const isPatternOperator = (operator: Operator): operator is PatternOperator =>
  OPERATOR_FACTS[operator].right === "pattern";

/** @throws TemplateSyntaxError, PatternSyntaxError */
export function compileRule(rule: Rule): Comparison {
  const { operator } = rule;
  const left = rule.left.trim();
  if (isPatternOperator(operator)) return { left, operator, pattern: compilePattern(rule.right) };
  return { left, operator, right: compileTemplate(rule.right) };
}

/** Whether a comparison holds. Texts are compared without accents and case; numbers and dates by their value. */
export function holds(comparison: Comparison, facts: Facts): boolean {
  const left = leftOf(comparison, facts);
  if ("pattern" in comparison) {
    return findsIn(comparison.pattern, stringify(left)) === (comparison.operator === "matches");
  }
  const { timeZone, now, hours } = facts;
  const ownPhone = facts.read("contact.phone");
  return TESTS[comparison.operator](left, rightOf(comparison.right, facts), {
    timeZone,
    now,
    hours,
    ownPhone: typeof ownPhone === "string" ? ownPhone : null,
  });
}

function leftOf({ operator, left }: Comparison, facts: Facts): unknown {
  if (TAG_OPERATORS.has(operator)) return facts.read("contact.tags");
  return left === "" && NOW_OPERATORS.has(operator) ? NOW : facts.read(left);
}

/** A list that a variable by itself holds stays one: its items may have commas in them. */
function rightOf(right: Template, facts: Facts): unknown {
  const path = lonePath(right);
  const value = path === null ? undefined : facts.read(path);
  return Array.isArray(value) ? value : facts.render(right);
}

/** Whether a right side that holds no template has the form its operator reads. */
export function isReadable(operator: Operator, right: string): boolean {
  switch (OPERATOR_FACTS[operator].right) {
    case "number":
      return toNumber(right) !== null;
    case "range":
      return isRange(right);
    case "date":
      return parseInstant(right, "UTC") !== null;
    case "duration":
      return (readDuration(right)?.sign ?? -1) >= 0;
    case "weekdays":
      return readWeekdays(right) !== null;
    case "months":
      return readMonths(right) !== null;
    case "times":
      return readClockRanges(right) !== null;
    case "none":
    case "value":
    case "values":
    case "pattern":
    case "tag":
      return true;
  }
}

/** Two numbers or two dates, the smaller first; one end may be open. */
function isRange(text: string): boolean {
  const range = readRange(text);
  if (!range) return false;
  const ends = range.filter((end) => end !== "");
  const numbers = ends.map(toNumber);
  const moments = ends.map((end) => readSpan(end, "UTC")?.from ?? null);
  return [numbers, moments].some(
    ([first = null, second = first]) => first !== null && second !== null && first <= second,
  );
}
