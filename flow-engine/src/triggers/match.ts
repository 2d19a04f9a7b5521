/** Whether one keyword, in one mode, matches a text: the plain meaning that the index must agree with. */
import { RE2JS } from "re2js";
import { foldText, plainPattern, plainText } from "./normalize.ts";
import type { KeywordMode } from "./schema.ts";

/** The keyword that takes every message, in whatever mode it is written. */
export const DEFAULT_KEYWORD = "default";

export function isDefaultKeyword(keyword: string): boolean {
  return foldText(keyword) === DEFAULT_KEYWORD;
}

/** @throws RE2JSSyntaxException when the pattern is not RE2 */
export function compileKeywordPattern(pattern: string): RE2JS {
  return RE2JS.compile(plainPattern(pattern), RE2JS.CASE_INSENSITIVE);
}

/** @throws RE2JSSyntaxException in mode `regex` when the keyword is not RE2 */
export function matchKeyword(keyword: string, mode: KeywordMode, text: string): boolean {
  if (isDefaultKeyword(keyword)) return true;
  if (mode === "regex") return compileKeywordPattern(keyword).matcher(plainText(text)).find();
  const folded = foldText(keyword);
  if (folded === "") return false;
  const message = foldText(text);
  for (let at = message.indexOf(folded); at !== -1; at = message.indexOf(folded, at + 1)) {
    if (occurrenceCounts(mode, message, at, at + folded.length)) return true;
  }
  return false;
}

/** Whether a keyword found at [start, end) of a folded message satisfies its mode. */
export function occurrenceCounts(
  mode: Exclude<KeywordMode, "regex">,
  message: string,
  start: number,
  end: number,
): boolean {
  switch (mode) {
    case "exact":
      return start === 0 && end === message.length;
    case "starts-with":
      return start === 0;
    case "word":
      return isWordEdge(message, start) && isWordEdge(message, end);
    case "contains":
      return true;
  }
}

/** Letters, digits and their marks. Not `_`, `*` and `~`: those are WhatsApp's text marks. */
const WORD_CHARACTER = /[\p{L}\p{N}\p{M}]/u;
/** Scripts written without spaces: any place between two of their characters may be a word's edge. */
const SPACELESS =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Not inside a run of word characters. */
function isWordEdge(text: string, at: number): boolean {
  return !isWordCharacter(pointBefore(text, at)) || !isWordCharacter(text.codePointAt(at));
}

const [ZERO, NINE, A, Z] = [0x30, 0x39, 0x61, 0x7a];
const ASCII_END = 0x80;

/** Folded text: its Latin letters are small. Most characters are ASCII, for which no pattern need be asked. */
function isWordCharacter(point: number | undefined): boolean {
  if (point === undefined) return false;
  if (point < ASCII_END) return (point >= A && point <= Z) || (point >= ZERO && point <= NINE);
  const character = String.fromCodePoint(point);
  return WORD_CHARACTER.test(character) && !SPACELESS.test(character);
}

function pointBefore(text: string, at: number): number | undefined {
  if (at === 0) return undefined;
  const unit = text.charCodeAt(at - 1);
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
  return text.codePointAt(isLowSurrogate && at > 1 ? at - 2 : at - 1);
}
