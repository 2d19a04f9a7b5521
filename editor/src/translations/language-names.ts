/** Languages by their names, and which ones are offered first. */
import { languageName as nameOf } from "../i18n/language-name.ts";

/** Spoken by most customers of chats; any other can be written by its tag. */
export const OFFERED = [
  "en",
  "es",
  "pt",
  "pt-BR",
  "fr",
  "de",
  "it",
  "nl",
  "ca",
  "eu",
  "gl",
  "ar",
  "hi",
  "id",
  "ru",
  "tr",
  "uk",
  "zh",
  "ja",
  "ko",
  "sw",
];

/** `Spanish (es)`, in the reader's language; the tag alone when it has no name. */
export function languageName(tag: string): string {
  const name = nameOf(tag);
  return name === tag ? tag : `${name.replace(/^./u, (first) => first.toUpperCase())} (${tag})`;
}

/** The tag in its usual form (`pt-br` → `pt-BR`); null when it is none. */
export function languageTag(text: string): string | null {
  try {
    const [tag] = Intl.getCanonicalLocales(text.trim().replaceAll("_", "-"));
    return tag && tag.length <= 35 ? tag : null;
  } catch {
    return null;
  }
}
