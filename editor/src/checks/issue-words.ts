/** What is wrong at one place of a definition, in the reader's language: `text “n1”: options.0.title: a text is wanted here, …`. */
import { saidAs, sentenceFinder } from "../i18n/sentences.ts";
import { t } from "../i18n/t.ts";
import { ISSUES, VALUES } from "./issue-sentences.ts";

const findIssue = sentenceFinder(ISSUES);
const isValue = (text: string) => VALUES.some((value) => value === text);

/**
 * @param stepWords says the step that stands before the place, where there is one
 * @returns the message as it is when nothing in it is known
 */
export function issueWords(message: string, stepWords = (step: string) => step): string {
  const parts = message.split(": ");
  // The place is as long as can be: what is said of it may have a colon too.
  for (let at = parts.length - 1; at >= 0; at--) {
    const issue = findIssue(parts.slice(at).join(": "));
    if (issue) return [...parts.slice(0, at).map(stepWords), saidAs(issue, valueWords)].join(": ");
  }
  return message;
}

/** For the test that goes through all that the engine says. */
export const isKnownIssue = (text: string) => findIssue(text) !== null || isValue(text);

const valueWords = (_: string, value: string) => (isValue(value) ? t(value) : value);
