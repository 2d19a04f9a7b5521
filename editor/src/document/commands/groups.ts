/** Groups: a frame with a title around steps that belong together. A step is in one group at most. */
import { boardOf, GROUP_TITLE_MAX, type Group, nextBoardId, withBoard } from "../board.ts";
import type { FlowDocument } from "../flow-document.ts";

export interface GroupNodes {
  nodeIds: readonly string[];
  title?: string;
}

export function groupNodes(doc: FlowDocument, { nodeIds, title = "Group" }: GroupNodes): FlowDocument {
  const wanted = new Set(nodeIds);
  const members = doc.nodes.filter((node) => wanted.has(node.id)).map((node) => node.id);
  if (members.length === 0) return doc;
  const group: Group = { id: nextBoardId(doc, "g"), title, color: "sky", nodeIds: members };
  const others = boardOf(doc)
    .groups.map((other) => ({ ...other, nodeIds: other.nodeIds.filter((id) => !wanted.has(id)) }))
    .filter((other) => other.nodeIds.length > 0);
  return withBoard(doc, { groups: [...others, group] });
}

export interface EditGroup {
  id: string;
  change: Partial<Pick<Group, "title" | "color">>;
}

export function editGroup(doc: FlowDocument, { id, change }: EditGroup): FlowDocument {
  const { groups } = boardOf(doc);
  if (!groups.some((group) => group.id === id)) return doc;
  const title = change.title === undefined ? {} : { title: change.title.slice(0, GROUP_TITLE_MAX) };
  return withBoard(doc, {
    groups: groups.map((group) => (group.id === id ? { ...group, ...change, ...title } : group)),
  });
}

export interface Ungroup {
  id: string;
}

/** Takes the frame away; its steps stay. */
export function ungroup(doc: FlowDocument, { id }: Ungroup): FlowDocument {
  const { groups } = boardOf(doc);
  const kept = groups.filter((group) => group.id !== id);
  return kept.length === groups.length ? doc : withBoard(doc, { groups: kept });
}
