/** Sentences that come ready-made in English, from the engine or the server, found again by their words. */
import { t } from "./t.ts";

export interface Sentence {
  /** With its places in braces, as the catalogues have it. */
  text: string;
  values: Record<string, string>;
}

interface Pattern {
  text: string;
  names: string[];
  shape: RegExp;
}

/** @param texts the first that fits is taken: longer ones stand before those that fit as well */
export function sentenceFinder(texts: readonly string[]): (message: string) => Sentence | null {
  const patterns = texts.map(patternOf);
  return (message) => {
    for (const { text, names, shape } of patterns) {
      const given = shape.exec(message);
      if (given)
        return { text, values: Object.fromEntries(names.map((name, i) => [name, given[i + 1] ?? ""])) };
    }
    return null;
  };
}

/** Where a sentence may end: after each full stop, exclamation or question mark before a space or the end. */
export function sentenceEnds(text: string): number[] {
  return [...text.matchAll(/[.!?](?= |$)/g)].map(({ index }) => index + 1);
}

/**
 * Sentences one after the other, as `It has no words. Write them.`: the shortest that are known, from the beginning.
 * @returns null when a part of the text is none of them
 */
export function sentencesIn(text: string, find: (message: string) => Sentence | null): Sentence[] | null {
  const ends = sentenceEnds(text);
  const from = (start: number): Sentence[] | null => {
    if (start >= text.length) return [];
    for (const end of ends.filter((place) => place > start)) {
      const first = find(text.slice(start, end));
      const rest = first && from(end + 1);
      if (rest) return [first, ...rest];
    }
    return null;
  };
  return from(0);
}

/** @param valueWords what stands in a place, in the reader's language; as it is when left out */
export function saidAs(
  { text, values }: Sentence,
  valueWords: (place: string, value: string) => string = (_, value) => value,
): string {
  const said = Object.entries(values).map(([place, value]) => [place, valueWords(place, value)]);
  return t(text, Object.fromEntries(said));
}

function patternOf(text: string): Pattern {
  const pieces = text.split(/\{(\w+)\}/);
  const source = pieces.map((piece, i) => (i % 2 === 1 ? "([\\s\\S]*?)" : escaped(piece))).join("");
  return { text, names: pieces.filter((_, i) => i % 2 === 1), shape: new RegExp(`^${source}$`, "u") };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
