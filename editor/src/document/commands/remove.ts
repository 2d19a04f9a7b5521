/** Takes nodes, sticky notes, groups and edges away, and every edge that touched the nodes. The start stays. */
import { boardOf, withBoard, withoutOrphans } from "../board.ts";
import { type FlowDocument, withEdges } from "../flow-document.ts";
import { nodesUsed } from "../ids.ts";
import { disconnect } from "./disconnect.ts";

export interface Remove {
  /** Of steps, sticky notes and groups; the steps of a group stay. */
  nodeIds: readonly string[];
  edgeIds?: readonly string[];
}

export function remove(doc: FlowDocument, { nodeIds, edgeIds = [] }: Remove): FlowDocument {
  const gone = new Set(nodeIds);
  const cut = withoutItems(disconnect(doc, { edgeIds }), gone);
  const nodes = cut.nodes.filter((node) => !gone.has(node.id) || node.type === "start");
  if (nodes.length === cut.nodes.length) return cut;
  const kept = { ...cut, nodes, nodesUsed: nodesUsed(doc) };
  return withoutOrphans(withEdges(kept, cut.edges));
}

function withoutItems(doc: FlowDocument, gone: ReadonlySet<string>): FlowDocument {
  const { stickies, groups } = boardOf(doc);
  if (![...stickies, ...groups].some(({ id }) => gone.has(id))) return doc;
  return withBoard(doc, {
    stickies: stickies.filter(({ id }) => !gone.has(id)),
    groups: groups.filter(({ id }) => !gone.has(id)),
  });
}
