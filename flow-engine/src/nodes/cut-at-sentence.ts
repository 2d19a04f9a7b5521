/** Shortens a text where it hurts least. */

/** Ends of sentences, with a quote or bracket that closes behind them. */
const SENTENCE_END = /[.!?…][”"»)]?(?=\s)|[。！？]|\n/g;
/** What ends before this part of the room is too little to stop at. */
const ENOUGH = 0.5;

/** The whole sentences that fit, else the whole words, marked by `…`. @param max characters, 2 at least */
export function cutAtSentence(text: string, max: number): string {
  if (text.length <= max) return text;
  // One more than fits: what follows a full stop tells whether a sentence ends there.
  const ends = [...text.slice(0, max + 1).matchAll(SENTENCE_END)].map((end) => end.index + end[0].length);
  const sentence = ends.findLast((end) => end <= max) ?? 0;
  if (sentence >= max * ENOUGH) return text.slice(0, sentence).trimEnd();
  const word = text.slice(0, max).search(/\s\S*$/);
  if (word >= max * ENOUGH) return `${text.slice(0, word).trimEnd()}…`;
  return `${text.slice(0, max - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
