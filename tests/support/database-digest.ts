/** What a database holds, as one hash a table: to prove that something changed nothing. */
import type { Pool } from "pg";

/** Written by merely being there: when a key or a session was last used, what the queue and the statistics note. */
const VOLATILE = new Set(["_prisma_migrations"]);
const TIMES = "ARRAY['last_used_at', 'updated_at', 'updatedAt', 'expires_at', 'expiresAt']";

/** @returns table → hash of its rows */
export async function databaseDigest(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  const digest: Record<string, string> = {};
  for (const { name } of rows) {
    if (VOLATILE.has(name)) continue;
    const found = await pool.query<{ hash: string }>(
      `SELECT md5(coalesce(string_agg(row, ',' ORDER BY row), '')) AS hash
         FROM (SELECT (to_jsonb(t) - ${TIMES})::text AS row FROM "${name}" t) AS r`,
    );
    digest[name] = found.rows[0]?.hash ?? "";
  }
  return digest;
}

/** Tables in which a text is readable, also inside bytes. */
export async function tablesWith(pool: Pool, words: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
  );
  const found: string[] = [];
  for (const { name } of rows) {
    for (const word of words) {
      const hex = Buffer.from(word).toString("hex");
      const hit = await pool.query(
        `SELECT 1 FROM "${name}" t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0 LIMIT 1`,
        [word, hex],
      );
      if (hit.rowCount) found.push(`${name}: ${word}`);
    }
  }
  return found;
}
