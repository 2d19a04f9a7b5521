/** Flows as lists and the canvas read them. */
import { triggerSchema } from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import { z } from "zod";
import type { FlowDetail, FlowSummary } from "../contract/index.ts";
import { notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, type Page, page } from "../http/pages.ts";

type Db = Pool | PoolClient;

interface FlowRow {
  id: string;
  name: string;
  revision: number;
  versionId: string | null;
  number: number | null;
  publishedAt: Date | null;
  changed: boolean;
  triggers: unknown;
  liveSessions: number;
  updatedAt: Date;
}

/** Definitions are compared as the text they were stored as: publishing copies the draft to the letter. */
const COLUMNS = `f.id, f.name, f.draft_revision AS revision, v.id AS "versionId", v.number, v.created_at AS "publishedAt",
  (v.id IS NULL OR v.definition::text <> f.draft::text) AS changed,
  COALESCE(v.definition, f.draft)->'triggers' AS triggers,
  (SELECT count(*)::int FROM sessions s WHERE s.workspace_id = f.workspace_id AND s.flow_id = f.id
      AND s.status IN ('Active', 'Paused')) AS "liveSessions",
  f.updated_at AS "updatedAt"`;
const FROM = `FROM flows f LEFT JOIN flow_versions v ON v.workspace_id = f.workspace_id AND v.id = f.published_version_id
  WHERE f.workspace_id = $1 AND f.archived_at IS NULL`;

const triggerList = z.array(z.unknown()).catch([]);

function keywordsOf(triggers: unknown): string[] {
  const keywords = triggerList.parse(triggers).flatMap((entry) => {
    const trigger = triggerSchema.safeParse(entry);
    if (!trigger.success || trigger.data.type !== "keyword") return [];
    const { mode, keyword } = trigger.data;
    return [mode === "regex" ? `/${keyword}/` : keyword];
  });
  // One word may stand there in several modes.
  return [...new Set(keywords)];
}

function viewFlow(row: FlowRow): FlowSummary {
  const { id, name, revision, versionId, number, publishedAt, changed, triggers, liveSessions, updatedAt } =
    row;
  return {
    id,
    name,
    revision,
    published:
      versionId && number !== null && publishedAt
        ? { versionId, number, at: publishedAt.toISOString() }
        : null,
    changed,
    keywords: keywordsOf(triggers),
    liveSessions,
    updatedAt: updatedAt.toISOString(),
  };
}

/** Last changed first. */
export async function listFlows(
  db: Db,
  workspaceId: string,
  limit: number,
  cursor: string | undefined,
): Promise<Page<FlowSummary>> {
  const [at, id] = decodeCursor(cursor, ["time", "id"]);
  const { rows } = await db.query<FlowRow>(
    `SELECT ${COLUMNS} ${FROM} AND ($2::timestamptz IS NULL OR (f.updated_at, f.id) < ($2, $3::uuid))
      ORDER BY f.updated_at DESC, f.id DESC LIMIT $4`,
    [workspaceId, at, id, limit + 1],
  );
  return page(rows, limit, (row) => encodeCursor(row.updatedAt.toISOString(), row.id), viewFlow);
}

const definition = z.record(z.string(), z.unknown());

export async function flowById(db: Db, workspaceId: string, id: string): Promise<FlowDetail> {
  const { rows } = await db.query<FlowRow & { draft: unknown }>(
    `SELECT ${COLUMNS}, f.draft ${FROM} AND f.id = $2`,
    [workspaceId, id],
  );
  const row = rows[0];
  if (!row) throw notFound("flow");
  return { ...viewFlow(row), definition: definition.parse(row.draft) };
}

interface VersionRow {
  id: string;
  number: number;
  note: string | null;
  createdBy: string | null;
  createdAt: Date;
  current: boolean;
}

const VERSION_COLUMNS = `v.id, v.number, v.note, COALESCE(u.name, v.created_by) AS "createdBy", v.created_at AS "createdAt",
            v.id IS NOT DISTINCT FROM f.published_version_id AS current`;
const VERSION_FROM = `FROM flow_versions v JOIN flows f ON f.workspace_id = v.workspace_id AND f.id = v.flow_id
       LEFT JOIN users u ON u.id = v.created_by
      WHERE v.workspace_id = $1 AND v.flow_id = $2`;

/** Newest first; drafts that were only tried are no versions to people. */
export async function listVersions(
  db: Db,
  workspaceId: string,
  flowId: string,
  limit: number,
  cursor: string | undefined,
) {
  await flowById(db, workspaceId, flowId);
  const [before] = decodeCursor(cursor, ["number"]);
  const { rows } = await db.query<VersionRow>(
    `SELECT ${VERSION_COLUMNS} ${VERSION_FROM} AND v.kind = 'published' AND ($3::int IS NULL OR v.number < $3)
      ORDER BY v.number DESC LIMIT $4`,
    [workspaceId, flowId, before, limit + 1],
  );
  return page(
    rows,
    limit,
    (row) => encodeCursor(String(row.number)),
    (row) => ({ ...row, createdAt: row.createdAt.toISOString() }),
  );
}

/** Also a draft that was only tried: a session may run it. */
export async function versionById(db: Db, workspaceId: string, flowId: string, versionId: string) {
  const { rows } = await db.query<VersionRow & { definition: unknown }>(
    `SELECT ${VERSION_COLUMNS}, v.definition ${VERSION_FROM} AND v.id = $3`,
    [workspaceId, flowId, versionId],
  );
  const row = rows[0];
  if (!row) throw notFound("version");
  return { ...row, createdAt: row.createdAt.toISOString(), definition: definition.parse(row.definition) };
}
