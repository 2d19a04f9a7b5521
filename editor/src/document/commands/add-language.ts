/** Adds a language that the flow's texts are to be translated to. */
import type { FlowDocument } from "../flow-document.ts";

export interface AddLanguage {
  /** BCP 47. */
  language: string;
}

export function addLanguage(doc: FlowDocument, { language }: AddLanguage): FlowDocument {
  if (language === doc.language || Object.hasOwn(doc.translations, language)) return doc;
  return { ...doc, translations: { ...doc.translations, [language]: {} } };
}
