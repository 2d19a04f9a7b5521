/** Yes and no as people write them, in the languages flows are mostly written in. */
import { foldText } from "../triggers/normalize.ts";

const YES = new Set("si yes y s true verdadero ok okay vale claro dale sim oui ja 1 👍 ✅".split(" "));
const NO = new Set("no n false falso nao non nein nope 2 0 👎 ❌".split(" "));

/** @returns null when the text is neither */
export function parseYesNo(text: string): boolean | null {
  const word = foldText(text).replace(/[\s.!¡)]+$|^[¡!]+/gu, "");
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** The truth a value of a conversation stands for; null when it is neither true nor false. */
export function toBoolean(value: unknown): boolean | null {
  if (typeof value === "boolean") return value;
  if (typeof value === "number") return value === 1 ? true : value === 0 ? false : null;
  return typeof value === "string" ? parseYesNo(value) : null;
}
