/** Two contacts made one, and parted again. What moved is kept with the merge, so that undoing it takes back exactly that. */
import type { PoolClient } from "pg";
import { z } from "zod";
import type { ContactDetail } from "../contract/index.ts";
import { DRAIN_LOCK } from "../conversations/drain.ts";
import { newId } from "../db/ids.ts";
import { transaction } from "../db/transaction.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { contactById } from "./contact-views.ts";

/** What a contact may be filled in with from the other; each only where it has none. */
const COLUMNS = [
  "name",
  "phone",
  "email",
  "language",
  "time_zone",
  "opted_out_at",
  "marketing_opted_out_at",
] as const;

const movedSchema = z.object({
  conversations: z.array(z.string()),
  identities: z.array(z.object({ channelId: z.string(), externalId: z.string() })),
  notes: z.array(z.string()),
  /** Ids of tags the winner did not have. */
  tags: z.array(z.string()),
  /** Columns that were empty, and with what they were filled. */
  columns: z.record(z.string(), z.string()),
  fields: z.record(z.string(), z.unknown()),
});
type Moved = z.infer<typeof movedSchema>;

/**
 * The winner gets the loser's conversations, ids, notes and tags, and what it knows and the winner does not.
 * @returns the merge's id, to undo it by
 */
export async function mergeContacts(
  { pool }: Pick<Runtime, "pool">,
  workspaceId: string,
  winnerId: string,
  loserId: string,
  byId: string | null,
): Promise<{ mergeId: string; contact: ContactDetail }> {
  if (winnerId === loserId) throw new AppError("bad-request", 400, "A contact can't be merged with itself.");
  const mergeId = newId();
  await transaction(pool, async (client) => {
    await lockBoth(client, workspaceId, [winnerId, loserId]);
    const moved = await move(client, workspaceId, winnerId, loserId);
    await client.query(
      "INSERT INTO contact_merges (workspace_id, id, winner_id, loser_id, moved, by_id) VALUES ($1, $2, $3, $4, $5::json, $6)",
      [workspaceId, mergeId, winnerId, loserId, JSON.stringify(moved), byId],
    );
  });
  return { mergeId, contact: await contactById(pool, workspaceId, winnerId) };
}

/** No step of theirs may be under way: it would write under the old contact. In order, so that two merges can't wait for each other. */
async function lockBoth(client: PoolClient, workspaceId: string, ids: readonly string[]): Promise<void> {
  const { rows: shards } = await client.query<{ shard: number }>(
    "SELECT DISTINCT shard FROM conversations WHERE workspace_id = $1 AND contact_id = ANY ($2::uuid[]) ORDER BY shard",
    [workspaceId, ids],
  );
  for (const { shard } of shards)
    await client.query("SELECT pg_advisory_xact_lock($1, $2)", [DRAIN_LOCK, shard]);
  const { rows } = await client.query<{ id: string; mergedInto: string | null }>(
    `SELECT id, merged_into AS "mergedInto" FROM contacts WHERE workspace_id = $1 AND id = ANY ($2::uuid[]) ORDER BY id FOR UPDATE`,
    [workspaceId, ids],
  );
  if (rows.length < ids.length) throw notFound("contact");
  if (rows.some(({ mergedInto }) => mergedInto !== null))
    throw new AppError("already-merged", 409, "One of the contacts was merged before: undo that first.");
}

async function move(client: PoolClient, workspaceId: string, winner: string, loser: string): Promise<Moved> {
  const args = [workspaceId, winner, loser];
  const ids = async (sql: string): Promise<string[]> =>
    (await client.query<{ id: string }>(sql, args)).rows.map(({ id }) => id);
  const conversations = await ids(
    "UPDATE conversations SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = $3 RETURNING id",
  );
  const identities = await client.query<{ channelId: string; externalId: string }>(
    `UPDATE contact_identities SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = $3
     RETURNING channel_id AS "channelId", external_id AS "externalId"`,
    args,
  );
  const notes = await ids(
    "UPDATE notes SET contact_id = $2 WHERE workspace_id = $1 AND contact_id = $3 RETURNING id",
  );
  const tags = await ids(
    `INSERT INTO contact_tags (workspace_id, contact_id, tag_id)
     SELECT workspace_id, $2, tag_id FROM contact_tags WHERE workspace_id = $1 AND contact_id = $3
     ON CONFLICT DO NOTHING RETURNING tag_id AS id`,
  );
  await moveTalk(client, workspaceId, conversations, winner);
  return { conversations, identities: identities.rows, notes, tags, ...(await fill(client, args)) };
}

/** Messages and sessions go with their conversation. */
async function moveTalk(
  client: PoolClient,
  workspaceId: string,
  conversations: string[],
  to: string,
): Promise<void> {
  for (const table of ["messages", "sessions"])
    await client.query(
      `UPDATE ${table} SET contact_id = $3 WHERE workspace_id = $1 AND conversation_id = ANY ($2::uuid[])`,
      [workspaceId, conversations, to],
    );
}

interface Known {
  id: string;
  columns: Record<string, string | null>;
  fields: Record<string, unknown>;
}

