import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchKeyword } from "./match.ts";
import { foldText } from "./normalize.ts";
import { KEYWORD_MODES, type KeywordMode } from "./schema.ts";
import { hardPattern, hardText } from "./texts.fixture.ts";

/** What each mode means, in the plainest words; patterns aside. */
function naive(keyword: string, mode: Exclude<KeywordMode, "regex">, text: string): boolean {
  const [word, message] = [foldText(keyword), foldText(text)];
  if (word === "default") return true;
  if (word === "") return false;
  if (mode === "exact") return message === word;
  if (mode === "starts-with") return message.startsWith(word);
  if (mode === "contains") return message.includes(word);
  return places(message, word).some(
    (at) =>
      isEdge(message.slice(0, at), message.slice(at)) &&
      isEdge(message.slice(0, at + word.length), message.slice(at + word.length)),
  );
}

function places(message: string, word: string): number[] {
  return Array.from({ length: message.length }, (_, at) => at).filter((at) => message.startsWith(word, at));
}

const LETTER = /^[\p{L}\p{N}\p{M}]$/u;
const SPACELESS =
  /^[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]$/u;

function isEdge(before: string, after: string): boolean {
  const inWord = (character: string) => LETTER.test(character) && !SPACELESS.test(character);
  return !inWord([...before].at(-1) ?? "") || !inWord([...after][0] ?? "");
}

const plainMode = fc.constantFrom("exact", "starts-with", "word", "contains" as const);

describe("matchKeyword", () => {
  it("means by each mode what the plainest reading means", () => {
    let matches = 0;
    fc.assert(
      fc.property(
        hardText(3),
        plainMode,
        hardText(5),
        hardText(3),
        fc.boolean(),
        (keyword, mode, before, after, inside) => {
          const text = inside ? before + keyword + after : before + after;
          const found = matchKeyword(keyword, mode, text);
          if (found) matches++;
          expect(found).toBe(naive(keyword, mode, text));
        },
      ),
      { numRuns: 4_000 },
    );
    expect(matches).toBeGreaterThan(400);
  });

  it("knows of every character whether a word ends before and after it", () => {
    for (let point = 1; point < 0x500; point++) {
      const character = String.fromCodePoint(point);
      for (const text of [`a${character}`, `${character}a`, `${character}a${character}`])
        expect([text, matchKeyword("a", "word", text)]).toEqual([text, naive("a", "word", text)]);
    }
  });

  it("matches a text in every form alike", () => {
    const forms = fc.constantFrom("NFC", "NFD", "NFKC", "NFKD");
    const keyword = fc.oneof(hardText(3), hardPattern);
    fc.assert(
      fc.property(
        keyword,
        fc.constantFrom(...KEYWORD_MODES),
        hardText(8),
        forms,
        (word, mode, text, form) => {
          const of = (message: string) => {
            try {
              return matchKeyword(word, mode, message);
            } catch {
              return "not RE2";
            }
          };
          expect(of(text.normalize(form))).toBe(of(text));
          // Patterns may ask for case and white space; keywords see the folded text alone.
          if (mode !== "regex") expect(of(foldText(text))).toBe(of(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
