/** Words of ours in a question where its author gave none, in the languages flows are mostly written in. */
import { foldText } from "../../triggers/normalize.ts";
import type { Scope } from "../define-node.ts";
import type { AskData } from "./schema.ts";

const WORDS = {
  en: { yes: "Yes", no: "No", done: "Done", choose: "Choose", skip: ["skip"] },
  es: { yes: "Sí", no: "No", done: "Listo", choose: "Elegir", skip: ["omitir", "saltar"] },
  pt: { yes: "Sim", no: "Não", done: "Pronto", choose: "Escolher", skip: ["pular", "saltar"] },
  fr: { yes: "Oui", no: "Non", done: "Terminé", choose: "Choisir", skip: ["passer", "ignorer"] },
  de: { yes: "Ja", no: "Nein", done: "Fertig", choose: "Auswählen", skip: ["überspringen"] },
  it: { yes: "Sì", no: "No", done: "Fatto", choose: "Scegli", skip: ["salta", "saltare"] },
} as const;

const wordsOf = (language: unknown) => {
  const code = String(language ?? "")
    .slice(0, 2)
    .toLowerCase();
  const isKnown = (text: string): text is keyof typeof WORDS => Object.hasOwn(WORDS, text);
  return isKnown(code) ? WORDS[code] : null;
};

/** In the language in which the flow speaks to the customer; in English when it is none of ours. */
export const ownWords = (scope: Scope) => wordsOf(scope.read("system.language")) ?? WORDS.en;

/** What the option that ends a choice may be called when the flow does not say. */
export const DONE_WORDS: readonly string[] = Object.values(WORDS).map(({ done }) => done);

/** The words that skip a question, folded: the flow's; else, of one that may be skipped, ours. */
export function skipWords(data: AskData, ours: readonly string[]): string[] {
  const given = (data.skipWord ?? "").split(",").map(foldText);
  const theirs = given.filter((word) => word !== "");
  return theirs.length > 0 || !data.skippable ? theirs : ours.map(foldText);
}

/** Ours in the language that is spoken, and in the customer's own where that is another one. */
export function isSkipWord(scope: Scope<AskData>, words: string): boolean {
  const theirs = wordsOf(scope.read("contact.language"))?.skip ?? [];
  return skipWords(scope.data, [...ownWords(scope).skip, ...theirs]).includes(foldText(words));
}

/** In every language, for what is checked before it is known who is asked. */
export const SKIP_WORDS: readonly string[] = Object.values(WORDS).flatMap(({ skip }) => skip);
