/** A message row as the API and the sockets show it. */
import type { FitNote } from "@hilo/flow-engine";
import { z } from "zod";
import type { Message } from "../contract/index.ts";

export interface MessageRow {
  id: string;
  seq: string;
  conversationId: string;
  contactId: string;
  direction: "in" | "out";
  author: Message["author"];
  content: Record<string, unknown>;
  status: Message["status"];
  platformMessageId: string | null;
  error: Message["error"];
  sessionId: string | null;
  nodeId: string | null;
  flowVersionId: string | null;
  createdAt: Date;
  providerAt?: Date | string | null;
  editedAt?: Date | null;
  deletedAt?: Date | null;
  revisions?: Message["revisions"] | null;
  reaction?: string | null;
  commentId?: string | null;
  fitNotes?: FitNote[] | null;
  replyTo?: string | null;
}

/** Column list of `MessageRow`, of a table called `m`. */
export const MESSAGE_COLUMNS = `m.id, m.seq::text AS seq, m.conversation_id AS "conversationId", m.contact_id AS "contactId", m.direction, m.author,
  m.content, m.status, m.platform_message_id AS "platformMessageId", m.error, m.session_id AS "sessionId", m.node_id AS "nodeId",
  m.flow_version_id AS "flowVersionId", m.created_at AS "createdAt", m.provider_at AS "providerAt", m.edited_at AS "editedAt",
  m.deleted_at AS "deletedAt", m.revisions, m.reaction, m.comment_id AS "commentId", m.fit_notes AS "fitNotes",
  m.reply_to AS "replyTo"`;

export function viewMessage(row: MessageRow): Message {
  const { sessionId, nodeId, flowVersionId } = row;
  const message: Message = {
    id: row.id,
    seq: row.seq,
    conversationId: row.conversationId,
    contactId: row.contactId,
    direction: row.direction,
    author: row.author,
    content: withMediaPath(row),
    status: row.status,
    waMessageId: row.platformMessageId,
    error: row.error,
    cause: row.direction === "out" && sessionId !== null ? { sessionId, nodeId, flowVersionId } : null,
    createdAt: row.createdAt.toISOString(),
  };
  addWhatFollowed(message, row);
  return message;
}

/** What few messages have is left out of the others. */
function addWhatFollowed(message: Message, row: MessageRow): void {
  const { providerAt, editedAt, deletedAt, revisions, reaction, commentId, fitNotes, replyTo } = row;
  if (providerAt) message.writtenAt = new Date(providerAt).toISOString();
  if (editedAt) message.editedAt = editedAt.toISOString();
  if (deletedAt) message.deletedAt = deletedAt.toISOString();
  if (revisions) message.revisions = revisions;
  if (reaction) message.reaction = reaction;
  if (commentId) message.commentId = commentId;
  if (replyTo) message.replyTo = replyTo;
  if (fitNotes) message.fitNotes = fitNotes;
}

const mediaSchema = z.object({ type: z.literal("media"), media: z.record(z.string(), z.unknown()) });

/** Files are read from this server: a platform's own addresses end after minutes, and are none of the browser's business. */
function withMediaPath({ id, direction, author, content }: MessageRow): Record<string, unknown> {
  // Saying why a text is no file would cost more than all the rest.
  if (content.type !== "media") return content;
  const found = mediaSchema.safeParse(content).data;
  if (!found) return content;
  const { url: _platforms, ...media } = found.media;
  const isReceived = direction === "in" || author === "echo";
  const isOurs = typeof media.fileId === "string";
  if (!isReceived && !isOurs) return content;
  return { ...content, media: { ...media, url: `/api/v1/messages/${id}/media` } };
}
