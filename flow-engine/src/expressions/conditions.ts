/** Typed comparisons over values of a conversation: the operators, their schema, their meaning. */
import { z } from "zod";
import { foldText } from "../triggers/normalize.ts";
import { parseInstant } from "./dates.ts";
import { toNumber } from "./numbers.ts";
import { compilePattern, findsIn, type Pattern } from "./patterns.ts";
import { stringify } from "./print.ts";
import { compileTemplate, type Template } from "./templates.ts";
import { toBoolean } from "./yes-no.ts";

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
/** Operators that ask whether there is a value at all. */
export const PRESENCE_OPERATORS: ReadonlySet<Operator> = new Set(["is-set", "is-empty"]);
/** Operators that look at the contact's tags, not at a left value. */
export const TAG_OPERATORS: ReadonlySet<Operator> = new Set(["has-tag", "has-no-tag"]);

/** `{ "left": "contact.language", "operator": "equals", "right": "es" }`; `right` is a template. */
export const ruleSchema = z.looseObject({
  /** Path of a variable or of the environment; not used by the tag operators. */
  left: z.string().max(200).default(""),
  operator: operatorSchema,
  /** With `matches`: an RE2 pattern as it stands, not a template. */
  right: z.string().max(500).default(""),
});
export type Rule = z.infer<typeof ruleSchema>;

/** A rule with its template or pattern prepared. */
export type Comparison =
  | { readonly left: string; readonly operator: "matches"; readonly pattern: Pattern }
  | { readonly left: string; readonly operator: Exclude<Operator, "matches">; readonly right: Template };

/** What a comparison may look at. */
export interface Facts {
  read(path: string): unknown;
  render(template: Template): string;
  /** IANA zone in which dates without an offset are read. */
  readonly timeZone: string;
}

/** @throws TemplateSyntaxError, PatternSyntaxError */
export function compileRule(rule: Rule): Comparison {
  const { operator } = rule;
  const left = rule.left.trim();
  if (operator === "matches") return { left, operator, pattern: compilePattern(rule.right) };
  return { left, operator, right: compileTemplate(rule.right) };
}

/** Whether a comparison holds. Texts are compared without accents and case; numbers and dates by their value. */
export function holds(comparison: Comparison, facts: Facts): boolean {
  const left = facts.read(TAG_OPERATORS.has(comparison.operator) ? "contact.tags" : comparison.left);
  if (comparison.operator === "matches") return findsIn(comparison.pattern, stringify(left));
  return compare(comparison.operator, left, facts.render(comparison.right), facts.timeZone);
}

function compare(
  operator: Exclude<Operator, "matches">,
  left: unknown,
  right: string,
  zone: string,
): boolean {
  switch (operator) {
    case "equals":
      return equal(left, right, zone);
    case "not-equals":
      return !equal(left, right, zone);
    case "contains":
      return contains(left, right, zone);
    case "not-contains":
      return !contains(left, right, zone);
    case "starts-with":
      return foldText(right) !== "" && foldText(stringify(left)).startsWith(foldText(right));
    case "ends-with":
      return foldText(right) !== "" && foldText(stringify(left)).endsWith(foldText(right));
    case "greater-than":
      return ordered(left, right, zone, (a, b) => a > b);
    case "at-least":
      return ordered(left, right, zone, (a, b) => a >= b);
    case "less-than":
      return ordered(left, right, zone, (a, b) => a < b);
    case "at-most":
      return ordered(left, right, zone, (a, b) => a <= b);
    case "is-set":
      return !isEmpty(left);
    case "is-empty":
      return isEmpty(left);
    case "is-true":
      return toBoolean(left) === true;
    case "is-false":
      return toBoolean(left) === false;
    case "has-tag":
      return contains(left, right, zone);
    case "has-no-tag":
      return !contains(left, right, zone);
  }
}

function equal(left: unknown, right: string, zone: string): boolean {
  if (typeof left === "boolean") return toBoolean(right) === left;
  if (foldText(stringify(left)) === foldText(right)) return true;
  return ordered(left, right, zone, (a, b) => a === b);
}

/** A list contains an equal item, a text contains the text. Nothing contains an empty text. */
function contains(left: unknown, right: string, zone: string): boolean {
  if (foldText(right) === "") return false;
  if (Array.isArray(left)) return left.some((item) => equal(item, right, zone));
  return foldText(stringify(left)).includes(foldText(right));
}

/** Compares two numbers, or else two dates; what is neither is in no order. */
function ordered(
  left: unknown,
  right: string,
  zone: string,
  test: (a: number, b: number) => boolean,
): boolean {
  const [a, b] = [toNumber(left), toNumber(right)];
  if (a !== null && b !== null) return test(a, b);
  const [from, to] = [parseInstant(stringify(left), zone), parseInstant(right, zone)];
  return from !== null && to !== null && test(from, to);
}

/** Nothing, a blank text, an empty list or object. */
function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.keys(value).length === 0;
}
