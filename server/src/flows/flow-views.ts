/** Read models of flows: the list, one flow with its draft, its versions. */
import { parseFlow } from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import type { FlowDetail, FlowSummary } from "../contract/index.ts";
import { decodeCursor, encodeCursor, type Page, page } from "../conversations/views.ts";

type Db = Pool | PoolClient;

interface FlowRow {
  id: string;
  name: string;
  revision: number;
  draft: Record<string, unknown>;
  versionId: string | null;
  number: number | null;
  publishedAt: Date | null;
  changed: boolean;
  liveSessions: number;
  updatedAt: Date;
}

const FLOW_SELECT = `
  SELECT f.id, f.name, f.draft_revision AS revision, f.draft, v.id AS "versionId", v.number, v.created_at AS "publishedAt",
         v.id IS NULL OR f.draft::jsonb IS DISTINCT FROM v.definition::jsonb AS changed,
         (SELECT count(*)::int FROM sessions s WHERE s.workspace_id = f.workspace_id AND s.flow_id = f.id
             AND s.status IN ('Active', 'Paused')) AS "liveSessions",
         f.updated_at AS "updatedAt"
    FROM flows f LEFT JOIN flow_versions v ON v.workspace_id = f.workspace_id AND v.id = f.published_version_id`;

function viewSummary(row: FlowRow): FlowSummary {
  const { id, name, revision, versionId, number, publishedAt, changed, liveSessions, updatedAt } = row;
  return {
    id,
    name,
    revision,
    published:
      versionId && number !== null && publishedAt
        ? { versionId, number, at: publishedAt.toISOString() }
        : null,
    changed,
    keywords: keywordsOf(row.draft),
    liveSessions,
    updatedAt: updatedAt.toISOString(),
  };
}

function keywordsOf(draft: unknown): string[] {
  const parsed = parseFlow(draft);
  if (!parsed.ok) return [];
  return parsed.flow.triggers.flatMap((trigger) => (trigger.type === "keyword" ? [trigger.keyword] : []));
}

/** Lately changed first. */
export async function listFlows(
  db: Db,
  workspaceId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<FlowSummary>> {
  const [at, id] = decodeCursor(cursor);
  const { rows } = await db.query<FlowRow>(
    `${FLOW_SELECT} WHERE f.workspace_id = $1 AND f.archived_at IS NULL
        AND ($2::timestamptz IS NULL OR (f.updated_at, f.id) < ($2, $3::uuid))
      ORDER BY f.updated_at DESC, f.id DESC LIMIT $4`,
    [workspaceId, at, id, limit + 1],
  );
  return page(rows, limit, (row) => encodeCursor(row.updatedAt.toISOString(), row.id), viewSummary);
}

export async function flowById(db: Db, workspaceId: string, id: string): Promise<FlowDetail | null> {
  const { rows } = await db.query<FlowRow>(
    `${FLOW_SELECT} WHERE f.workspace_id = $1 AND f.id = $2 AND f.archived_at IS NULL`,
    [workspaceId, id],
  );
  return rows[0] ? { ...viewSummary(rows[0]), definition: rows[0].draft } : null;
}

export interface FlowVersionView {
  id: string;
  number: number;
  note: string | null;
  createdBy: string | null;
  createdAt: string;
  current: boolean;
}

/** Newest first; the runs of drafts in the simulator are not among them. */
export async function listVersions(
  db: Db,
  workspaceId: string,
  flowId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<FlowVersionView>> {
  const [before] = decodeCursor(cursor);
  const { rows } = await db.query<Omit<FlowVersionView, "createdAt"> & { createdAt: Date }>(
    `SELECT v.id, v.number, v.note, u.name AS "createdBy", v.created_at AS "createdAt", v.id = f.published_version_id AS current
       FROM flow_versions v JOIN flows f ON f.workspace_id = v.workspace_id AND f.id = v.flow_id
       LEFT JOIN users u ON u.id = v.created_by
      WHERE v.workspace_id = $1 AND v.flow_id = $2 AND v.kind = 'published' AND ($3::int IS NULL OR v.number < $3)
      ORDER BY v.number DESC LIMIT $4`,
    [workspaceId, flowId, before, limit + 1],
  );
  return page(
    rows,
    limit,
    (row) => encodeCursor(String(row.number)),
    (row) => ({ ...row, current: row.current === true, createdAt: row.createdAt.toISOString() }),
  );
}
