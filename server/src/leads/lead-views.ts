/** Leads as lists show them, and another try for those that could not be fetched. */
import type { Pool } from "pg";
import { z } from "zod";
import type { Lead } from "../contract/leads.ts";
import { notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, type Page, page } from "../http/pages.ts";

interface LeadRow extends Omit<Lead, "createdAt" | "fields"> {
  fields: unknown;
  createdAt: Date;
}

const COLUMNS = `id, channel_id AS "channelId", platform_id AS "leadId", form_id AS "formId", ad_id AS "adId", state, fields,
  contact_id AS "contactId", (SELECT p.name FROM contacts p WHERE p.workspace_id = leads.workspace_id AND p.id = leads.contact_id) AS "contactName", error, created_at AS "createdAt"`;

const fields = z.record(z.string(), z.string()).nullable().catch(null);
const viewLead = (row: LeadRow): Lead => ({
  ...row,
  fields: fields.parse(row.fields),
  createdAt: row.createdAt.toISOString(),
});

export interface LeadFilter {
  state?: Lead["state"] | undefined;
  channelId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** Newest first. */
export async function listLeads(
  pool: Pool,
  workspaceId: string,
  { state, channelId, limit, cursor }: LeadFilter,
): Promise<Page<Lead>> {
  const [at, id] = decodeCursor(cursor, ["time", "id"]);
  const { rows } = await pool.query<LeadRow>(
    `SELECT ${COLUMNS} FROM leads
      WHERE workspace_id = $1 AND ($2::text IS NULL OR state = $2) AND ($3::uuid IS NULL OR channel_id = $3)
        AND ($4::timestamptz IS NULL OR (created_at, id) < ($4, $5::uuid))
      ORDER BY created_at DESC, id DESC LIMIT $6`,
    [workspaceId, state ?? null, channelId ?? null, at, id, limit + 1],
  );
  return page(rows, limit, (row) => encodeCursor(row.createdAt.toISOString(), row.id), viewLead);
}

/** One that failed is asked for again at once. */
export async function retryLead(pool: Pool, workspaceId: string, id: string): Promise<Lead> {
  const { rows } = await pool.query<LeadRow>(
    `UPDATE leads SET state = CASE state WHEN 'failed' THEN 'pending' ELSE state END, attempts = 0,
            next_attempt_at = date_trunc('milliseconds', now())
      WHERE workspace_id = $1 AND id = $2 RETURNING ${COLUMNS}`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound("lead");
  return viewLead(rows[0]);
}
