/** A fetched lead → its contact, found or made, and an inbox row where the person can be written to. */
import { readPhone } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import { createConversations } from "../conversations/create.ts";
import { newId, providerKey, shardOf } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import { insertEvents } from "../inbox/event-rows.ts";
import type { Runtime } from "../runtime.ts";
import { type LeadRow, leadEvent } from "./fetch-leads.ts";

export interface FetchedLead {
  /** By the form's own names; several values of one are joined. */
  fields: Record<string, string>;
  formId: string | null;
  adId: string | null;
}

interface Person {
  name: string | null;
  phone: string | null;
  email: string | null;
}

/** Meta's names of the usual questions. */
function personOf({ fields }: FetchedLead): Person {
  const full = [fields.first_name, fields.last_name].filter(Boolean).join(" ");
  return {
    name: fields.full_name || full || null,
    phone: readPhone(fields.phone_number ?? fields.phone ?? "", null),
    email: fields.email?.trim().toLowerCase() || null,
  };
}

/** @returns the shards to drain */
export async function saveLead(runtime: Runtime, row: LeadRow, lead: FetchedLead): Promise<number[]> {
  return transaction(runtime.pool, async (client) => {
    const person = personOf(lead);
    const place = await placeFor(client, row.workspaceId, person);
    const contactId = place?.contactId ?? (await contactFor(client, row.workspaceId, person));
    await fillIn(client, row.workspaceId, contactId, person);
    const { rowCount } = await client.query(
      `UPDATE leads SET state = 'done', fields = $3::json, contact_id = $4, form_id = $5, ad_id = $6, error = NULL, done_at = now()
        WHERE workspace_id = $1 AND id = $2 AND state = 'pending'`,
      [row.workspaceId, row.id, JSON.stringify(lead.fields), contactId, lead.formId, lead.adId],
    );
    if (!rowCount || !place) return [];
    const event = leadEvent(row, lead);
    const key = providerKey("lead", row.id);
    return insertEvents(client, row.workspaceId, [{ ...place, providerKey: key, event }], runtime.now());
  });
}

interface Place {
  contactId: string;
  conversationId: string;
  channelId: string;
  externalId: string;
  shard: number;
}

/** Where somebody with that number is, or would be, on WhatsApp; null without a number or a WhatsApp channel. */
async function placeFor(
  client: PoolClient,
  workspaceId: string,
  { phone, name }: Person,
): Promise<Place | null> {
  if (phone === null) return null;
  const { rows } = await client.query<{ id: string }>(
    `SELECT ch.id FROM channels ch LEFT JOIN conversations c ON c.workspace_id = ch.workspace_id AND c.channel_id = ch.id
                                                            AND c.external_id = $2
      WHERE ch.workspace_id = $1 AND ch.platform = 'whatsapp' AND ch.state <> 'disabled'
      ORDER BY c.last_message_at DESC NULLS LAST, ch.created_at LIMIT 1`,
    [workspaceId, phone.slice(1)],
  );
  const channelId = rows[0]?.id;
  if (channelId === undefined) return null;
  const externalId = phone.slice(1);
  const shard = shardOf(channelId, externalId);
  const found = () =>
    client.query<Place>(
      `SELECT contact_id AS "contactId", id AS "conversationId", channel_id AS "channelId", external_id AS "externalId", shard
         FROM conversations WHERE workspace_id = $1 AND channel_id = $2 AND external_id = $3`,
      [workspaceId, channelId, externalId],
    );
  const known = await found();
  if (known.rows[0]) return known.rows[0];
  await createConversations(client, [{ row: { workspaceId, channelId, externalId, shard }, name, phone }]);
  return (await found()).rows[0] ?? null;
}

/** By the e-mail address, else a new one: a lead without a number has nowhere to talk, and is kept all the same. */
async function contactFor(
  client: PoolClient,
  workspaceId: string,
  { email, name, phone }: Person,
): Promise<string> {
  if (email !== null) {
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM contacts WHERE workspace_id = $1 AND lower(email) = $2 AND merged_into IS NULL ORDER BY created_at LIMIT 1",
      [workspaceId, email],
    );
    if (rows[0]) return rows[0].id;
  }
  const id = newId();
  await client.query(
    "INSERT INTO contacts (workspace_id, id, name, phone, email, updated_at) VALUES ($1, $2, $3, $4, $5, now())",
    [workspaceId, id, name, phone, email],
  );
  return id;
}

async function fillIn(
  client: PoolClient,
  workspaceId: string,
  id: string,
  { name, email }: Person,
): Promise<void> {
  await client.query(
    `UPDATE contacts SET name = COALESCE(name, $3), email = COALESCE(email, $4), updated_at = now()
      WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id, name, email],
  );
}
