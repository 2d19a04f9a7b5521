/** Templates as rows and as the API shows them. */
import type { Pool } from "pg";
import type { MessageTemplate } from "../contract/index.ts";
import { likePattern } from "../db/word-search.ts";
import { notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, page } from "../http/pages.ts";
import { type ReadTemplate, readTemplate } from "./read-template.ts";

interface TemplateRow {
  id: string;
  channelId: string;
  channelName: string;
  name: string;
  language: string;
  category: string | null;
  status: string;
  reason: string | null;
  quality: string | null;
  components: unknown;
  syncedAt: Date | null;
}

const SELECT = `SELECT t.id, t.channel_id AS "channelId", c.name AS "channelName", t.name, t.language, t.category, t.status, t.reason,
    t.quality, t.components, t.synced_at AS "syncedAt"
  FROM templates t JOIN channels c ON c.workspace_id = t.workspace_id AND c.id = t.channel_id`;

export interface TemplateFilter {
  limit: number;
  cursor?: string | undefined;
  channelId?: string | undefined;
  search?: string | undefined;
  sendable?: boolean | undefined;
}

/** By name, then language. */
export async function listTemplates(pool: Pool, workspaceId: string, filter: TemplateFilter) {
  const [after, afterId] = decodeCursor(filter.cursor, ["template", "id"]);
  const { rows } = await pool.query<TemplateRow>(
    `${SELECT}
      WHERE t.workspace_id = $1 AND ($2::uuid IS NULL OR t.channel_id = $2)
        AND ($3::text IS NULL OR t.name ILIKE $3 OR t.components::text ILIKE $3)
        AND ($4::boolean IS NULL OR (t.status = 'APPROVED') = $4)
        AND ($5::text IS NULL OR (t.name || ' ' || t.language, t.id) > ($5, $6::uuid))
      ORDER BY t.name || ' ' || t.language, t.id LIMIT $7`,
    [
      workspaceId,
      filter.channelId ?? null,
      likePattern(filter.search),
      filter.sendable ?? null,
      after,
      afterId,
      filter.limit + 1,
    ],
  );
  return page(rows, filter.limit, (row) => encodeCursor(`${row.name} ${row.language}`, row.id), viewTemplate);
}

/** @throws AppError when the workspace has no such template */
export async function getTemplate(pool: Pool, workspaceId: string, id: string): Promise<MessageTemplate> {
  const { rows } = await pool.query<TemplateRow>(`${SELECT} WHERE t.workspace_id = $1 AND t.id = $2`, [
    workspaceId,
    id,
  ]);
  if (!rows[0]) throw notFound("template");
  return viewTemplate(rows[0]);
}

function viewTemplate(row: TemplateRow): MessageTemplate {
  const read = readTemplate(row.components);
  const problem = problemOf(row, read);
  const { components: _raw, syncedAt, ...shown } = row;
  return {
    ...shown,
    sendable: row.status === "APPROVED",
    problem,
    preview: read.preview,
    fields: read.fields,
    syncedAt: syncedAt?.toISOString() ?? null,
  };
}

const STATUS_PROBLEMS: Readonly<Record<string, string>> = {
  PENDING: "Meta is still looking at it: wait until it is approved.",
  IN_APPEAL: "Meta is looking at it again: wait until it is approved.",
  REJECTED: "Meta rejected it: change it in WhatsApp Manager and submit it again.",
  PAUSED:
    "Meta paused it because of its quality: people blocked or reported it. It comes back by itself, or after an edit.",
  DISABLED: "Meta disabled it for good: write a new one in WhatsApp Manager.",
  PENDING_DELETION: "It is being deleted at Meta: choose another one.",
  DELETED: "It was deleted at Meta: choose another one.",
  LIMIT_EXCEEDED: "The account has as many templates as it may: delete some in WhatsApp Manager.",
  ARCHIVED: "It is archived at Meta: bring it back in WhatsApp Manager.",
};

function problemOf({ status }: TemplateRow, { unsupported }: ReadTemplate): string | null {
  if (status !== "APPROVED")
    return (
      STATUS_PROBLEMS[status] ??
      `Meta says it is ${status.toLowerCase().replaceAll("_", " ")}: look into WhatsApp Manager.`
    );
  if (unsupported.length === 0) return null;
  return `It has ${unsupported.join(" and ")}, which flows can't fill in: send it by the API with its components, or choose another one.`;
}
