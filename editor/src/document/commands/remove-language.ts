/** Takes a language out of the flow, with all its texts. */
import type { FlowDocument } from "../flow-document.ts";

export interface RemoveLanguage {
  language: string;
}

export function removeLanguage(doc: FlowDocument, { language }: RemoveLanguage): FlowDocument {
  if (!Object.hasOwn(doc.translations, language)) return doc;
  const { [language]: _, ...translations } = doc.translations;
  return { ...doc, translations };
}
