/** Checks and references of rules, for condition and switch. */
import { type Rule, TAG_OPERATORS, UNARY_OPERATORS } from "../expressions/conditions.ts";
import { compilePattern } from "../expressions/patterns.ts";
import type { NodeProblem, Ref } from "./define-node.ts";
import { pathReads, templateProblems, templateReads } from "./template-fields.ts";

/** @param what how a rule is called in sentences: "rule", "case" */
export function ruleProblems(rules: readonly Rule[], what: string): NodeProblem[] {
  return rules.flatMap((rule, index) => {
    const label = `${what} ${index + 1}`;
    if (rule.operator === "matches")
      return [...leftProblems(rule, label), ...patternProblems(rule.right, label)];
    return [
      ...leftProblems(rule, label),
      ...rightProblems(rule, label),
      ...templateProblems([{ label, source: rule.right }]),
    ];
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

export function ruleReads(rules: readonly Rule[]): Ref[] {
  const lefts = rules.filter((rule) => !TAG_OPERATORS.has(rule.operator)).map((rule) => rule.left.trim());
  const rights = rules.filter((rule) => rule.operator !== "matches").map((rule) => rule.right);
  const refs = [...pathReads(lefts), ...templateReads(rights), ...tagRefs(rules)];
  return [...new Map(refs.map((ref) => [JSON.stringify(ref), ref])).values()];
}

function tagRefs(rules: readonly Rule[]): Ref[] {
  const tags = rules.filter((rule) => TAG_OPERATORS.has(rule.operator) && !rule.right.includes("{{"));
  return tags.map((rule) => ({ kind: "tag", tag: rule.right }));
}
