/** Checks and references of rules, for condition and switch. */
import { isReadable, type Rule } from "../expressions/conditions.ts";
import {
  NOW_OPERATORS,
  OPERATOR_FACTS,
  PRESENCE_OPERATORS,
  type RightKind,
  TAG_OPERATORS,
  UNARY_OPERATORS,
} from "../expressions/operators.ts";
import { compilePattern } from "../expressions/patterns.ts";
import type { NodeProblem, Ref } from "./define-node.ts";
import { isLiteral, pathReads, type TextField } from "./text-field.ts";

/** A rule where it stands. `label` is how it is called in sentences: "rule 1", "case 2". */
export interface PlacedRule {
  rule: Rule;
  /** In the node's data. */
  path: readonly (string | number)[];
  label: string;
}

/** @param what how each is called: "rule", "case" */
export function placed(
  rules: readonly Rule[],
  path: readonly (string | number)[],
  what: string,
): PlacedRule[] {
  return rules.map((rule, at) => ({ rule, path: [...path, at], label: `${what} ${at + 1}` }));
}

export function ruleProblems(rules: readonly PlacedRule[]): NodeProblem[] {
  return rules.flatMap(({ rule, label }) => {
    const right =
      OPERATOR_FACTS[rule.operator].right === "pattern"
        ? patternProblems(rule.right, label)
        : rightProblems(rule, label);
    return [...leftProblems(rule, label), ...right];
  });
}

function leftProblems({ operator, left }: Rule, label: string): NodeProblem[] {
  if (TAG_OPERATORS.has(operator) || NOW_OPERATORS.has(operator) || left.trim() !== "") return [];
  return [
    { code: "rule-left-empty", severity: "error", message: `In ${label}, say which value to look at.` },
  ];
}

/** What a right side of a form of its own has to be, with an example. */
const FORMS: Partial<Readonly<Record<RightKind, readonly [form: string, example: string]>>> = {
  number: ["a number", "3"],
  range: ["a range, the smaller end first", "10..20 or 2026-01-01..2026-02-01"],
  date: ["a date", "2026-12-31"],
  duration: ["a length of time", "90m, 3d or 2 weeks"],
  weekdays: ["days of the week", "mon, fri or mon..fri"],
  months: ["months", "june, july or 6..8"],
  times: ["times of day", "09:00..14:30"],
};

function rightProblems({ operator, right }: Rule, label: string): NodeProblem[] {
  if (UNARY_OPERATORS.has(operator)) return [];
  const form = FORMS[OPERATOR_FACTS[operator].right];
  if (form) return isLiteral(right) && !isReadable(operator, right) ? [unreadable(right, label, form)] : [];
  if (right.trim() !== "") return [];
  if (TAG_OPERATORS.has(operator)) {
    return [{ code: "rule-tag-empty", severity: "error", message: `In ${label}, say which tag.` }];
  }
  const message = `In ${label}, there is nothing to compare with. Write a value, or use “is empty”.`;
  return [{ code: "rule-right-empty", severity: "warning", message }];
}

function unreadable(right: string, label: string, [form, example]: readonly [string, string]): NodeProblem {
  const message = `In ${label}, “${right}” can't be read as ${form}. Write it like ${example}.`;
  return { code: "rule-right-unreadable", severity: "error", message };
}

/** A regular expression that RE2 does not take, or none at all. */
export function patternProblems(pattern: string, label: string): NodeProblem[] {
  if (pattern === "")
    return [
      { code: "pattern-empty", severity: "error", message: `In ${label}, the pattern is empty. Write it.` },
    ];
  try {
    compilePattern(pattern);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        code: "pattern-syntax",
        severity: "error",
        message: `In ${label}, the pattern can't be read: ${reason}. Correct it.`,
      },
    ];
  }
}

/** The templates of rules. */
export function ruleTexts(rules: readonly PlacedRule[]): TextField[] {
  return rules.flatMap(({ rule, path, label }): TextField[] => {
    if (OPERATOR_FACTS[rule.operator].right === "pattern") return [];
    const where = [...path, "right"];
    return [{ key: where.join("."), path: where, label, source: rule.right, reader: "machine" }];
  });
}

/** What rules look at; whether a value is there at all may be asked of any. */
export function ruleReads(places: readonly PlacedRule[]): Ref[] {
  const rules = places.map(({ rule }) => rule);
  const lefts = rules
    .filter((rule) => !TAG_OPERATORS.has(rule.operator))
    .map((rule) => ({ path: rule.left.trim(), guarded: PRESENCE_OPERATORS.has(rule.operator) }));
  const refs = [...pathReads(lefts), ...tagRefs(rules)];
  return [...new Map(refs.map((ref) => [JSON.stringify(ref), ref])).values()];
}

function tagRefs(rules: readonly Rule[]): Ref[] {
  const tags = rules.filter((rule) => TAG_OPERATORS.has(rule.operator) && !rule.right.includes("{{"));
  return tags.map((rule) => ({ kind: "tag", tag: rule.right }));
}
