/** What flows and profiles changed about contacts: name, language, fields, tags. */
import { PROFILE_FIELDS } from "@hilo/flow-engine";
import type { PoolClient } from "pg";
import { newId } from "../db/ids.ts";
import type { Work } from "./work.ts";

/** Columns of a contact that flows may set by name; every other name is a custom field. */
const COLUMNS = PROFILE_FIELDS;

/** Contacts that changed, in order of their ids: two drains that share one must not wait for each other. */
export function contactRows(works: readonly Work[]) {
  return works
    .filter((work) => work.fields.size > 0 || work.profileName !== null || work.optedOut !== null)
    .map((work) => ({
      workspace_id: work.conversation.workspaceId,
      id: work.contact.id,
      name: textOf(work, "name"),
      language: textOf(work, "language"),
      email: textOf(work, "email"),
      time_zone: textOf(work, "timeZone"),
      profile_name: work.profileName,
      opted_out: work.optedOut,
      fields: customOf(work),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function textOf(work: Work, column: string): string | null {
  const value = work.fields.get(column);
  return typeof value === "string" && value !== "" ? value : null;
}

const customOf = (work: Work) =>
  Object.fromEntries([...work.fields].filter(([name]) => !COLUMNS.some((column) => column === name)));

export async function saveTags(client: PoolClient, works: readonly Work[]): Promise<void> {
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
