/** Files as rows: kept with their bytes, shown, removed with them. */
import type { Pool } from "pg";
import type { MediaFile } from "../contract/index.ts";
import { newId } from "../db/ids.ts";
import type { Queryable } from "../db/sql.ts";
import { transaction } from "../db/transaction.ts";
import { notFound } from "../http/app-error.ts";
import { decodeCursor, encodeCursor, page } from "../http/pages.ts";
import type { Runtime } from "../runtime.ts";
import { kindOfMime, refusalOf } from "./media-kind.ts";
import type { MediaStore, TakenFile } from "./media-store.ts";

export interface MediaRow {
  workspaceId: string;
  id: string;
  mime: string;
  name: string | null;
  size: string | null;
  storageKey: string | null;
  state: "pending" | "stored" | "failed";
  error: string | null;
  createdAt: Date;
}

export const MEDIA_COLUMNS = `f.workspace_id AS "workspaceId", f.id, f.mime, f.name, f.size::text AS size,
  f.storage_key AS "storageKey", f.state, f.error, f.created_at AS "createdAt"`;

export interface MediaParts {
  runtime: Pick<Runtime, "pool">;
  media: MediaStore;
}

/** Two writers of the same bytes, or a writer and a remover, must not undo each other. */
const lockKey = (on: Queryable, key: string) =>
  on.query("SELECT pg_advisory_xact_lock(hashtextextended('media:' || $1, 0))", [key]);

/** An uploaded file gets its row; its bytes get their place. @throws MediaRefused */
export async function keepUpload(
  { runtime, media }: MediaParts,
  workspaceId: string,
  file: TakenFile,
  about: { mime: string; name: string | null },
): Promise<string> {
  const id = newId();
  const key = media.keyOf(workspaceId, file);
  await transaction(runtime.pool, async (client) => {
    await lockKey(client, key);
    await media.keep(file, key);
    await client.query(
      `INSERT INTO media_files (workspace_id, id, sha256, mime, name, size, storage_key, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'stored')`,
      [workspaceId, id, file.sha256, about.mime, about.name, file.size, key],
    );
  });
  return id;
}

/** A received file has its bytes now. @throws MediaRefused */
export async function keepReceived(
  { runtime, media }: MediaParts,
  row: { workspaceId: string; id: string },
  file: TakenFile,
  mime: string,
): Promise<void> {
  const key = media.keyOf(row.workspaceId, file);
  await transaction(runtime.pool, async (client) => {
    await lockKey(client, key);
    await media.keep(file, key);
    const { rowCount } = await client.query(
      `UPDATE media_files SET state = 'stored', sha256 = $3, mime = $4, size = $5, storage_key = $6, error = NULL
        WHERE workspace_id = $1 AND id = $2`,
      [row.workspaceId, row.id, file.sha256, mime, file.size, key],
    );
    // Erased meanwhile: nobody may find its bytes.
    if (rowCount === 0) await removeUnused(client, media, [key]);
  });
}

/** Bytes that no row names any more. Inside the transaction that removed the rows. */
async function removeUnused(client: Queryable, media: MediaStore, keys: readonly string[]): Promise<void> {
  for (const key of keys.toSorted()) {
    await lockKey(client, key);
    const { rows } = await client.query("SELECT 1 FROM media_files WHERE storage_key = $1 LIMIT 1", [key]);
    if (rows.length === 0) await media.remove(key);
  }
}

/** @throws AppError when the workspace has no such file */
export async function removeMedia(
  { runtime, media }: MediaParts,
  workspaceId: string,
  id: string,
): Promise<void> {
  await transaction(runtime.pool, async (client) => {
    const { rows } = await client.query<{ key: string | null }>(
      "DELETE FROM media_files WHERE workspace_id = $1 AND id = $2 AND channel_id IS NULL RETURNING storage_key AS key",
      [workspaceId, id],
    );
    if (!rows[0]) throw notFound("file");
    await client.query("DELETE FROM media_uploads WHERE workspace_id = $1 AND media_id = $2", [
      workspaceId,
      id,
    ]);
    if (rows[0].key !== null) await removeUnused(client, media, [rows[0].key]);
  });
}

/** What these people sent, bytes and all. Inside the transaction that erases them. */
export async function eraseReceived(
  client: Queryable,
  media: MediaStore,
  workspaceId: string,
  people: readonly { channelId: string; externalId: string }[],
): Promise<void> {
  const { rows } = await client.query(
    `DELETE FROM media_files f USING unnest($2::uuid[], $3::text[]) AS p(channel_id, external_id)
      WHERE f.workspace_id = $1 AND f.channel_id = p.channel_id AND f.external_id = p.external_id
     RETURNING f.storage_key AS key`,
    [workspaceId, people.map(({ channelId }) => channelId), people.map(({ externalId }) => externalId)],
  );
  const keys = new Set(rows.map((row: { key: string | null }) => row.key).filter((key) => key !== null));
  await removeUnused(client, media, [...keys]);
}

export async function findMedia(pool: Pool, workspaceId: string, id: string): Promise<MediaRow | null> {
  const { rows } = await pool.query<MediaRow>(
    `SELECT ${MEDIA_COLUMNS} FROM media_files f WHERE f.workspace_id = $1 AND f.id = $2`,
    [workspaceId, id],
  );
  return rows[0] ?? null;
}

/** Uploads of the workspace, the newest first. */
export async function listMedia(
  pool: Pool,
  workspaceId: string,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  const [before] = decodeCursor(cursor, ["id"]);
  const { rows } = await pool.query<MediaRow>(
    `SELECT ${MEDIA_COLUMNS} FROM media_files f
      WHERE f.workspace_id = $1 AND f.channel_id IS NULL AND f.state = 'stored' AND ($2::uuid IS NULL OR f.id < $2)
      ORDER BY f.id DESC LIMIT $3`,
    [workspaceId, before, limit + 1],
  );
  return page(rows, limit, (row) => encodeCursor(row.id), viewMedia);
}

const PLATFORMS = ["whatsapp", "instagram", "messenger"] as const;

export function viewMedia(row: MediaRow): MediaFile {
  const { id, mime, name, createdAt } = row;
  const size = Number(row.size ?? 0);
  const kind = kindOfMime(mime);
  const refusals = PLATFORMS.flatMap((platform) => refusalOf(platform, kind, { mime, size }) ?? []);
  return { id, name, mime, size, kind, url: contentPath(id), refusals, createdAt: createdAt.toISOString() };
}

/** Where its bytes are. */
export const contentPath = (id: string) => `/api/v1/media/${id}/content`;
