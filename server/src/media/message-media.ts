/** The file of a message, whichever way it went. */
import { inboundContentSchema, messageContentSchema } from "@hilo/flow-engine";
import type { Runtime } from "../runtime.ts";
import { findMedia, MEDIA_COLUMNS, type MediaRow } from "./media-rows.ts";
import { receivedMedia } from "./received-media.ts";

interface MessageRow {
  direction: "in" | "out";
  author: string;
  content: unknown;
  channelId: string;
  externalId: string | null;
}

/** Null: the workspace has no such message, or it has no file. One that was never asked for is asked for from now on. */
export async function mediaOfMessage(
  { runtime: { pool } }: { runtime: Pick<Runtime, "pool"> },
  workspaceId: string,
  messageId: string,
): Promise<MediaRow | null> {
  const { rows } = await pool.query<MessageRow>(
    `SELECT m.direction, m.author, m.content, m.channel_id AS "channelId", c.external_id AS "externalId"
       FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE m.workspace_id = $1 AND m.id = $2`,
    [workspaceId, messageId],
  );
  const message = rows[0];
  if (!message) return null;
  // What a person sent from their phone comes back as the platform tells it.
  if (message.direction === "out" && message.author !== "echo") {
    const sent = fileIdOf(message.content);
    return sent === null ? null : findMedia(pool, workspaceId, sent);
  }
  const received = receivedMedia(inboundContentSchema.safeParse(message.content).data ?? NO_MEDIA);
  if (received === null) return null;
  const { rows: found } = await pool.query<MediaRow>(
    `WITH asked AS (
       INSERT INTO media_files (workspace_id, id, channel_id, platform_id, external_id, source_url, mime, name)
       VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, $6, $7)
       ON CONFLICT (workspace_id, channel_id, platform_id) DO NOTHING RETURNING *)
     SELECT ${MEDIA_COLUMNS} FROM asked f
      UNION ALL
     SELECT ${MEDIA_COLUMNS} FROM media_files f WHERE f.workspace_id = $1 AND f.channel_id = $2 AND f.platform_id = $3`,
    [
      workspaceId,
      message.channelId,
      received.platformId,
      message.externalId,
      received.sourceUrl,
      received.mime,
      received.name,
    ],
  );
  return found[0] ?? null;
}

const NO_MEDIA = { type: "text", text: "" } as const;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function fileIdOf(content: unknown): string | null {
  const sent = messageContentSchema.safeParse(content).data;
  const fileId = sent?.type === "media" ? sent.media.fileId : undefined;
  return fileId !== undefined && UUID.test(fileId) ? fileId : null;
}
