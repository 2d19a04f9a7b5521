/** Contacts as lists and pages read them, and everything that is stored of one. */

import type { Pool } from "pg";
import { z } from "zod";
import { platform } from "../contract/common.ts";
import type { ContactChoice } from "../contract/contact-filter.ts";
import type { Contact, ContactDetail } from "../contract/index.ts";
import { searchWords } from "../db/word-search.ts";
import { notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, type Page, page } from "../http/pages.ts";
import { chosenContacts } from "./chosen-contacts.ts";
import { LAST_HEARD_AT, TAGS } from "./contact-sql.ts";

interface ContactRow {
  id: string;
  name: string | null;
  phone: string | null;
  email: string | null;
  language: string | null;
  tags: string[];
  fields: unknown;
  identities: unknown;
  optedOutAt: Date | null;
  marketingOptedOutAt: Date | null;
  lastHeardAt: Date | null;
  createdAt: Date;
}

const COLUMNS = `
         p.id, p.name, p.phone, p.email, p.language, p.fields, p.opted_out_at AS "optedOutAt",
         p.marketing_opted_out_at AS "marketingOptedOutAt", p.created_at AS "createdAt",
         ${LAST_HEARD_AT} AS "lastHeardAt",
         ${TAGS} AS tags,
         (SELECT COALESCE(json_agg(json_build_object('channelId', i.channel_id, 'platform', ch.platform, 'externalId', i.external_id)
                                   ORDER BY i.created_at), '[]')
            FROM contact_identities i JOIN channels ch ON ch.workspace_id = i.workspace_id AND ch.id = i.channel_id
           WHERE i.workspace_id = p.workspace_id AND i.contact_id = p.id) AS identities`;

const identities = z.array(z.object({ channelId: z.uuid(), platform, externalId: z.string() }));
const fields = z.record(z.string(), z.unknown());

function viewContact(row: ContactRow): Contact {
  return {
    ...row,
    fields: fields.parse(row.fields),
    identities: identities.parse(row.identities),
    optedOutAt: row.optedOutAt?.toISOString() ?? null,
    marketingOptedOutAt: row.marketingOptedOutAt?.toISOString() ?? null,
    lastHeardAt: row.lastHeardAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

/** Newest first. */
export async function listContacts(
  pool: Pool,
  workspaceId: string,
  { limit, cursor, ...choice }: ContactChoice & { limit: number; cursor?: string | undefined },
): Promise<Page<Contact>> {
  const [at, id] = decodeCursor(cursor, ["time", "id"]);
  const { where, values } = await chosenContacts(pool, workspaceId, choice);
  const [afterAt, afterId] = [values.add(at, "timestamptz"), values.add(id, "uuid")];
  const { rows } = await pool.query<ContactRow>({
    ...nameOf(choice),
    text: `SELECT ${COLUMNS} FROM contacts p
      WHERE ${where} AND (${afterAt} IS NULL OR (p.created_at, p.id) < (${afterAt}, ${afterId}))
      ORDER BY p.created_at DESC, p.id DESC LIMIT ${values.add(limit + 1, "int")}`,
    values: values.values,
  });
  return page(rows, limit, (row) => encodeCursor(row.createdAt.toISOString(), row.id), viewContact);
}

/** Without a filter the text goes by what is asked, and is one of few: prepared once for each. */
function nameOf({ search, tag, channelId, filter, segmentId }: ContactChoice): { name?: string } {
  if (filter !== undefined || segmentId !== undefined) return {};
  const asked = { search: searchWords(search) ?? undefined, tag, channelId };
  const given = Object.entries(asked).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return { name: ["list-contacts", ...given].join("-") };
}

export async function countContacts(pool: Pool, workspaceId: string, choice: ContactChoice): Promise<number> {
  const { where, values } = await chosenContacts(pool, workspaceId, choice);
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM contacts p WHERE ${where}`,
    values.values,
  );
  return rows[0]?.count ?? 0;
}

const DETAIL = `
         p.merged_into AS "mergedInto",
         (SELECT COALESCE(json_agg(json_build_object('topic', ct.topic, 'state', ct.state, 'at', ct.at) ORDER BY ct.topic), '[]')
            FROM contact_topics ct WHERE ct.workspace_id = p.workspace_id AND ct.contact_id = p.id) AS topics,
         (SELECT COALESCE(json_agg(json_build_object('id', c.id, 'channelId', c.channel_id, 'channelName', ch.name, 'externalId', c.external_id,
                                                     'platform', ch.platform, 'lastMessageAt', c.last_message_at)
                                   ORDER BY c.last_message_at DESC NULLS LAST), '[]')
            FROM conversations c JOIN channels ch ON ch.workspace_id = c.workspace_id AND ch.id = c.channel_id
           WHERE c.workspace_id = p.workspace_id AND c.contact_id = p.id) AS conversations,
         (SELECT COALESCE(json_agg(json_build_object('id', m.id, 'name', l.name, 'phone', l.phone, 'at', m.created_at)
                                   ORDER BY m.created_at DESC), '[]')
            FROM contact_merges m JOIN contacts l ON l.workspace_id = m.workspace_id AND l.id = m.loser_id
           WHERE m.workspace_id = p.workspace_id AND m.winner_id = p.id AND m.undone_at IS NULL) AS merges`;

/** Times in PostgreSQL's JSON have its own form. */
const time = z.string().transform((text) => new Date(text).toISOString());
const detail = z.object({
  topics: z.array(z.object({ topic: z.string(), state: z.enum(["in", "out"]), at: time })),
  conversations: z.array(
    z.object({
      id: z.uuid(),
      channelId: z.uuid(),
      channelName: z.string(),
      externalId: z.string(),
      platform,
      lastMessageAt: time.nullable(),
    }),
  ),
  merges: z.array(
    z.object({ id: z.uuid(), name: z.string().nullable(), phone: z.string().nullable(), at: time }),
  ),
  mergedInto: z.uuid().nullable(),
});

export async function contactById(pool: Pool, workspaceId: string, id: string): Promise<ContactDetail> {
  const { rows } = await pool.query<ContactRow>(
    `SELECT ${COLUMNS}, ${DETAIL} FROM contacts p WHERE p.workspace_id = $1 AND p.id = $2`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound("contact");
  return { ...viewContact(rows[0]), ...detail.parse(rows[0]) };
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
