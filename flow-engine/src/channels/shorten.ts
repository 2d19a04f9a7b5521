/** Cutting text to a platform's limits without breaking words or characters. Pure. */
import { graphemeEnd } from "./graphemes.ts";

/** How much text there is room for. */
export interface Room {
  /** UTF-16 units: no platform says what it counts, and this is never less than it may. */
  characters: number;
  /** Bytes of UTF-8, where a platform counts those too. */
  bytes?: number | undefined;
}

const utf8Length = (codePoint: number) =>
  codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;

/** Length in UTF-16 units of the longest start of `text` that there is room for. Never ends inside a code point. */
function startThatFits(text: string, { characters, bytes = Number.POSITIVE_INFINITY }: Room): number {
  let end = 0;
  let used = 0;
  while (end < text.length) {
    const codePoint = text.codePointAt(end) ?? 0;
    const next = end + (codePoint > 0xffff ? 2 : 1);
    used += utf8Length(codePoint);
    if (next > characters || used > bytes) break;
    end = next;
  }
  return end;
}

function fits(text: string, room: Room): boolean {
  if (text.length > room.characters) return false;
  return room.bytes === undefined || startThatFits(text, room) === text.length;
}

/** The last place between two characters as people see them, at `max` or before. */
function cutBetweenCharacters(text: string, max: number): number {
  let end = 0;
  while (end < text.length) {
    const next = graphemeEnd(text, end);
    if (next > max) break;
    end = next;
  }
  // One character longer than the room (a pile of marks): cut it between code points rather than loop for ever.
  return end > 0 ? end : startThatFits(text, { characters: max });
}

/** At most `max` units, ending in … when something was cut. @param max at least 3 */
export function shorten(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, cutBetweenCharacters(text, max - 1)).trimEnd()}…`;
}

/** One line: labels and titles take no line breaks. */
export function oneLine(text: string, max: number): string {
  return shorten(text.replace(/\s+/g, " ").trim(), max);
}

/** Parts that there is room for, cut at the last paragraph, line or word end that leaves a part at least half full. @param room at least 4 characters */
export function splitText(text: string, room: Room): string[] {
  const parts: string[] = [];
  let rest = text;
  while (!fits(rest, room)) {
    const end = breakBefore(rest, startThatFits(rest, room));
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
  return cutBetweenCharacters(text, max);
}
