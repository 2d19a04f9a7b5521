/** What the server refuses, in the reader's language: sentence by sentence, else by what kind of refusal it is. */
import { saidAs, sentenceFinder } from "../i18n/sentences.ts";
import { t, useWords } from "../i18n/t.ts";

const SENTENCES = [
  // t:
  "The server answered {status} without saying why.",
  "The server can't be reached. Check that it runs and try again.",
  "Something went wrong here. Try again; the log has the details.",
  "The database can't be reached. Try again in a moment.",
  "The address is not valid.",
  "A value in the request is not valid.",
  "Sign in, or send an API key as Authorization: Bearer.",
  "The role {role} may not do this.",
  "There is no such {what}.",
  "There is nothing at this address.",
  "The owner's account exists already. Sign in instead.",
  "There is a team called {name} already.",
  "{name} is no member of this workspace.",
  "Read it again.",
  "A channel with this id is connected already.",
  "This merge was undone before.",
  "One of the contacts was merged before: undo that first.",
  "One of the contacts is not there any more.",
  "A contact can't be merged with itself.",
  "This request came from another site.",
  "Invalid email or password",
  "at least 10 characters",
] as const;

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

const find = sentenceFinder(SENTENCES);

/** @param status of the answer; 0 when none came */
export function errorWords(message: string, status: number): string {
  if (useWords.getState().language === "en") return message;
  const known = find(message);
  if (known) return saidAs(known);
  const kind = KINDS[status];
  // What the server says is more than its kind, also to those who read it in English.
  return kind === undefined ? message : `${t(kind)} (${message})`;
}
