/** Gives the flow another name. A flow always has one. */
import type { FlowDocument } from "../flow-document.ts";

export interface RenameFlow {
  name: string;
}

/** As in the format. */
export const FLOW_NAME_MAX = 120;

export function renameFlow(doc: FlowDocument, { name }: RenameFlow): FlowDocument {
  const next = name.trim().slice(0, FLOW_NAME_MAX).trim();
  return next === "" || next === doc.name ? doc : { ...doc, name: next };
}
