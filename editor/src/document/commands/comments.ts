/** Comments on a step: said, ticked off, taken back. */
import { boardOf, COMMENT_TEXT_MAX, type Comment, nextBoardId, withBoard } from "../board.ts";
import { type FlowDocument, findNode } from "../flow-document.ts";

export interface AddComment {
  nodeId: string;
  author: string;
  /** ISO 8601. */
  at: string;
  text: string;
}

export function addComment(doc: FlowDocument, { text, ...comment }: AddComment): FlowDocument {
  const said = text.trim().slice(0, COMMENT_TEXT_MAX);
  if (said === "" || !findNode(doc, comment.nodeId)) return doc;
  const added: Comment = { id: nextBoardId(doc, "c"), ...comment, text: said };
  return withBoard(doc, { comments: [...boardOf(doc).comments, added] });
}

export interface SettleComment {
  id: string;
  done: boolean;
}

export function settleComment(doc: FlowDocument, { id, done }: SettleComment): FlowDocument {
  const { comments } = boardOf(doc);
  if (!comments.some((comment) => comment.id === id && (comment.done ?? false) !== done)) return doc;
  return withBoard(doc, {
    comments: comments.map((comment) => (comment.id === id ? { ...comment, done } : comment)),
  });
}

export interface RemoveComment {
  id: string;
}

export function removeComment(doc: FlowDocument, { id }: RemoveComment): FlowDocument {
  const { comments } = boardOf(doc);
  const kept = comments.filter((comment) => comment.id !== id);
  return kept.length === comments.length ? doc : withBoard(doc, { comments: kept });
}
