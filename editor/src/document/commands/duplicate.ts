/** A second copy of nodes beside the first, with the edges between them. */
import type { FlowDocument } from "../flow-document.ts";
import { copyFragment, paste } from "./paste.ts";

export interface Duplicate {
  nodeIds: readonly string[];
}

/** Far enough to see both cards, near enough to see what was copied. */
const BESIDE = { x: 40, y: 60 };

export function duplicate(doc: FlowDocument, { nodeIds }: Duplicate): FlowDocument {
  return paste(doc, { fragment: copyFragment(doc, new Set(nodeIds)), offset: BESIDE });
}