async function fill(client: PoolClient, args: string[]): Promise<Pick<Moved, "columns" | "fields">> {
  const [workspaceId, winner, loser] = args;
  const shown = COLUMNS.map((name) => `'${name}', ${name}::text`).join(", ");
  const { rows } = await client.query<Known>(
    `SELECT id, json_build_object(${shown}) AS columns, fields FROM contacts WHERE workspace_id = $1 AND id IN ($2, $3)`,
    args,
  );
  const [mine, theirs] = [winner, loser].map((id) => rows.find((row) => row.id === id));
  if (!mine || !theirs) throw notFound("contact");
  const columns: Record<string, string> = {};
  for (const name of COLUMNS) {
    const value = theirs.columns[name];
    if (value != null && mine.columns[name] == null) columns[name] = value;
  }
  const fields = Object.fromEntries(
    Object.entries(theirs.fields).filter(([name]) => !Object.hasOwn(mine.fields, name)),
  );
  const set = COLUMNS.map((name) => `${name} = COALESCE(c.${name}, k.${name})`).join(", ");
  await client.query(
    `UPDATE contacts c SET ${set}, fields = k.fields || c.fields, updated_at = now()
       FROM contacts k WHERE c.workspace_id = $1 AND c.id = $2 AND k.workspace_id = $1 AND k.id = $3`,
    args,
  );
  await client.query(
    "UPDATE contacts SET merged_into = $2, updated_at = now() WHERE workspace_id = $1 AND id = $3",
    [workspaceId, winner, loser],
  );
  return { columns, fields };
}

interface MergeRow {
  winnerId: string;
  loserId: string;
  moved: unknown;
  undoneAt: Date | null;
}

/** What was changed by hand since stays: only a value that is still the one filled in is emptied again. */
export async function undoMerge(
  { pool }: Pick<Runtime, "pool">,
  workspaceId: string,
  mergeId: string,
): Promise<ContactDetail> {
  const loserId = await transaction(pool, async (client) => {
    const { rows } = await client.query<MergeRow>(
      `SELECT winner_id AS "winnerId", loser_id AS "loserId", moved, undone_at AS "undoneAt"
         FROM contact_merges WHERE workspace_id = $1 AND id = $2 FOR UPDATE`,
      [workspaceId, mergeId],
    );
    const merge = rows[0];
    if (!merge) throw notFound("merge");
    if (merge.undoneAt !== null) throw new AppError("already-undone", 409, "This merge was undone before.");
    await takeBack(client, workspaceId, merge, movedSchema.parse(merge.moved));
    await client.query("UPDATE contact_merges SET undone_at = now() WHERE workspace_id = $1 AND id = $2", [
      workspaceId,
      mergeId,
    ]);
    return merge.loserId;
  });
  return contactById(pool, workspaceId, loserId);
}

async function takeBack(
  client: PoolClient,
  workspaceId: string,
  merge: MergeRow,
  moved: Moved,
): Promise<void> {
  const { winnerId, loserId } = merge;
  const { rowCount } = await client.query(
    "UPDATE contacts SET merged_into = NULL, updated_at = now() WHERE workspace_id = $1 AND id = $2 AND merged_into = $3",
    [workspaceId, loserId, winnerId],
  );
  if (rowCount === 0) throw new AppError("gone", 409, "One of the contacts is not there any more.");
  await lockBoth(client, workspaceId, [winnerId, loserId]);
  const back = (table: string, ids: string[]) =>
    client.query(
      `UPDATE ${table} SET contact_id = $3 WHERE workspace_id = $1 AND id = ANY ($2::uuid[]) AND contact_id = $4`,
      [workspaceId, ids, loserId, winnerId],
    );
  await back("conversations", moved.conversations);
  await back("notes", moved.notes);
  await moveTalk(client, workspaceId, moved.conversations, loserId);
  await client.query(
    `UPDATE contact_identities i SET contact_id = $2 FROM unnest($3::uuid[], $4::text[]) AS k(channel_id, external_id)
      WHERE i.workspace_id = $1 AND i.channel_id = k.channel_id AND i.external_id = k.external_id`,
    [
      workspaceId,
      loserId,
      moved.identities.map(({ channelId }) => channelId),
      moved.identities.map(({ externalId }) => externalId),
    ],
  );
  await client.query(
    "DELETE FROM contact_tags WHERE workspace_id = $1 AND contact_id = $2 AND tag_id = ANY ($3::uuid[])",
    [workspaceId, winnerId, moved.tags],
  );
  await emptyAgain(client, workspaceId, winnerId, moved);
}

async function emptyAgain(
  client: PoolClient,
  workspaceId: string,
  winnerId: string,
  { columns, fields }: Moved,
): Promise<void> {
  for (const name of COLUMNS.filter((column) => Object.hasOwn(columns, column)))
    await client.query(
      `UPDATE contacts SET ${name} = NULL, updated_at = now() WHERE workspace_id = $1 AND id = $2 AND ${name}::text = $3`,
      [workspaceId, winnerId, columns[name]],
    );
  await client.query(
    `UPDATE contacts c
        SET fields = c.fields - ARRAY(SELECT f.key FROM jsonb_each($3::jsonb) f WHERE c.fields -> f.key = f.value), updated_at = now()
      WHERE c.workspace_id = $1 AND c.id = $2`,
    [workspaceId, winnerId, JSON.stringify(fields)],
  );
}
