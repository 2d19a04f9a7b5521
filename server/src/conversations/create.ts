/** Contacts and conversations for people who write for the first time: one statement for all of a batch. */
import type { PoolClient } from "pg";
import { otherWriting } from "../contacts/other-writing.ts";
import { newId } from "../db/ids.ts";
import type { InboxRow } from "./inbox-row.ts";

export interface Newcomer {
  row: Pick<InboxRow, "workspaceId" | "channelId" | "externalId" | "shard">;
  name: string | null;
  phone: string | null;
}

/** Rows whose channel is not there are passed over. A person who is known, by id or by phone, keeps the contact. */
export async function createConversations(client: PoolClient, newcomers: readonly Newcomer[]): Promise<void> {
  if (newcomers.length === 0) return;
  await client.query({
    name: "create-conversations",
    text: `WITH n AS (
             SELECT k.workspace_id, k.channel_id, k.external_id, k.shard, k.name, k.conversation_id, ch.platform,
                    COALESCE(k.phone, CASE WHEN ch.platform = 'whatsapp' AND k.external_id ~ '^[0-9]{5,20}$'
                                           THEN '+' || k.external_id END) AS phone,
                    k.other_phone, k.contact_id, i.contact_id AS identified
               FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::smallint[], $5::text[], $6::text[], $7::uuid[], $8::uuid[], $9::text[])
                    AS k(workspace_id, channel_id, external_id, shard, name, phone, contact_id, conversation_id, other_phone)
               JOIN channels ch ON ch.workspace_id = k.workspace_id AND ch.id = k.channel_id
               LEFT JOIN contact_identities i ON i.workspace_id = k.workspace_id AND i.channel_id = k.channel_id
                                             AND i.external_id = k.external_id
           ), k AS (
             -- One person has one contact: known by the id, or by the same phone number on another channel. Simulated people are nobody.
             SELECT n.*, COALESCE(n.identified,
                                  CASE WHEN n.platform <> 'simulator' AND n.phone IS NOT NULL
                                       THEN (SELECT p.id FROM contacts p
                                              WHERE p.workspace_id = n.workspace_id AND p.phone IN (n.phone, n.other_phone) AND p.merged_into IS NULL
                                                AND NOT EXISTS (SELECT 1 FROM contact_identities x
                                                                 WHERE x.workspace_id = p.workspace_id AND x.contact_id = p.id AND x.kind = 'simulator')
                                              ORDER BY p.created_at, p.id LIMIT 1) END) AS known_id,
                    CASE WHEN n.platform = 'simulator' OR n.phone IS NULL THEN n.contact_id
                         ELSE first_value(n.contact_id) OVER (PARTITION BY n.workspace_id, n.platform = 'simulator', n.phone
                                                              ORDER BY n.contact_id) END AS new_id
               FROM n
           ), people AS (
             INSERT INTO contacts (workspace_id, id, name, phone, updated_at)
             SELECT workspace_id, contact_id, name, phone, now() FROM k WHERE known_id IS NULL AND new_id = contact_id
           ), identities AS (
             INSERT INTO contact_identities (workspace_id, channel_id, external_id, contact_id, kind)
             SELECT workspace_id, channel_id, external_id, COALESCE(known_id, new_id),
                    CASE platform WHEN 'instagram' THEN 'igsid' WHEN 'messenger' THEN 'psid' WHEN 'simulator' THEN 'simulator'
                         ELSE CASE WHEN external_id ~ '^[0-9]+$' THEN 'wa_id' ELSE 'bsuid' END END
               FROM k WHERE identified IS NULL
           )
           INSERT INTO conversations (workspace_id, id, channel_id, external_id, contact_id, shard)
           SELECT workspace_id, conversation_id, channel_id, external_id, COALESCE(known_id, new_id), shard FROM k
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
      newcomers.map((n) => otherWriting(n.phone ?? `+${n.row.externalId}`)),
    ],
  });
}
