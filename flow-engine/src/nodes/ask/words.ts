/** Words of questions that their authors need not write: labels and skip words, by language. */
import { bestLanguage } from "../../flow/language.ts";

interface AskWords {
  yes: string;
  no: string;
  done: string;
  /** Opens a list. */
  choose: string;
}

const WORDS: Readonly<Record<string, AskWords>> = {
  en: { yes: "Yes", no: "No", done: "Done", choose: "Choose" },
  es: { yes: "Sí", no: "No", done: "Listo", choose: "Elegir" },
  pt: { yes: "Sim", no: "Não", done: "Pronto", choose: "Escolher" },
  fr: { yes: "Oui", no: "Non", done: "Terminé", choose: "Choisir" },
  de: { yes: "Ja", no: "Nein", done: "Fertig", choose: "Auswählen" },
  it: { yes: "Sì", no: "No", done: "Fatto", choose: "Scegli" },
};
const SKIP_WORDS: Readonly<Record<string, string>> = {
  en: "skip",
  es: "saltar, omitir",
  pt: "pular",
  fr: "passer",
  de: "überspringen",
  it: "salta",
};

const ENGLISH: AskWords = { yes: "Yes", no: "No", done: "Done", choose: "Choose" };

/** @param language BCP 47 of who reads; null or unknown: English */
export function askWords(language: string | null): AskWords {
  return WORDS[bestLanguage(language, Object.keys(WORDS)) ?? "en"] ?? ENGLISH;
}

/** What `skipWord` may begin with in a flow of a language. */
export function defaultSkipWord(language: string | null): string {
  return SKIP_WORDS[bestLanguage(language, Object.keys(SKIP_WORDS)) ?? "en"] ?? "skip";
}
