/** RapidPro's tests of a router's cases as comparisons of a switch. */
import type { Operator } from "../../expressions/operators.ts";
import type { RapidProExpressions } from "./expressions.ts";
import type { RapidProCase } from "./source.ts";

export interface Comparison {
  operator: Operator;
  right: string;
  /** Not quite the same as there; said to the author. */
  note?: string;
}
/** `tag`: the contact is in a group. null: can't be tested here. */
export type CaseTest = Comparison | { tag: string } | { category: string } | null;

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whole words; RE2's `\b` knows ASCII only. */
function wordPattern(alternatives: readonly string[]): string {
  return `(?i)(?:^|[^\\p{L}\\p{N}])(?:${alternatives.join("|")})(?:[^\\p{L}\\p{N}]|$)`;
}

const phrase = (text: string): string => words(text).map(escaped).join("\\s+");

/** Tests without an argument. */
const PLAIN: Readonly<Record<string, Comparison>> = {
  has_text: { operator: "matches", right: "\\S" },
  has_value: { operator: "is-set", right: "" },
  has_error: { operator: "is-empty", right: "" },
  has_number: { operator: "matches", right: "\\d" },
  has_email: { operator: "matches", right: "[^\\s@]+@[^\\s@]+\\.[^\\s@]+" },
  has_phone: { operator: "is-phone", right: "" },
  has_date: { operator: "is-date", right: "" },
  has_time: { operator: "matches", right: "\\d{1,2}[:.h]\\d{2}" },
};
const WITH_VALUE: Readonly<Record<string, Operator>> = {
  has_only_phrase: "equals",
  has_only_text: "equals",
  has_beginning: "starts-with",
  has_number_eq: "equals",
  has_number_gt: "greater-than",
  has_number_gte: "at-least",
  has_number_lt: "less-than",
  has_number_lte: "at-most",
  has_date_eq: "on-date",
  has_date_gt: "after",
  has_date_lt: "before",
};

export function caseTest(
  { type, arguments: args }: RapidProCase,
  expressions: RapidProExpressions,
): CaseTest {
  const [given = "", second = ""] = args;
  if (type === "has_group") return second === "" ? null : { tag: second };
  if (type === "has_category") return { category: given };
  if (Object.hasOwn(PLAIN, type)) return PLAIN[type] ?? null;
  const value = expressions.translate(given);
  if (value.untranslated.length > 0 || given.trim() === "") return null;
  const operator = Object.hasOwn(WITH_VALUE, type) ? WITH_VALUE[type] : undefined;
  if (operator) return { operator, right: value.text };
  if (type === "has_number_between") return { operator: "between", right: `${given}..${second}` };
  if (type === "has_pattern") return { operator: "matches", right: `(?i)${given}` };
  // Patterns are taken as they stand, without templates.
  if (value.text !== given)
    return { operator: "contains", right: value.text, note: "It is looked for anywhere in the text." };
  if (type === "has_any_word") return { operator: "matches", right: wordPattern(words(given).map(escaped)) };
  if (type === "has_phrase") return { operator: "matches", right: wordPattern([phrase(given)]) };
  return type === "has_all_words" ? allWords(words(given)) : null;
}

function allWords(wanted: readonly string[]): Comparison {
  const [first = "", second] = wanted.map(escaped);
  if (second === undefined) return { operator: "matches", right: wordPattern([first]) };
  const both = [`${first}(?:\\P{L}.*)?\\P{L}${second}`, `${second}(?:\\P{L}.*)?\\P{L}${first}`];
  if (wanted.length === 2) return { operator: "matches", right: wordPattern(both) };
  const note = `It asked for all of “${wanted.join(" ")}”; here the first two are enough.`;
  return { operator: "matches", right: wordPattern(both), note };
}

/** What a quick reply's words are to a case; undefined: that is only known when it is tested. */
function means(said: string, { type, arguments: [given = ""] }: RapidProCase): boolean | undefined {
  const wanted = given.trim().toLowerCase();
  if (wanted === "" || wanted.includes("@")) return undefined;
  switch (type) {
    case "has_any_word":
      return words(wanted).some((word) => words(said.replace(/[^\p{L}\p{N}\s]/gu, " ")).includes(word));
    case "has_only_phrase":
    case "has_only_text":
      return said === wanted;
    case "has_phrase":
      return ` ${said} `.includes(` ${wanted} `);
    case "has_beginning":
      return said.startsWith(wanted);
    default:
      return undefined;
  }
}

/** The case that a quick reply means, when that can be said beforehand. */
export function meantCase(reply: string, cases: readonly RapidProCase[]): RapidProCase | undefined {
  for (const one of cases) {
    const meant = means(reply.trim().toLowerCase(), one);
    if (meant === undefined) return undefined;
    if (meant) return one;
  }
  return undefined;
}
