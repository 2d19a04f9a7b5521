/** Contacts as lists and pages read them, and everything that is stored of one. */
import type { Pool } from "pg";
import { z } from "zod";
import { platform } from "../contract/common.ts";
import type { Contact } from "../contract/index.ts";
import { decodeCursor, encodeCursor, likePattern, type Page, page } from "../conversations/views.ts";
import { notFound } from "../http/app-error.ts";

interface ContactRow {
  id: string;
  name: string | null;
  phone: string | null;
  language: string | null;
  tags: string[];
  fields: unknown;
  identities: unknown;
  createdAt: Date;
}

const SELECT = `
  SELECT p.id, p.name, p.phone, p.language, p.fields, p.created_at AS "createdAt",
         ARRAY(SELECT t.name FROM contact_tags ct JOIN tags t ON t.workspace_id = ct.workspace_id AND t.id = ct.tag_id
                WHERE ct.workspace_id = p.workspace_id AND ct.contact_id = p.id ORDER BY t.name) AS tags,
         (SELECT COALESCE(json_agg(json_build_object('channelId', i.channel_id, 'platform', ch.platform, 'externalId', i.external_id)
                                   ORDER BY i.created_at), '[]')
            FROM contact_identities i JOIN channels ch ON ch.workspace_id = i.workspace_id AND ch.id = i.channel_id
           WHERE i.workspace_id = p.workspace_id AND i.contact_id = p.id) AS identities
    FROM contacts p`;

const identities = z.array(z.object({ channelId: z.uuid(), platform, externalId: z.string() }));
const fields = z.record(z.string(), z.unknown());

function viewContact(row: ContactRow): Contact {
  return {
    ...row,
    fields: fields.parse(row.fields),
    identities: identities.parse(row.identities),
    createdAt: row.createdAt.toISOString(),
  };
}

export interface ContactFilter {
  search?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. */
export async function listContacts(
  pool: Pool,
  workspaceId: string,
  { search, limit, cursor }: ContactFilter,
): Promise<Page<Contact>> {
  const [at, id] = decodeCursor(cursor);
  const { rows } = await pool.query<ContactRow>(
    `${SELECT}
      WHERE p.workspace_id = $1 AND p.merged_into IS NULL AND ($2::text IS NULL OR p.name ILIKE $2 OR p.phone ILIKE $2)
        AND ($3::timestamptz IS NULL OR (p.created_at, p.id) < ($3, $4::uuid))
      ORDER BY p.created_at DESC, p.id DESC LIMIT $5`,
    [workspaceId, likePattern(search), at, id, limit + 1],
  );
  return page(rows, limit, (row) => encodeCursor(row.createdAt.toISOString(), row.id), viewContact);
}

export async function contactById(pool: Pool, workspaceId: string, id: string): Promise<Contact> {
  const { rows } = await pool.query<ContactRow>(`${SELECT} WHERE p.workspace_id = $1 AND p.id = $2`, [
    workspaceId,
    id,
  ]);
  if (!rows[0]) throw notFound("contact");
  return viewContact(rows[0]);
}

/** What a person may ask to see: who we think they are, all that was said, and what flows kept of it. */
export async function exportContact(
  pool: Pool,
  workspaceId: string,
  id: string,
): Promise<Record<string, unknown>> {
  const contact = await contactById(pool, workspaceId, id);
  const all = async (sql: string) => (await pool.query(sql, [workspaceId, id])).rows;
  return {
    contact,
    conversations: await all(
      "SELECT id, channel_id, mode, created_at, last_message_at FROM conversations WHERE workspace_id = $1 AND contact_id = $2",
    ),
    messages: await all(
      `SELECT id, conversation_id, direction, author, content, status, created_at, sent_at, delivered_at, read_at
         FROM messages WHERE workspace_id = $1 AND contact_id = $2 ORDER BY seq`,
    ),
    sessions: await all(
      `SELECT id, flow_id, flow_version_id, status, state->'vars' AS variables, end_reason, started_at, ended_at
         FROM sessions WHERE workspace_id = $1 AND contact_id = $2 ORDER BY started_at`,
    ),
    leads: await all(
      "SELECT form_id, ad_id, fields, created_at FROM leads WHERE workspace_id = $1 AND contact_id = $2 ORDER BY created_at",
    ),
    notes: await all(
      "SELECT text, created_at FROM notes WHERE workspace_id = $1 AND contact_id = $2 ORDER BY created_at",
    ),
  };
}
