/** Takes nodes and edges away, and every edge that touched the nodes. The start stays. */
import { type FlowDocument, withEdges } from "../flow-document.ts";
import { nodesUsed } from "../ids.ts";
import { disconnect } from "./disconnect.ts";

export interface Remove {
  nodeIds: readonly string[];
  edgeIds?: readonly string[];
}

export function remove(doc: FlowDocument, { nodeIds, edgeIds = [] }: Remove): FlowDocument {
  const gone = new Set(nodeIds);
  const cut = disconnect(doc, { edgeIds });
  const nodes = cut.nodes.filter((node) => !gone.has(node.id) || node.type === "start");
  if (nodes.length === cut.nodes.length) return cut;
  const kept = { ...cut, nodes, nodesUsed: nodesUsed(doc) };
  return withEdges(kept, cut.edges);
}
