/** Segments: filters of contacts that a workspace has given names. Who is in one is found anew each time it is asked. */
import type { Pool } from "pg";
import { contactFilter } from "../contract/contact-filter.ts";
import type { Segment } from "../contract/segments.ts";
import { newId } from "../db/ids.ts";
import { AppError, notFound } from "../http/app-error.ts";

/** More than anybody finds their way in, and all of them are listed at once. */
const MAX_SEGMENTS = 200;

interface SegmentRow {
  id: string;
  name: string;
  filter: unknown;
  createdAt: Date;
  updatedAt: Date;
}

const COLUMNS = `id, name, filter, created_at AS "createdAt", updated_at AS "updatedAt"`;

const viewSegment = (row: SegmentRow): Segment => ({
  ...row,
  filter: contactFilter.parse(row.filter),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** By name. */
export async function listSegments(pool: Pool, workspaceId: string): Promise<{ items: Segment[] }> {
  const { rows } = await pool.query<SegmentRow>(
    `SELECT ${COLUMNS} FROM segments WHERE workspace_id = $1 ORDER BY lower(name), id LIMIT $2`,
    [workspaceId, MAX_SEGMENTS],
  );
  return { items: rows.map(viewSegment) };
}

export async function segmentById(pool: Pool, workspaceId: string, id: string): Promise<Segment> {
  const { rows } = await pool.query<SegmentRow>(
    `SELECT ${COLUMNS} FROM segments WHERE workspace_id = $1 AND id = $2`,
    [workspaceId, id],
  );
  if (!rows[0]) throw notFound("segment");
  return viewSegment(rows[0]);
}

type SegmentFields = Pick<Segment, "name" | "filter">;

export async function createSegment(
  pool: Pool,
  workspaceId: string,
  { name, filter }: SegmentFields,
): Promise<Segment> {
  const { rows } = await pool.query<SegmentRow>(
    `INSERT INTO segments (workspace_id, id, name, filter)
     SELECT $1, $2, $3, $4::json WHERE (SELECT count(*) FROM segments WHERE workspace_id = $1) < $5
     ON CONFLICT (workspace_id, name) DO NOTHING RETURNING ${COLUMNS}`,
    [workspaceId, newId(), name, JSON.stringify(filter), MAX_SEGMENTS],
  );
  if (rows[0]) return viewSegment(rows[0]);
  const { items } = await listSegments(pool, workspaceId);
  if (items.some((segment) => segment.name === name)) throw taken(name);
  throw new AppError("too-many", 409, `There are ${MAX_SEGMENTS} segments already: remove one first.`);
}

export async function updateSegment(
  pool: Pool,
  workspaceId: string,
  { id, name, filter }: { id: string } & { [K in keyof SegmentFields]?: SegmentFields[K] | undefined },
): Promise<Segment> {
  const { rows } = await pool.query<SegmentRow & { taken: boolean }>(
    `WITH other AS (SELECT 1 FROM segments WHERE workspace_id = $1 AND name = $3 AND id <> $2)
     UPDATE segments SET name = COALESCE($3, name), filter = COALESCE($4::json, filter), updated_at = now()
      WHERE workspace_id = $1 AND id = $2 AND NOT EXISTS (SELECT 1 FROM other) RETURNING ${COLUMNS}`,
    [workspaceId, id, name ?? null, filter === undefined ? null : JSON.stringify(filter)],
  );
  if (rows[0]) return viewSegment(rows[0]);
  await segmentById(pool, workspaceId, id);
  throw taken(name ?? "");
}

const taken = (name: string) => new AppError("conflict", 409, `There is a segment called ${name} already.`);

export async function removeSegment(pool: Pool, workspaceId: string, id: string): Promise<void> {
  const { rowCount } = await pool.query("DELETE FROM segments WHERE workspace_id = $1 AND id = $2", [
    workspaceId,
    id,
  ]);
  if (!rowCount) throw notFound("segment");
}
