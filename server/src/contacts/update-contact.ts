/** What people change about a contact by hand. */
import type { Pool, PoolClient } from "pg";
import type { Contact } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import { notFound } from "../http/app-error.ts";
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

export async function updateContact(pool: Pool, workspaceId: string, patch: ContactPatch): Promise<Contact> {
  await transaction(pool, async (client) => {
    const { rows } = await client.query<{ fields: Record<string, unknown> }>(
      "SELECT fields FROM contacts WHERE workspace_id = $1 AND id = $2 FOR UPDATE",
      [workspaceId, patch.id],
    );
    if (!rows[0]) throw notFound("contact");
    await client.query(
      `UPDATE contacts SET name = CASE WHEN $3 THEN $4 ELSE name END, language = CASE WHEN $5 THEN $6 ELSE language END,
              fields = $7::jsonb, updated_at = now() WHERE workspace_id = $1 AND id = $2`,
      [
        workspaceId,
        patch.id,
        patch.name !== undefined,
        patch.name ?? null,
        patch.language !== undefined,
        patch.language ?? null,
        JSON.stringify(merged(rows[0].fields, patch.fields ?? {})),
      ],
    );
    if (patch.tags) await replaceTags(client, workspaceId, patch.id, [...new Set(patch.tags)]);
  });
  return contactById(pool, workspaceId, patch.id);
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
