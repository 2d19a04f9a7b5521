/** Cutting text to a platform's limits without breaking words or characters. Pure. */

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The longest start of `text` of at most `max` UTF-16 units that ends between two characters as people see them. */
function cutBetweenCharacters(text: string, max: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 64))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  // One character longer than the limit (a pile of marks): cut it between code points rather than loop for ever.
  return end > 0 ? text.slice(0, end) : text.slice(0, max).replace(/[\ud800-\udbff]$/, "");
}

/** At most `max` units, ending in … when something was cut. */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${cutBetweenCharacters(text, max - 1).trimEnd()}…`;
}

/** One line: labels and titles take no line breaks. */
export function oneLine(text: string, max: number): string {
  return shorten(text.replace(/\s+/g, " ").trim(), max);
}

/** Parts of at most `max` units, cut at the last paragraph, line or word end that leaves a part at least half full. */
export function splitText(text: string, max: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = breakBefore(rest, max);
    const part = rest.slice(0, end).trimEnd();
    if (part !== "") parts.push(part);
    rest = rest.slice(end).trimStart();
  }
  if (rest.trim() !== "") parts.push(rest);
  return parts;
}

function breakBefore(text: string, max: number): number {
  // The character after the limit may be the white space to break at.
  const window = text.slice(0, max + 1);
  for (const mark of ["\n\n", "\n", " "]) {
    const at = window.lastIndexOf(mark);
    if (at >= max / 2) return at;
  }
  return cutBetweenCharacters(text, max).length;
}
