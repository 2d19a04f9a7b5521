/** Cutting text to a platform's limits without breaking words or characters. */
import { utf8Bytes } from "../../content/utf8.ts";
import type { ChannelLimits } from "../limits.ts";

/** How a platform counts, and how much it takes. */
export interface Room {
  max: number;
  sizeOf(text: string): number;
}

export const characters = (max: number): Room => ({ max, sizeOf: (text) => text.length });

/** Of a text message. */
export function textRoom({ text, textBytes }: ChannelLimits): Room {
  return textBytes === undefined ? characters(text) : { max: textBytes, sizeOf: utf8Bytes };
}

/** Of a text above options, which is a text message where they are quick replies. */
export function bodyRoom(limits: ChannelLimits, max: number): Room {
  return limits.textBytes === undefined ? characters(max) : { max, sizeOf: utf8Bytes };
}

/** A flag, an emoji with its modifiers and joined ones, or a character with its marks (Unicode Technical Standard 51, and marks). */
const CHARACTER =
  /\p{RI}\p{RI}|\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?|[\u{e0020}-\u{e007e}]+\u{e007f})?(?:\u200d\p{Emoji}(?:\p{EMod}|\ufe0f\u20e3?)?)*\p{M}*|\r\n|.\p{M}*/gsu;

/** The longest start of a text that has room and ends between two characters as people see them. */
function startThatFits(text: string, room: Room): string {
  // Nothing after so many units can fit, whatever is counted.
  const characters = text.slice(0, room.max + 64).matchAll(CHARACTER);
  const end = lengthThatFits(
    Array.from(characters, ([character]) => character),
    room,
  );
  // One character larger than the room (a pile of marks) is cut between code points rather than looped on for ever.
  return text.slice(0, end || lengthThatFits(text.slice(0, room.max + 1), room));
}

function lengthThatFits(characters: Iterable<string>, room: Room): number {
  let [used, length] = [0, 0];
  for (const character of characters) {
    used += room.sizeOf(character);
    if (used > room.max) break;
    length += character.length;
  }
  return length;
}

/** With … at its end when something was cut. */
export function shortenTo(text: string, room: Room): string {
  if (room.sizeOf(text) <= room.max) return text;
  return `${startThatFits(text, { ...room, max: room.max - room.sizeOf("…") }).trimEnd()}…`;
}

/** At most `max` characters. */
export const shorten = (text: string, max: number): string => shortenTo(text, characters(max));

/** One line: labels and titles take no line breaks. */
export function oneLine(text: string, max: number): string {
  return shorten(text.replace(/\s+/g, " ").trim(), max);
}

/** Parts that have room each, cut at the last paragraph, line or word end that leaves a part at least half full. */
export function splitText(text: string, room: Room): string[] {
  const parts: string[] = [];
  let rest = text;
  while (room.sizeOf(rest) > room.max) {
    const start = breakWithin(rest, room);
    const part = start.trimEnd();
    if (part !== "") parts.push(part);
    rest = rest.slice(start.length).trimStart();
  }
  if (rest.trim() !== "") parts.push(rest);
  return parts;
}

function breakWithin(text: string, room: Room): string {
  const most = startThatFits(text, room);
  // The character after the limit may be the white space to break at.
  const window = text.slice(0, most.length + 1);
  for (const mark of ["\n\n", "\n", " "]) {
    const at = window.lastIndexOf(mark);
    if (at >= most.length / 2) return text.slice(0, at);
  }
  return most;
}
