/** Erases a person: everything they said, everything kept of them, and the raw deliveries it came in. */
import type { PoolClient } from "pg";
import { DRAIN_LOCK } from "../conversations/drain.ts";
import { transaction } from "../db/transaction.ts";
import { notFound } from "../http/app-error.ts";
import { eraseReceived } from "../media/media-rows.ts";
import type { MediaStore } from "../media/media-store.ts";
import type { Runtime } from "../runtime.ts";

interface Place {
  conversationId: string;
  channelId: string;
  externalId: string;
  shard: number;
}

export async function eraseContact(
  { runtime: { pool }, media }: { runtime: Pick<Runtime, "pool">; media: MediaStore },
  workspaceId: string,
  id: string,
): Promise<void> {
  await transaction(pool, async (client) => {
    const { rows } = await client.query<{ phone: string | null }>(
      "SELECT phone FROM contacts WHERE workspace_id = $1 AND id = $2",
      [workspaceId, id],
    );
    if (!rows[0]) throw notFound("contact");
    const places = await findPlaces(client, workspaceId, id);
    // No step of theirs may be under way: it would write back what is being erased. In order, so that two erasures can't wait for each other.
    const shards = [...new Set(places.map((place) => place.shard))].sort((a, b) => a - b);
    for (const shard of shards)
      await client.query("SELECT pg_advisory_xact_lock($1, $2)", [DRAIN_LOCK, shard]);
    await eraseDeliveries(client, workspaceId, places, rows[0].phone);
    await eraseReceived(client, media, workspaceId, places);
    await eraseRows(client, workspaceId, id);
  });
}

/** Conversations, each once for every id the person is known by there: a changed number, a business-scoped id. */
async function findPlaces(client: PoolClient, workspaceId: string, contactId: string): Promise<Place[]> {
  const { rows } = await client.query<Place>(
    `SELECT c.id AS "conversationId", c.channel_id AS "channelId", k.external_id AS "externalId", c.shard
       FROM conversations c CROSS JOIN LATERAL (
              SELECT c.external_id UNION
              SELECT a.alias FROM conversation_aliases a
               WHERE a.workspace_id = c.workspace_id AND a.channel_id = c.channel_id AND a.external_id = c.external_id) AS k
      WHERE c.workspace_id = $1 AND c.contact_id = $2`,
    [workspaceId, contactId],
  );
  return rows;
}

/**
 * Inbox rows keep their hash, so that a delivery sent again is still known and restores nothing. Log bodies are
 * found by the person's own ids in their bytes, since statuses carry those too; a body shared with others goes whole.
 */
async function eraseDeliveries(
  client: PoolClient,
  workspaceId: string,
  places: readonly Place[],
  phone: string | null,
): Promise<void> {
  const keys = [workspaceId, places.map((place) => place.channelId), places.map((place) => place.externalId)];
  await client.query(
    `UPDATE inbox_events e SET payload = NULL, external_id = '', conversation_id = NULL, error = NULL,
            state = CASE WHEN e.state IN ('pending', 'quarantined') THEN 'ignored' ELSE e.state END
       FROM unnest($2::uuid[], $3::text[]) AS p(channel_id, external_id)
      WHERE e.workspace_id = $1 AND e.channel_id = p.channel_id AND e.external_id = p.external_id`,
    keys,
  );
  const names = new Set(places.map((place) => place.externalId));
  if (phone !== null) names.add(phone.replace(/^\+/, ""));
  for (const name of names) {
    if (name === "") continue;
    await client.query(
      `UPDATE webhook_log SET body = ''::bytea, error = NULL
        WHERE workspace_id = $1 AND position(convert_to($2, 'UTF8') IN body) > 0`,
      [workspaceId, name],
    );
  }
}

/** In an order in which nothing is left pointing at what is gone. */
const ERASURES = [
  `DELETE FROM delivery_statuses d USING messages m
    WHERE m.workspace_id = $1 AND m.contact_id = $2 AND d.workspace_id = m.workspace_id AND d.channel_id = m.channel_id
      AND d.platform_message_id = m.platform_message_id`,
  "DELETE FROM session_events e USING sessions s WHERE s.workspace_id = $1 AND s.contact_id = $2 AND e.workspace_id = $1 AND e.session_id = s.id",
  "DELETE FROM timers t USING sessions s WHERE s.workspace_id = $1 AND s.contact_id = $2 AND t.workspace_id = $1 AND t.session_id = s.id",
  "DELETE FROM tasks t USING sessions s WHERE s.workspace_id = $1 AND s.contact_id = $2 AND t.workspace_id = $1 AND t.session_id = s.id",
  "DELETE FROM sessions WHERE workspace_id = $1 AND contact_id = $2",
  "DELETE FROM messages WHERE workspace_id = $1 AND contact_id = $2",
  "DELETE FROM leads WHERE workspace_id = $1 AND contact_id = $2",
  "DELETE FROM contact_merges WHERE workspace_id = $1 AND (winner_id = $2 OR loser_id = $2)",
  `DELETE FROM conversation_aliases a USING conversations c
    WHERE c.workspace_id = $1 AND c.contact_id = $2 AND a.workspace_id = $1 AND a.channel_id = c.channel_id
      AND a.external_id = c.external_id`,
  `DELETE FROM contact_import_rows r USING contacts c
    WHERE c.workspace_id = $1 AND c.id = $2 AND r.workspace_id = $1 AND c.phone IN (r.phone, r.person ->> 'otherPhone')`,
  "DELETE FROM broadcast_recipients WHERE workspace_id = $1 AND contact_id = $2",
  `DELETE FROM change_log WHERE workspace_id = $1 AND contact_id = $2`,
  // Conversations, identities, tags and notes go with the contact.
  "DELETE FROM contacts WHERE workspace_id = $1 AND id = $2",
];

async function eraseRows(client: PoolClient, workspaceId: string, contactId: string): Promise<void> {
  for (const sql of ERASURES) await client.query(sql, [workspaceId, contactId]);
}
