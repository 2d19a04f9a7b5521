/** Contacts and conversations for people who write for the first time: one statement for all of a batch. */
import type { PoolClient } from "pg";
import { newId } from "../db/ids.ts";
import type { InboxRow } from "./inbox-row.ts";

export interface Newcomer {
  row: InboxRow;
  name: string | null;
  phone: string | null;
}

/** Rows whose channel is not there are passed over. An identity already known keeps its contact. */
export async function createConversations(client: PoolClient, newcomers: readonly Newcomer[]): Promise<void> {
  if (newcomers.length === 0) return;
  await client.query({
    name: "create-conversations",
    text: `WITH k AS (
             SELECT k.*, i.contact_id AS known_id
               FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::smallint[], $5::text[], $6::text[], $7::uuid[], $8::uuid[])
                    AS k(workspace_id, channel_id, external_id, shard, name, phone, contact_id, conversation_id)
               JOIN channels ch ON ch.workspace_id = k.workspace_id AND ch.id = k.channel_id
               LEFT JOIN contact_identities i ON i.workspace_id = k.workspace_id AND i.channel_id = k.channel_id
                                             AND i.external_id = k.external_id
           ), people AS (
             INSERT INTO contacts (workspace_id, id, name, phone, updated_at)
             SELECT workspace_id, contact_id, name, phone, now() FROM k WHERE known_id IS NULL
           ), identities AS (
             INSERT INTO contact_identities (workspace_id, channel_id, external_id, contact_id, kind)
             SELECT k.workspace_id, k.channel_id, k.external_id, k.contact_id,
                    CASE ch.platform WHEN 'instagram' THEN 'igsid' WHEN 'messenger' THEN 'psid' WHEN 'simulator' THEN 'simulator'
                         ELSE CASE WHEN k.external_id ~ '^[0-9]+$' THEN 'wa_id' ELSE 'bsuid' END END
               FROM k JOIN channels ch ON ch.workspace_id = k.workspace_id AND ch.id = k.channel_id WHERE k.known_id IS NULL
           )
           INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, shard)
           SELECT workspace_id, conversation_id, channel_id, external_id, COALESCE(known_id, contact_id), shard FROM k
           ON CONFLICT (workspace_id, channel_id, external_id) DO NOTHING`,
    values: [
      newcomers.map((n) => n.row.workspaceId),
      newcomers.map((n) => n.row.channelId),
      newcomers.map((n) => n.row.externalId),
      newcomers.map((n) => n.row.shard),
      newcomers.map((n) => n.name),
      newcomers.map((n) => n.phone),
      newcomers.map(() => newId()),
      newcomers.map(() => newId()),
    ],
  });
}
