/** Which of the messages that a batch's rows speak of are there: echoes of our own sends, originals of edits, targets of reactions. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { InboxRow } from "./inbox-row.ts";

/** Platform ids and own ids of messages that are there. */
export class KnownMessages {
  private readonly ids = new Set<string>();

  add(channelId: string, id: string): void {
    this.ids.add(`${channelId}:${id}`);
  }

  has(channelId: string, id: string): boolean {
    return this.ids.has(`${channelId}:${id}`);
  }
}

interface Asked {
  row: InboxRow;
  platformMessageId: string;
  ours: string | null;
}

/** One look for all rows; none when nothing speaks of other messages. */
export async function loadKnownMessages(
  client: PoolClient,
  rows: readonly InboxRow[],
): Promise<KnownMessages> {
  const known = new KnownMessages();
  const asked = rows.flatMap(askedOf);
  if (asked.length === 0) return known;
  const { rows: found } = await client.query<{
    channelId: string;
    id: string;
    platformMessageId: string | null;
  }>({
    name: "known-messages",
    text: `WITH k AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[])
                               AS k(workspace_id, channel_id, platform_message_id, id))
           SELECT m.channel_id AS "channelId", m.id, m.platform_message_id AS "platformMessageId"
             FROM k JOIN messages m USING (workspace_id, channel_id, platform_message_id)
           UNION ALL
           SELECT m.channel_id, m.id, m.platform_message_id
             FROM k JOIN messages m ON m.workspace_id = k.workspace_id AND m.id = k.id AND m.channel_id = k.channel_id`,
    values: [
      asked.map(({ row }) => row.workspaceId),
      asked.map(({ row }) => row.channelId),
      asked.map(({ platformMessageId }) => platformMessageId),
      asked.map(({ ours }) => ours),
    ],
  });
  for (const { channelId, id, platformMessageId } of found) {
    known.add(channelId, id);
    if (platformMessageId !== null) known.add(channelId, platformMessageId);
  }
  return known;
}

const aboutMessage = z.object({ platformMessageId: z.string(), ours: z.uuid().nullish() });
/** Fits every message, so that most are not refused with a reason nobody reads. */
const aboutReaction = z.object({ content: z.object({ type: z.string(), messageId: z.unknown() }) });

function askedOf(row: InboxRow): Asked[] {
  if (row.kind === "message") {
    const content = aboutReaction.safeParse(row.payload).data?.content;
    const platformMessageId = content?.type === "reaction" ? content.messageId : null;
    return typeof platformMessageId === "string" ? [{ row, platformMessageId, ours: null }] : [];
  }
  if (row.kind !== "echo" && row.kind !== "revision") return [];
  const { data } = aboutMessage.safeParse(row.payload);
  return data ? [{ row, platformMessageId: data.platformMessageId, ours: data.ours ?? null }] : [];
}
