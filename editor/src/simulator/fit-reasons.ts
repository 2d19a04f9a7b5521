/** Why a platform's limits changed a message, in the reader's language; the engine's own English where nobody translated it. Pure. */
import { type Sentence, saidAs, sentenceFinder } from "../i18n/sentences.ts";
import { locale } from "../i18n/t.ts";
import { NOTES, PARTS } from "./fit-sentences.ts";

const findNote = sentenceFinder(NOTES);
const findPart = sentenceFinder(PARTS);
/** What people wrote, and names. */
const AS_IT_IS = /^(text|code|kind|platform)$/;
/** `1,024`, as the engine writes it for everybody. */
const NUMBER = /^\d{1,3}(,\d{3})*$/;

export function fitReason(message: string): string {
  const found = findNote(message);
  return found ? said(found) : message;
}

/** `reply buttons`, `there are 1 to 3 options`, `1,024 characters`. */
export function fitPart(part: string): string {
  if (NUMBER.test(part)) return Number(part.replaceAll(",", "")).toLocaleString(locale());
  const found = findPart(part);
  return found ? said(found) : part;
}

/** For the test that goes through all that the engine says. */
export const isKnownNote = (message: string) => findNote(message) !== null;
export const isKnownPart = (part: string) => findPart(part) !== null;

const said = (sentence: Sentence): string =>
  saidAs(sentence, (place, value) => (AS_IT_IS.test(place) ? value : fitPart(value)));
