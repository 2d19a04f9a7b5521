/** What people change about a contact by hand. */

import type { PoolClient } from "pg";
import type { ContactDetail } from "../contract/index.ts";
import type { ConversationDeps } from "../conversations/submit-row.ts";
import { newId, providerKey } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import { type ContactFacts, eventsOfChange } from "../events/contact-changes.ts";
import { storeHappenings } from "../events/store-happenings.ts";
import { notFound } from "../http/app-error.ts";
import { TAGS } from "./contact-sql.ts";
import { contactById } from "./contact-views.ts";

export interface ContactPatch {
  id: string;
  name?: string | null | undefined;
  language?: string | null | undefined;
  /** Merged over what is there; null takes a field away. */
  fields?: Record<string, unknown> | undefined;
  /** All of the contact's tags. */
  tags?: string[] | undefined;
}

/** Flows that listen for what changed start, as they do when a flow changes it. */
export async function updateContact(
  { runtime, flows }: ConversationDeps,
  workspaceId: string,
  patch: ContactPatch,
): Promise<ContactDetail> {
  const shards = await transaction(runtime.pool, async (client) => {
    const before = await lockFacts(client, workspaceId, patch.id);
    const after = changed(before, patch);
    await client.query(
      "UPDATE contacts SET name = $3, language = $4, fields = $5::jsonb, updated_at = now() WHERE workspace_id = $1 AND id = $2",
      [workspaceId, patch.id, after.name, after.language, JSON.stringify(after.fields)],
    );
    if (patch.tags) await replaceTags(client, workspaceId, patch.id, after.tags);
    const happenings = eventsOfChange(before, after).map((event) => ({
      contactId: patch.id,
      event,
      providerKey: providerKey("contact-changed", newId()),
    }));
    return storeHappenings(client, flows, workspaceId, happenings, runtime.now());
  });
  for (const shard of new Set(shards)) runtime.wake("drain", String(shard));
  return contactById(runtime.pool, workspaceId, patch.id);
}

async function lockFacts(client: PoolClient, workspaceId: string, id: string): Promise<ContactFacts> {
  const { rows } = await client.query<ContactFacts>(
    `SELECT p.name, p.language, p.fields, ${TAGS} AS tags
       FROM contacts p WHERE p.workspace_id = $1 AND p.id = $2 FOR UPDATE OF p`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound("contact");
  return rows[0];
}

function changed(before: ContactFacts, patch: ContactPatch): ContactFacts {
  return {
    name: patch.name === undefined ? before.name : patch.name,
    language: patch.language === undefined ? before.language : patch.language,
    fields: merged(before.fields, patch.fields ?? {}),
    tags: patch.tags ? [...new Set(patch.tags)] : before.tags,
  };
}

function merged(before: Record<string, unknown>, changes: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null));
}

async function replaceTags(
  client: PoolClient,
  workspaceId: string,
  contactId: string,
  names: string[],
): Promise<void> {
  await client.query(
    `INSERT INTO tags (workspace_id, id, name) SELECT $1, t.id, t.name FROM unnest($2::uuid[], $3::text[]) AS t(id, name)
     ON CONFLICT (workspace_id, name) DO NOTHING`,
    [workspaceId, names.map(() => newId()), names],
  );
  await client.query(
    `DELETE FROM contact_tags ct USING tags t
      WHERE ct.workspace_id = $1 AND ct.contact_id = $2 AND t.workspace_id = $1 AND t.id = ct.tag_id AND t.name <> ALL ($3::text[])`,
    [workspaceId, contactId, names],
  );
  await client.query(
    `INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
     SELECT $1, $2, id FROM tags WHERE workspace_id = $1 AND name = ANY ($3::text[]) ON CONFLICT DO NOTHING`,
    [workspaceId, contactId, names],
  );
}
