/** Typebot's comparisons as rules. */
import type { Operator } from "../../expressions/operators.ts";
import { compilePattern } from "../../expressions/patterns.ts";
import { asRecord, listAt, textAt } from "../values.ts";
import type { TypebotTexts } from "./texts.ts";

const OPERATORS: Readonly<Record<string, Operator>> = {
  "Equal to": "equals",
  "Not equal": "not-equals",
  Contains: "contains",
  "Does not contain": "not-contains",
  "Greater than": "greater-than",
  "Less than": "less-than",
  "Greater or equal to": "at-least",
  "Less or equal to": "at-most",
  "Is set": "is-set",
  "Is empty": "is-empty",
  "Starts with": "starts-with",
  "Ends with": "ends-with",
  "Matches regex": "matches",
  "Does not match regex": "not-matches",
};

interface Rule {
  left: string;
  operator: Operator;
  right: string;
}
export interface Rules {
  match: "all" | "any";
  rules: Rule[];
  notes: string[];
}

/** A comparison that can't be made here is left out, and said. */
export function rulesOf(condition: unknown, texts: TypebotTexts): Rules {
  const notes: string[] = [];
  const rules = listAt(condition, "comparisons").flatMap((comparison): Rule[] => {
    const { variableId, comparisonOperator } = asRecord(comparison);
    const left = texts.variable(variableId);
    const operator = typeof comparisonOperator === "string" ? OPERATORS[comparisonOperator] : undefined;
    if (left === null || operator === undefined) {
      notes.push(
        `The comparison “${String(comparisonOperator ?? "none")}” without a variable or operator was left out.`,
      );
      return [];
    }
    const value = rightOf(operator, textAt(comparison, "value"), texts, notes);
    return value === null ? [] : [{ left, operator, right: value }];
  });
  return { match: textAt(condition, "logicalOperator") === "OR" ? "any" : "all", rules, notes };
}

function rightOf(operator: Operator, value: string, texts: TypebotTexts, notes: string[]): string | null {
  if (operator === "matches" || operator === "not-matches") return patternOf(value, notes);
  const { text, notes: found } = texts.convert(value);
  notes.push(...found);
  return text;
}

/** `/yes|no/i` → `(?i)yes|no`; null when RE2 does not know it (look-arounds, back references). */
function patternOf(value: string, notes: string[]): string | null {
  const [, body = value, flags = ""] = /^\/(.*)\/([a-z]*)$/s.exec(value) ?? [];
  const pattern = flags.includes("i") ? `(?i)${body}` : body;
  try {
    compilePattern(pattern);
    return pattern;
  } catch {
    notes.push(
      `The pattern ${value} can't be used here (no look-arounds or back references) and was left out.`,
    );
    return null;
  }
}
