/** What the server refuses, in the reader's language: sentence by sentence, else by what kind of refusal it is. */
import { deliveryWords } from "../channels/delivery-words.ts";
import { issueWords } from "../checks/issue-words.ts";
import { outcomeWords } from "../flows/import/report-words.ts";
import { saidAs, sentenceFinder, sentencesIn } from "../i18n/sentences.ts";
import { t, useWords } from "../i18n/t.ts";
import { ROLE_NAMES } from "../shell/roles.ts";
import { REFUSALS, THINGS } from "./refusals.ts";

/** By the HTTP status, for what nobody translated; English readers get the server's own words. */
const KINDS: Readonly<Record<number, string>> = {
  // t:
  400: "Something in the request is not right.",
  401: "You are not signed in. Sign in again.",
  403: "You may not do this.",
  404: "It is not there, or not any more.",
  409: "It was changed meanwhile, or there is one already. Load it again.",
  413: "It is too large.",
  429: "Too many attempts. Wait a moment and try again.",
  500: "Something went wrong on the server. Try again.",
  502: "The server is starting or not reachable. Try again in a moment.",
  503: "The server is starting or not reachable. Try again in a moment.",
};

const find = sentenceFinder(REFUSALS);

/** For the test that goes through all that the server refuses. */
export const isKnownRefusal = (message: string) => find(message) !== null;

/** @param status of the answer; 0 when none came */
export function errorWords(message: string, status: number): string {
  if (useWords.getState().language === "en") return message;
  const known = find(message);
  const said = known ? [known] : sentencesIn(message, find);
  if (said) return said.map((sentence) => saidAs(sentence, valueWords)).join(" ");
  // What Meta said to the server.
  const answered = deliveryWords(message);
  if (answered !== message) return answered;
  const kind = KINDS[status];
  // What the server says is more than its kind, also to those who read it in English.
  return kind === undefined ? message : `${t(kind)} (${message})`;
}

const ROLES: Readonly<Record<string, string>> = ROLE_NAMES;

function valueWords(place: string, value: string): string {
  switch (place) {
    case "role":
    case "other":
      return t(ROLES[value] ?? value);
    case "what":
      return THINGS.some((thing) => thing === value) ? t(value) : value;
    case "why":
      return deliveryWords(value);
    case "issue":
      return issueWords(value);
    case "refusal":
      return outcomeWords(value);
    default:
      return value;
  }
}
