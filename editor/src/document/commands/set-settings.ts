/** Changes settings of the whole flow: expiry, what is said on failure, old taps. */
import type { FlowDocument } from "../flow-document.ts";

export interface SetSettings {
  /** Only what changes. */
  settings: Partial<FlowDocument["settings"]>;
}

export function setSettings(doc: FlowDocument, { settings }: SetSettings): FlowDocument {
  return { ...doc, settings: { ...doc.settings, ...settings } };
}
