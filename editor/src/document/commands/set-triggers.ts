/** Says what starts the flow. */
import type { FlowDocument } from "../flow-document.ts";

export interface SetTriggers {
  triggers: FlowDocument["triggers"];
}

export function setTriggers(doc: FlowDocument, { triggers }: SetTriggers): FlowDocument {
  return triggers === doc.triggers ? doc : { ...doc, triggers };
}
