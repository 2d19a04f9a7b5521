/** O7: secrets that must be found nowhere but sealed: in no log, no answer, no column of the database. */
import type { Pool } from "pg";

export interface Canary {
  accessToken: string;
  appSecret: string;
  verifyToken: string;
  password: string;
}

export const newCanary = (): Canary => {
  const secret = (name: string) => `canary-${name}-${crypto.randomUUID()}`;
  return {
    accessToken: secret("token"),
    appSecret: secret("secret"),
    verifyToken: secret("verify"),
    password: secret("password"),
  };
};

/** Where any of them is readable. @param texts named logs and answers */
export async function canaryHits(canary: Canary, db: Pool, texts: Record<string, string>): Promise<string[]> {
  const hits: string[] = [];
  for (const [name, value] of Object.entries(canary)) {
    for (const [place, text] of Object.entries(texts))
      if (text.includes(value)) hits.push(`O7: ${name} in ${place}`);
    for (const table of await tablesWith(db, value)) hits.push(`O7: ${name} in table ${table}`);
  }
  return hits;
}

async function tablesWith(db: Pool, value: string): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
      WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const hex = Buffer.from(value).toString("hex");
  const found: string[] = [];
  for (const { name } of rows) {
    // Whole rows as text: bytea shows as hexadecimal digits.
    const { rowCount } = await db.query(
      `SELECT 1 FROM ${name} AS t WHERE strpos(t::text, $1) > 0 OR strpos(t::text, $2) > 0 LIMIT 1`,
      [value, hex],
    );
    if (rowCount) found.push(name);
  }
  return found;
}
