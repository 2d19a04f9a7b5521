/** A person took the app away at Meta, or asked that their data be deleted: what hangs on their sign-in ends, what is kept of them goes. */
import { createHash, randomBytes } from "node:crypto";
import { eraseContact } from "../contacts/erase-contact.ts";
import type { Services } from "../services.ts";

type Parts = Pick<Services, "runtime" | "directory" | "media">;

const subjectOf = (metaUserId: string) => createHash("sha256").update(metaUserId).digest();

const WITHDRAWN =
  "The person who connected this channel took Hilo's access away at Meta. Connect it again, so that held messages go out.";

/** Tokens are forgotten, and channels made with them ask for new ones. @returns how many sign-ins ended */
export async function withdrawAccess({ runtime, directory }: Parts, metaUserId: string): Promise<number> {
  const { rows } = await runtime.pool.query<{ ended: number }>(
    `WITH ended AS (
       UPDATE meta_connections SET access_token = NULL WHERE meta_user_id = $1 RETURNING workspace_id, id
     ), held AS (
       UPDATE channels c SET access_token = NULL, state = 'reauthorize', state_reason = $2, updated_at = now()
         FROM ended e WHERE c.workspace_id = e.workspace_id AND c.connection_id = e.id AND c.state <> 'disabled' RETURNING c.id)
     SELECT count(*)::int AS ended FROM ended`,
    [metaUserId, WITHDRAWN],
  );
  directory.invalidate();
  return rows[0]?.ended ?? 0;
}

/**
 * Erases the sign-ins of a person and the contact with that id on any Messenger or Instagram channel of this app.
 * The same person asking twice gets two codes and is erased once.
 * @returns the code to look the request up with
 */
export async function deleteMetaUser(parts: Parts, metaUserId: string): Promise<string> {
  const { pool } = parts.runtime;
  const code = randomBytes(12).toString("base64url");
  await pool.query("INSERT INTO deletion_requests (code, subject) VALUES ($1, $2)", [
    code,
    subjectOf(metaUserId),
  ]);
  await withdrawAccess(parts, metaUserId);
  await pool.query("DELETE FROM meta_connections WHERE meta_user_id = $1", [metaUserId]);
  const { rows } = await pool.query<{ workspaceId: string; contactId: string }>(
    `SELECT DISTINCT v.workspace_id AS "workspaceId", v.contact_id AS "contactId"
       FROM conversations v JOIN channels c ON c.workspace_id = v.workspace_id AND c.id = v.channel_id
      WHERE v.external_id = $1 AND c.platform IN ('messenger', 'instagram')`,
    [metaUserId],
  );
  for (const { workspaceId, contactId } of rows) await eraseContact(parts, workspaceId, contactId);
  await pool.query(
    "UPDATE deletion_requests SET state = 'done', erased = $2, done_at = now() WHERE code = $1",
    [code, rows.length],
  );
  return code;
}

export interface DeletionState {
  state: "pending" | "done";
  requestedAt: Date;
}

export async function deletionState(
  { runtime }: Pick<Parts, "runtime">,
  code: string,
): Promise<DeletionState | null> {
  const { rows } = await runtime.pool.query<DeletionState>(
    `SELECT state, requested_at AS "requestedAt" FROM deletion_requests WHERE code = $1`,
    [code],
  );
  return rows[0] ?? null;
}
