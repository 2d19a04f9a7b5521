/** Fault 12: the connection is lost at each message of a migration; the next start completes it. */
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, it } from "vitest";
import { connectAs } from "../../server/src/db/connect.ts";
import { migrate, pendingMigrations, readMigrations } from "../../server/src/db/migrate.ts";
import { createTestDatabase } from "../support/database.ts";
import { addressOf, TcpProxy } from "./lab/tcp-proxy.ts";

const dir = fileURLToPath(new URL("../../prisma/migrations", import.meta.url));
/** The short form cuts at every third message only. */
const STRIDE = process.env.CHAOS === "full" ? 1 : 3;

let proxy: TcpProxy;
let whole: string[];

beforeAll(async () => {
  const database = await createTestDatabase({ template: false });
  proxy = await TcpProxy.start(addressOf(database.url));
  await migrate(database.url, dir);
  whole = await tablesOf(database.url);
  await database.drop();
});
afterAll(() => proxy?.stop());

async function tablesOf(url: string): Promise<string[]> {
  const client = await connectAs(url);
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

it("is complete after the next start, wherever it was cut off", async () => {
  const all = (await readMigrations(dir)).map(({ name }) => name);
  let cutOff = 0;
  for (let pieces = 1; ; pieces += STRIDE) {
    const database = await createTestDatabase({ template: false });
    proxy.resetAfter(pieces);
    const applied = await migrate(proxy.through(database.url), dir).catch(() => null);
    proxy.resetAfter(null);
    // Before or after each migration, never between.
    const client = await connectAs(database.url);
    const missing = await pendingMigrations(client, dir);
    await client.end();
    expect(await migrate(database.url, dir)).toEqual(missing);
    expect(await tablesOf(database.url)).toEqual(whole);
    await database.drop();
    if (applied !== null) {
      expect(applied).toEqual(all);
      break;
    }
    cutOff += 1;
  }
  expect(cutOff).toBeGreaterThan(4);
});
