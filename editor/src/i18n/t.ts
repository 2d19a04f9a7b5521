/** The interface's words in the reader's language: the English ones are the keys, and stand in where a language has none. */
import { create } from "zustand";

export const LANGUAGES = { en: "English", es: "Español", pt: "Português" } as const;
export type Language = keyof typeof LANGUAGES;
export type Catalogue = Readonly<Record<string, string>>;

/** Read anew only when somebody asks for the language. */
const CATALOGUES: Record<Language, () => Promise<Catalogue>> = {
  en: async () => ({}),
  es: async () => (await import("./es/index.ts")).es,
  pt: async () => (await import("./pt/index.ts")).pt,
};
const REMEMBERED = "hilo-language";

interface Words {
  language: Language;
  catalogue: Catalogue;
}

export const useWords = create<Words>(() => ({ language: "en", catalogue: {} }));

/**
 * @param text English, with the places of values in braces: `{count} steps`
 * @returns the same in the reader's language
 */
export function t(text: string, values: Readonly<Record<string, string | number>> = {}): string {
  const words = useWords.getState().catalogue[text] ?? text;
  return words.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** For dates, numbers and names by `Intl`: the reader's language, as their own country writes it where the browser knows. */
export function locale(): string {
  const { language } = useWords.getState();
  return navigator.languages.find((wish) => wish.slice(0, 2).toLowerCase() === language) ?? language;
}

/**
 * Words for one and for all other numbers, as English, Spanish and Portuguese have them.
 * @param one `1 step`
 * @param many `{count} steps`
 */
export function tCount(
  count: number,
  one: string,
  many: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return t(count === 1 ? one : many, { ...values, count });
}

/** What was chosen here before, else the first of the browser's languages that there is. */
export function wishedLanguage(): Language {
  const wishes = [localStorage.getItem(REMEMBERED) ?? "", ...navigator.languages];
  return wishes.map((wish) => wish.slice(0, 2).toLowerCase()).find(isLanguage) ?? "en";
}

function isLanguage(text: string): text is Language {
  return Object.hasOwn(LANGUAGES, text);
}

/** Pages are drawn again in the language; a choice is remembered in this browser. */
export async function speak(language: Language, remember = false): Promise<void> {
  const catalogue = await CATALOGUES[language]();
  if (remember) localStorage.setItem(REMEMBERED, language);
  document.documentElement.lang = language;
  useWords.setState({ language, catalogue });
}
