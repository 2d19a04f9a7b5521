/** The product's database for a command: the same embedded server a running Hilo uses, or DATABASE_URL. */
import path from "node:path";
import { type Config, loadConfig } from "../config.ts";
import { type Database, openDatabase } from "../db/client.ts";
import { startEmbedded } from "../db/embedded.ts";
import { migrate } from "../db/migrate.ts";
import { PRODUCT_ROOT } from "../places.ts";

const migrations = path.join(PRODUCT_ROOT, "prisma/migrations");

export async function withDatabase<T>(work: (database: Database, config: Config) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const embedded = config.databaseUrl === undefined ? await startEmbedded({ dataDir: config.dataDir }) : null;
  try {
    const url = config.databaseUrl ?? embedded?.url ?? "";
    await migrate(url, migrations);
    const database = openDatabase(url, { max: 4, applicationName: "hilo-cli" });
    try {
      return await work(database, config);
    } finally {
      await database.close();
    }
  } finally {
    await embedded?.stop();
  }
}
