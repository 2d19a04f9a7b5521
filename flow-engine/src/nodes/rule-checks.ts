/** Checks and references of rules, for condition and switch. */
import { PRESENCE_OPERATORS, type Rule, TAG_OPERATORS, UNARY_OPERATORS } from "../expressions/conditions.ts";
import { compilePattern } from "../expressions/patterns.ts";
import type { NodeProblem, Ref } from "./define-node.ts";
import { pathReads, type TextField } from "./text-field.ts";

/** @param what how a rule is called in sentences: "rule", "case" */
export function ruleProblems(rules: readonly Rule[], what: string): NodeProblem[] {
  return rules.flatMap((rule, index) => {
    const label = `${what} ${index + 1}`;
    if (rule.operator === "matches")
      return [...leftProblems(rule, label), ...patternProblems(rule.right, label)];
    return [...leftProblems(rule, label), ...rightProblems(rule, label)];
  });
}

function leftProblems(rule: Rule, label: string): NodeProblem[] {
  if (TAG_OPERATORS.has(rule.operator) || rule.left.trim() !== "") return [];
  return [
    { code: "rule-left-empty", severity: "error", message: `In ${label}, say which value to look at.` },
  ];
}

function rightProblems(rule: Rule, label: string): NodeProblem[] {
  if (UNARY_OPERATORS.has(rule.operator) || rule.right.trim() !== "") return [];
  if (TAG_OPERATORS.has(rule.operator)) {
    return [{ code: "rule-tag-empty", severity: "error", message: `In ${label}, say which tag.` }];
  }
  const message = `In ${label}, there is nothing to compare with. Write a value, or use “is empty”.`;
  return [{ code: "rule-right-empty", severity: "warning", message }];
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

/** The templates of rules. @param path of the list of rules in the data; `what` as above */
export function ruleTexts(rules: readonly Rule[], path: readonly string[], what: string): TextField[] {
  return rules.flatMap((rule, at): TextField[] => {
    if (rule.operator === "matches") return [];
    const where = [...path, at, "right"];
    return [
      {
        key: where.join("."),
        path: where,
        label: `${what} ${at + 1}`,
        source: rule.right,
        reader: "machine",
      },
    ];
  });
}

/** What rules look at; whether a value is there at all may be asked of any. */
export function ruleReads(rules: readonly Rule[]): Ref[] {
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
