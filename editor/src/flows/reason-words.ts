/** Why one flow answers and not another, in the reader's language; the engine's own English where nobody translated it. */
import { languageName } from "../i18n/language-name.ts";
import { type Sentence, saidAs, sentenceFinder, sentencesIn } from "../i18n/sentences.ts";
import { locale, t } from "../i18n/t.ts";
import { isPlatform, PLATFORM_NAMES } from "../shell/platforms.ts";
import { MATCHES, REASONS, WHYS } from "./reason-sentences.ts";

const findReason = sentenceFinder(REASONS);
const findWhy = sentenceFinder(WHYS);
const isMatch = (text: string) => MATCHES.some((match) => match === text);

/** @param reason one sentence or several, as an explanation of triggers has them */
export function reasonWords(reason: string): string {
  return sentencesIn(reason, findReason)?.map(said).join(" ") ?? reason;
}

/** @param why “an exact match goes before a whole word” */
export function whyWords(why: string): string {
  const found = findWhy(why);
  return found ? said(found) : why;
}

/** For the test that goes through all that the engine says. */
export function isKnownReason(text: string): boolean {
  return findReason(text) !== null || findWhy(text) !== null || isMatch(text);
}

const said = (sentence: Sentence): string => saidAs(sentence, valueWords);

function valueWords(place: string, value: string): string {
  switch (place) {
    case "why":
      return whyWords(value);
    case "better":
    case "worse":
      return isMatch(value) ? t(value) : value;
    case "platform":
      return platformName(value);
    case "language":
      return languageName(value);
    case "platforms":
      return oneOf(value.split(/, | or /).map(platformName));
    case "languages":
      return oneOf(value.split(/, | or /).map(languageName));
    case "tags":
      return oneOf(value.split(/(?<=”)(?:, | or )(?=“)/));
    default:
      return value;
  }
}

const platformName = (name: string) => (isPlatform(name) ? t(PLATFORM_NAMES[name]) : name);

function oneOf(values: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: "disjunction" }).format(values);
}
