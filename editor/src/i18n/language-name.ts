/** A language by its name in the reader's language: `pt-BR` → `Brazilian Portuguese`. */
import { locale } from "./t.ts";

/** @returns the tag itself when it is none, or has no name */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(locale(), { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
