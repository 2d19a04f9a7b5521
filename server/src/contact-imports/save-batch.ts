/** The next rows of an import become contacts, or change them: one statement for each table, whatever the number of rows. */
import type { PoolClient } from "pg";
import { newId } from "../db/ids.ts";
import { texts, uuids } from "../db/lists.ts";
import { knownRows, OUTCOME } from "./import-sql.ts";

interface SavedRow {
  number: number;
  contactId: string;
  outcome: "made" | "changed" | "same";
  tags: unknown;
  topic: string | null;
}

/** @returns rows handled; fewer than `limit`: they were the last */
export async function saveBatch(
  client: PoolClient,
  workspaceId: string,
  importId: string,
  limit: number,
): Promise<number> {
  const { rows } = await client.query<SavedRow>(SAVE_CONTACTS, [workspaceId, importId, limit]);
  if (rows.length === 0) return 0;
  await saveTags(client, workspaceId, rows);
  await saveTopics(client, workspaceId, rows);
  await client.query(
    `WITH gone AS (DELETE FROM contact_import_rows WHERE workspace_id = $1 AND import_id = $2 AND number = ANY ($3::int[]))
     UPDATE contact_imports SET handled = handled + $4, made = made + $5, changed = changed + $6, same = same + $7
      WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, importId, rows.map(({ number }) => number), rows.length, ...countOutcomes(rows)],
  );
  return rows.length;
}

const countOutcomes = (rows: readonly SavedRow[]): number[] =>
  ["made", "changed", "same"].map((outcome) => rows.filter((row) => row.outcome === outcome).length);

/** In the file's order. What is empty in the file changes nothing; who opted out stays so; nobody is given back what was merged away. */
const SAVE_CONTACTS = `
  WITH k AS MATERIALIZED (
    ${knownRows(`SELECT * FROM contact_import_rows
                  WHERE workspace_id = $1 AND import_id = $2 AND state = 'ready' ORDER BY number LIMIT $3`)}
  ), locked AS MATERIALIZED (
    SELECT c.id FROM contacts c WHERE c.workspace_id = $1 AND c.id IN (SELECT known_id FROM k WHERE differs) ORDER BY c.id FOR UPDATE
  ), made AS (
    INSERT INTO contacts (workspace_id, id, name, phone, email, language, fields, opted_out_at, updated_at)
    SELECT workspace_id, contact_id, name, phone, email, language, fields, CASE WHEN opt_out THEN now() END, now()
      FROM k WHERE known_id IS NULL
  ), changed AS (
    UPDATE contacts c
       SET name = COALESCE(k.name, c.name), email = COALESCE(k.email, c.email), language = COALESCE(k.language, c.language),
           phone = COALESCE(c.phone, k.phone), fields = c.fields || k.fields,
           opted_out_at = COALESCE(c.opted_out_at, CASE WHEN k.opt_out THEN now() END), updated_at = now()
      FROM k JOIN locked ON locked.id = k.known_id
     WHERE c.workspace_id = $1 AND c.id = k.known_id AND k.differs
  )
  SELECT number, COALESCE(known_id, contact_id) AS "contactId", ${OUTCOME} AS outcome, tags, topic FROM k ORDER BY number`;

const tagsOf = ({ tags }: SavedRow): string[] => (Array.isArray(tags) ? tags.map(String) : []);

/** Sorted, so that two who bring the same tags do not wait for each other. */
async function saveTags(client: PoolClient, workspaceId: string, rows: readonly SavedRow[]): Promise<void> {
  const names = [...new Set(rows.flatMap(tagsOf))].sort();
  if (names.length === 0) return;
  await client.query(
    `INSERT INTO tags (workspace_id, id, name) SELECT $1, unnest($2::uuid[]), unnest($3::text[])
     ON CONFLICT (workspace_id, name) DO NOTHING`,
    [workspaceId, uuids(names, () => newId()), texts(names, (name) => name)],
  );
  const given = rows.flatMap((row) => tagsOf(row).map((name) => ({ contactId: row.contactId, name })));
  await client.query(
    `INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
     SELECT DISTINCT $1::uuid, g.contact_id, t.id
       FROM (SELECT unnest($2::uuid[]) AS contact_id, unnest($3::text[]) AS name) AS g
       JOIN tags t ON t.workspace_id = $1 AND t.name = g.name
     ON CONFLICT DO NOTHING`,
    [workspaceId, uuids(given, ({ contactId }) => contactId), texts(given, ({ name }) => name)],
  );
}

/** Who said no to a topic, or to everything, is not asked by a table. */
async function saveTopics(client: PoolClient, workspaceId: string, rows: readonly SavedRow[]): Promise<void> {
  const agreed = rows.flatMap(({ contactId, topic }) => (topic === null ? [] : [{ contactId, topic }]));
  if (agreed.length === 0) return;
  await client.query(
    `INSERT INTO contact_topics (workspace_id, contact_id, topic, state, at)
     SELECT DISTINCT $1::uuid, a.contact_id, a.topic, 'in', now()
       FROM (SELECT unnest($2::uuid[]) AS contact_id, unnest($3::text[]) AS topic) AS a
       JOIN contacts c ON c.workspace_id = $1 AND c.id = a.contact_id AND c.opted_out_at IS NULL
     ON CONFLICT DO NOTHING`,
    [workspaceId, uuids(agreed, ({ contactId }) => contactId), texts(agreed, ({ topic }) => topic)],
  );
}
