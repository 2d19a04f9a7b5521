/** Keyword triggers of a layer: one pass over a message finds the keywords, and the few patterns worth trying. */
import type { RE2JS } from "re2js";
import { candidateOf, type TriggerCandidate, type TriggerEntry } from "./candidate.ts";
import { KeywordIndex } from "./keyword-index.ts";
import { compileKeywordPattern, occurrenceCounts } from "./match.ts";
import { foldText, plainPattern, plainText } from "./normalize.ts";
import { type AnyOf, requiredLiterals } from "./pattern-literals.ts";
import type { KeywordMode } from "./schema.ts";

export interface Keyword {
  entry: TriggerEntry;
  keyword: string;
  mode: Exclude<KeywordMode, "regex">;
  folded: string;
}

export interface Pattern {
  entry: TriggerEntry;
  keyword: string;
  /** Compiled when a message holds what it needs: most never are. Null: it is no pattern, and matches nothing. */
  compiled?: RE2JS | null;
}

/** What a message says, in the two foldings that keywords and patterns are searched in. */
export interface MessageText {
  readonly folded: string;
  /** Made when the first pattern asks for it. */
  plain(): string;
}

export function messageText(text: string): MessageText {
  let plain: string | undefined;
  return {
    folded: foldText(text),
    plain: () => {
      plain ??= plainText(text);
      return plain;
    },
  };
}

function tryCompile(pattern: string): RE2JS | null {
  try {
    return compileKeywordPattern(pattern);
  } catch {
    return null;
  }
}

/** A pattern and what a message must hold for it. */
interface Guarded {
  pattern: Pattern;
  needs: readonly AnyOf[];
}

export class TextTriggers {
  private readonly index: KeywordIndex;
  /** What each text of the index belongs to. */
  private readonly owners: readonly (Keyword | Guarded)[];
  /** Patterns that may match a text without any literal of theirs in it. */
  private readonly open: readonly Guarded[];

  constructor(keywords: readonly Keyword[], patterns: readonly Pattern[]) {
    const guarded = patterns.map((pattern) => ({
      pattern,
      needs: requiredLiterals(plainPattern(pattern.keyword)),
    }));
    const clues = cluesOf(guarded);
    this.open = guarded.filter(({ needs }) => needs.length === 0);
    this.owners = [...keywords, ...clues.map(({ owner }) => owner)];
    this.index = new KeywordIndex([
      ...keywords.map(({ folded }) => folded),
      ...clues.map(({ text }) => text),
    ]);
  }

  matching(text: MessageText): TriggerCandidate[] {
    if (this.owners.length + this.open.length === 0) return [];
    const { folded } = text;
    const found = new Set<Keyword>();
    const tried = new Set(this.open);
    this.index.scan(folded, (index, start, end) => {
      const owner = this.owners[index];
      if (owner === undefined) return;
      if ("needs" in owner) tried.add(owner);
      else if (occurrenceCounts(owner.mode, folded, start, end)) found.add(owner);
    });
    const candidates = [...found].map(({ entry, mode, keyword, folded: { length } }) =>
      candidateOf(entry, mode, keyword, length),
    );
    for (const { pattern, needs } of tried) {
      const mayMatch = needs.every((anyOf) => anyOf.some((literal) => folded.includes(literal)));
      if (mayMatch && isFound(pattern, text))
        candidates.push(candidateOf(pattern.entry, "regex", pattern.keyword, pattern.keyword.length));
    }
    return candidates;
  }
}

function isFound(pattern: Pattern, text: MessageText): boolean {
  if (pattern.compiled === undefined) pattern.compiled = tryCompile(pattern.keyword);
  return pattern.compiled?.matcher(text.plain()).find() ?? false;
}

/** For each pattern that needs something, the need it is found by: the one that it shares with the fewest others. */
function cluesOf(guarded: readonly Guarded[]): { text: string; owner: Guarded }[] {
  const shared = new Map<string, number>();
  for (const { needs } of guarded)
    for (const text of needs.flat()) shared.set(text, (shared.get(text) ?? 0) + 1);
  const sharedBy = (anyOf: AnyOf) => anyOf.reduce((sum, text) => sum + (shared.get(text) ?? 0), 0);
  return guarded.flatMap((owner) => {
    const [clue = []] = owner.needs.toSorted((a, b) => sharedBy(a) - sharedBy(b));
    return clue.map((text) => ({ text, owner }));
  });
}
