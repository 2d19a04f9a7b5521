/** What platforms answer and webhooks end with, in the reader's language; Meta's own words stay as they are, beside ours. Pure. */
import { type Sentence, saidAs, sentenceEnds, sentenceFinder } from "../i18n/sentences.ts";
import { locale, t } from "../i18n/t.ts";
import { KINDS, PARTS, SENTENCES } from "./delivery-sentences.ts";

const find = sentenceFinder(SENTENCES);
const findPart = sentenceFinder(PARTS);
/** What follows a sentence: ` (Meta's words) [190] Connect the channel again.` */
const AFTER = /^(?: \((?<details>[\s\S]*)\))?(?: \[(?<code>[\w./-]+)\])?(?: (?<rest>[\s\S]+))?$/;

interface Read {
  sentence: Sentence;
  /** Details and code, as they came. */
  aside: string;
  rest: string;
}

/** @param text sentences one after the other, each with the platform's words in brackets and its code, where it has them */
export function deliveryWords(text: string): string {
  const read = readFirst(text);
  if (!read) return text;
  const said = `${saidAs(read.sentence, valueWords)}${read.aside}`;
  return read.rest === "" ? said : `${said} ${deliveryWords(read.rest)}`;
}

/** For the test that goes through all that the server says: nothing of it is left as it came. */
export function isKnownDelivery(text: string): boolean {
  const read = readFirst(text);
  return read !== null && (read.rest === "" || isKnownDelivery(read.rest));
}

export const isKnownPart = (part: string) => findPart(part) !== null;

/** The shortest sentence that is known. A text that was cut has no end to its details: they are all the rest. */
function readFirst(text: string): Read | null {
  for (const end of [...sentenceEnds(text), text.length]) {
    const sentence = find(text.slice(0, end));
    if (!sentence) continue;
    const after = text.slice(end);
    const { details, code, rest = "" } = AFTER.exec(after)?.groups ?? {};
    if (details === undefined && after.startsWith(" (")) return { sentence, aside: after, rest: "" };
    const aside = `${details === undefined ? "" : ` (${details})`}${code === undefined ? "" : ` [${code}]`}`;
    return { sentence, aside, rest };
  }
  return null;
}

function valueWords(place: string, value: string): string {
  switch (place) {
    case "why":
    case "reason":
      return deliveryWords(value);
    case "kind":
      return KINDS.includes(value) ? t(value) : value;
    case "parts":
      return new Intl.ListFormat(locale()).format(value.split(" and ").map(partWords));
    default:
      return value;
  }
}

function partWords(part: string): string {
  const found = findPart(part);
  return found ? saidAs(found) : part;
}
