// A database of its own for each test file: a clone of the migrated template, dropped at the end.

import { afterAll, beforeAll, inject } from "vitest";
import { type Database, openDatabase } from "../../server/src/db/client.ts";
import { connectAs } from "../../server/src/db/connect.ts";
import { TEMPLATE, withDatabase } from "./database-setup.ts";

export type TestDatabase = {
  url: string;
  name: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
};

let made = 0;

/** @param options.template false: an empty database, without tables */
export async function createTestDatabase(options: { template?: boolean } = {}): Promise<TestDatabase> {
  const adminUrl = inject("testPostgresUrl");
  made += 1;
  const name = `t_${process.pid}_${Date.now().toString(36)}_${made}`;
  await asAdmin(
    adminUrl,
    options.template === false ? `CREATE DATABASE ${name}` : `CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`,
  );
  return {
    url: withDatabase(adminUrl, name),
    name,
    drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const admin = await connectAs(url);
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

/**
 * For the top of a test file: a migrated database open for all its tests.
 * `db.pool` and `db.prisma` work from the first `beforeAll` of the file on.
 */
export function useTestDatabase(): Database & { readonly url: string } {
  let test: TestDatabase | undefined;
  let database: Database | undefined;
  beforeAll(async () => {
    test = await createTestDatabase();
    database = openDatabase(test.url);
  });
  afterAll(async () => {
    await database?.close();
    await test?.drop();
  });
  const opened = (): Database => {
    if (!database) throw new Error("The test database opens in beforeAll: use it inside hooks and tests.");
    return database;
  };
  return {
    get url() {
      return test?.url ?? "";
    },
    get hot() {
      return opened().hot;
    },
    get pool() {
      return opened().pool;
    },
    get prisma() {
      return opened().prisma;
    },
    close: () => opened().close(),
  };
}
