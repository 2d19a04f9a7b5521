/** Puts a new node in the middle of an edge: what led on now leads through it. */
import { type FlowDocument, portOf } from "../flow-document.ts";
import { type AddNode, addNode, firstPort } from "./add-node.ts";
import { connect } from "./connect.ts";

export interface InsertOnEdge extends Omit<AddNode, "from"> {
  edgeId: string;
}

export function insertOnEdge(doc: FlowDocument, { edgeId, ...node }: InsertOnEdge): FlowDocument {
  const edge = doc.edges.find((candidate) => candidate.id === edgeId);
  const added = addNode(doc, node);
  if (!edge || added === doc) return added;
  const led = connect(added, { source: edge.source, port: portOf(edge), target: node.id });
  const port = firstPort(led, node.id);
  return port === undefined ? led : connect(led, { source: node.id, port, target: edge.target });
}
