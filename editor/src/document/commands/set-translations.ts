/** Writes translations of texts: one that is typed, or a file of them. An empty one goes back to the flow's own text. */
import type { FlowDocument } from "../flow-document.ts";

export interface SetTranslations {
  texts: readonly { language: string; nodeId: string; key: string; text: string }[];
}

type Translations = FlowDocument["translations"];

export function setTranslations(doc: FlowDocument, { texts }: SetTranslations): FlowDocument {
  const translations = texts.reduce(withText, doc.translations);
  return translations === doc.translations ? doc : { ...doc, translations };
}

function withText(
  translations: Translations,
  { language, nodeId, key, text }: SetTranslations["texts"][number],
): Translations {
  const ofLanguage = translations[language];
  if (!ofLanguage || (ofLanguage[nodeId]?.[key] ?? "") === text) return translations;
  const { [key]: _, ...others } = ofLanguage[nodeId] ?? {};
  const ofNode = text === "" ? others : { ...others, [key]: text };
  return { ...translations, [language]: { ...ofLanguage, [nodeId]: ofNode } };
}
