/** Cuts edges. */
import type { FlowDocument } from "../flow-document.ts";

export interface Disconnect {
  edgeIds: readonly string[];
}

export function disconnect(doc: FlowDocument, { edgeIds }: Disconnect): FlowDocument {
  const cut = new Set(edgeIds);
  const edges = doc.edges.filter((edge) => !cut.has(edge.id));
  return edges.length === doc.edges.length ? doc : { ...doc, edges };
}
