/**
 * Imports under way come in a batch of rows a transaction. A batch and the mark how far the import has come are one commit: whoever
 * goes on, however often a process dies, each row comes in once.
 */
import type { PoolClient } from "pg";
import type { ContactImport } from "../contract/contact-imports.ts";
import { crash } from "../crash.ts";
import { transaction } from "../db/transaction.ts";
import { AppError, notFound } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { startedBefore } from "./check-import.ts";
import { importById } from "./import-views.ts";
import { saveBatch } from "./save-batch.ts";

/** A few ten milliseconds, so that nothing waits long for its locks. */
export const BATCH_ROWS = 500;

/** One at a time in a workspace: two would make two contacts of one number. */
export async function startImport(
  { pool }: Pick<Runtime, "pool">,
  workspaceId: string,
  id: string,
): Promise<ContactImport> {
  await transaction(pool, async (client) => {
    await client.query("SELECT 1 FROM workspaces WHERE id = $1 FOR UPDATE", [workspaceId]);
    const { rows } = await client.query<{ id: string; state: string }>(
      "SELECT id, state FROM contact_imports WHERE workspace_id = $1 AND (id = $2 OR state = 'running')",
      [workspaceId, id],
    );
    const own = rows.find((row) => row.id === id);
    if (!own) throw notFound("import");
    if (own.state === "uploaded") throw new AppError("not-checked", 409, "Say first what the columns are.");
    if (own.state !== "checked") throw startedBefore();
    if (rows.length > 1)
      throw new AppError("busy", 409, "Another import is under way. Start this one when it is done.");
    await client.query(
      `UPDATE contact_imports SET state = 'running', started_at = now(), made = 0, changed = 0, same = 0, handled = refused
        WHERE workspace_id = $1 AND id = $2`,
      [workspaceId, id],
    );
  });
  return importById(pool, workspaceId, id);
}

export async function removeImport(
  { pool }: Pick<Runtime, "pool">,
  workspaceId: string,
  id: string,
): Promise<void> {
  const { rowCount } = await pool.query("DELETE FROM contact_imports WHERE workspace_id = $1 AND id = $2", [
    workspaceId,
    id,
  ]);
  if (!rowCount) throw notFound("import");
}

/** Works until none is under way. @returns rows that came in */
export async function runImports(
  { pool }: Pick<Runtime, "pool">,
  most = Number.POSITIVE_INFINITY,
): Promise<number> {
  let handled = 0;
  for (let batches = 0; batches < most; batches += 1) {
    const rows = await transaction(pool, async (client) => {
      const done = await runOne(client);
      crash("imports-before-commit");
      return done;
    });
    crash("imports-after-commit");
    if (rows === null) return handled;
    handled += rows;
  }
  return handled;
}

/** One batch of one import. Null when none is under way, or another process has it. */
async function runOne(client: PoolClient): Promise<number | null> {
  const { rows } = await client.query<{ workspaceId: string; id: string }>(
    `SELECT workspace_id AS "workspaceId", id FROM contact_imports WHERE state = 'running'
      ORDER BY started_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
  );
  const [found] = rows;
  if (!found) return null;
  const { workspaceId, id } = found;
  const handled = await saveBatch(client, workspaceId, id, BATCH_ROWS);
  if (handled < BATCH_ROWS) await finish(client, workspaceId, id);
  return handled;
}

/** What came in is in the contacts; the refused are kept to be looked at. */
async function finish(client: PoolClient, workspaceId: string, id: string): Promise<void> {
  await client.query(
    "DELETE FROM contact_import_rows WHERE workspace_id = $1 AND import_id = $2 AND state <> 'refused'",
    [workspaceId, id],
  );
  await client.query(
    "UPDATE contact_imports SET state = 'done', ended_at = now() WHERE workspace_id = $1 AND id = $2",
    [workspaceId, id],
  );
}

/** Refused rows are people's data: kept as long as anybody mends a file. */
const KEEP_DAYS = 30;

/** @returns how many imports went */
export async function pruneImports({ pool }: Pick<Runtime, "pool">): Promise<number> {
  const { rowCount } = await pool.query(
    "DELETE FROM contact_imports WHERE state <> 'running' AND COALESCE(ended_at, created_at) < now() - make_interval(days => $1)",
    [KEEP_DAYS],
  );
  return rowCount ?? 0;
}
