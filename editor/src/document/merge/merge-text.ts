/** Two people's edits of one text: joined when they touched different places, null when they rewrote the same one. */

interface Edit {
  /** Characters of the base that stay before and after what was rewritten. */
  from: number;
  to: number;
  put: string;
}

export function mergeText(base: string, mine: string, theirs: string): string | null {
  const a = editOf(base, mine);
  const b = editOf(base, theirs);
  // Both wrote at the same point: theirs was there first.
  if (a.from === a.to && b.from === b.to && a.from === b.from) return written(base, b.put + a.put, a);
  const [first, second] = a.from < b.from || (a.from === b.from && a.to <= b.from) ? [a, b] : [b, a];
  if (first.to > second.from) return null;
  return (
    base.slice(0, first.from) +
    first.put +
    base.slice(first.to, second.from) +
    second.put +
    base.slice(second.to)
  );
}

/** Where a place of one text is in the next: what is written at it or after it does not move it. */
export function carriedPlace(before: string, after: string, place: number): number {
  const { from, to, put } = editOf(before, after);
  if (place <= from) return place;
  return place >= to ? place + put.length - (to - from) : from + Math.min(place - from, put.length);
}

/** The shortest single rewriting that turns one text into the other, in whole characters. */
function editOf(base: string, next: string): Edit {
  const shorter = Math.min(base.length, next.length);
  let start = 0;
  while (start < shorter && base[start] === next[start]) start++;
  let end = 0;
  while (end < shorter - start && base.at(-1 - end) === next.at(-1 - end)) end++;
  if (isLowSurrogate(base, start) || isLowSurrogate(next, start)) start--;
  if (end > 0 && (isLowSurrogate(base, base.length - end) || isLowSurrogate(next, next.length - end))) end--;
  return { from: start, to: base.length - end, put: next.slice(start, next.length - end) };
}

/** Half an emoji is no place to cut. */
function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff;
}

function written(base: string, put: string, { from, to }: Edit): string {
  return base.slice(0, from) + put + base.slice(to);
}
