/** What flows and profiles changed about contacts: name, language, fields, tags. */
import { PROFILE_FIELDS } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import { newId } from "../db/ids.ts";
import type { Work } from "./work.ts";

export async function saveContacts(client: PoolClient, works: readonly Work[]): Promise<void> {
  await saveFields(
    client,
    works.filter((work) => work.fields.size > 0 || work.profileName !== null || work.optedOut !== null),
  );
  await saveTags(client, works);
}

/** Columns of a contact that flows may set by name; every other name is a custom field. */
const COLUMNS = PROFILE_FIELDS;

async function saveFields(client: PoolClient, works: readonly Work[]): Promise<void> {
  if (works.length === 0) return;
  const text = (work: Work, column: string): string | null => {
    const value = work.fields.get(column);
    return typeof value === "string" && value !== "" ? value : null;
  };
  const custom = (work: Work) =>
    Object.fromEntries([...work.fields].filter(([name]) => !COLUMNS.some((column) => column === name)));
  await client.query({
    name: "save-contacts",
    text: `UPDATE contacts c
              SET name = COALESCE(k.name, c.name, k.profile_name), language = COALESCE(k.language, c.language),
                  email = COALESCE(k.email, c.email), time_zone = COALESCE(k.time_zone, c.time_zone),
                  opted_out_at = CASE WHEN k.opted_out IS NULL THEN c.opted_out_at WHEN k.opted_out THEN COALESCE(c.opted_out_at, now()) END,
                  fields = c.fields || k.fields, updated_at = now()
             FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::jsonb[], $7::text[], $8::text[], $9::bool[])
                  AS k(workspace_id, id, name, language, profile_name, fields, email, time_zone, opted_out)
            WHERE c.workspace_id = k.workspace_id AND c.id = k.id`,
    values: [
      works.map((work) => work.conversation.workspaceId),
      works.map((work) => work.contact.id),
      works.map((work) => text(work, "name")),
      works.map((work) => text(work, "language")),
      works.map((work) => work.profileName),
      works.map((work) => JSON.stringify(custom(work))),
      works.map((work) => text(work, "email")),
      works.map((work) => text(work, "timeZone")),
      works.map((work) => work.optedOut),
    ],
  });
}

async function saveTags(client: PoolClient, works: readonly Work[]): Promise<void> {
  const changes = works.flatMap((work) =>
    [...work.tags].map(([name, added]) => ({
      workspaceId: work.conversation.workspaceId,
      contactId: work.contact.id,
      name,
      added,
    })),
  );
  const added = changes.filter((change) => change.added);
  const removed = changes.filter((change) => !change.added);
  const values = (list: typeof changes) => [
    list.map((c) => c.workspaceId),
    list.map((c) => c.contactId),
    list.map((c) => c.name),
  ];
  if (added.length > 0) {
    // DO UPDATE, not DO NOTHING: RETURNING must give the ids of tags that were there already.
    await client.query({
      name: "add-tags",
      text: `WITH k AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[]) AS k(workspace_id, contact_id, name, id)),
                  named AS (
                    INSERT INTO tags (workspace_id, id, name)
                    SELECT DISTINCT ON (workspace_id, name) workspace_id, id, name FROM k ORDER BY workspace_id, name
                    ON CONFLICT (workspace_id, name) DO UPDATE SET name = EXCLUDED.name
                    RETURNING workspace_id, id, name)
             INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
             SELECT k.workspace_id, k.contact_id, named.id FROM k JOIN named USING (workspace_id, name)
             ON CONFLICT DO NOTHING`,
      values: [...values(added), added.map(() => newId())],
    });
  }
  if (removed.length > 0) {
    await client.query({
      name: "remove-tags",
      text: `DELETE FROM contact_tags ct USING unnest($1::uuid[], $2::uuid[], $3::text[]) AS k(workspace_id, contact_id, name), tags t
              WHERE t.workspace_id = k.workspace_id AND t.name = k.name
                AND ct.workspace_id = k.workspace_id AND ct.contact_id = k.contact_id AND ct.tag_id = t.id`,
      values: values(removed),
    });
  }
}
