/** A PostgreSQL of the test's own that can be cut off in the middle of anything and started again on the same port. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { connectAs } from "../../../server/src/db/connect.ts";
import { type EmbeddedPostgres, startEmbedded } from "../../../server/src/db/embedded.ts";
import { migrate } from "../../../server/src/db/migrate.ts";
import { processMark } from "../../../server/src/db/process-lock.ts";
import type { TestDatabase } from "../../support/database.ts";
import { until } from "../../support/server-process.ts";

const migrations = fileURLToPath(new URL("../../../prisma/migrations", import.meta.url));

export class Cluster {
  private constructor(
    private readonly dataDir: string,
    private readonly settings: Record<string, string>,
    private server: EmbeddedPostgres,
  ) {}

  /** Durable, as a user has it. @param dataDir where it lives; a new folder when absent */
  static async start(settings: Record<string, string> = {}, dataDir?: string): Promise<Cluster> {
    const home = dataDir ?? (await mkdtemp(path.join(tmpdir(), "hilo-chaos-")));
    const all = { max_connections: "150", ...settings };
    return new Cluster(home, all, await startEmbedded({ dataDir: home, settings: all }));
  }

  get url(): string {
    return this.server.url;
  }

  get pid(): number {
    return this.server.pid;
  }

  /** The migrated database, as tests of the product are given one. */
  async database(): Promise<TestDatabase> {
    await migrate(this.url, migrations);
    return { url: this.url, name: "hilo", drop: async () => {} };
  }

  /** `pg_ctl stop -m immediate`: no farewell, no checkpoint; what was not committed is gone. */
  async cutOff(): Promise<void> {
    process.kill(this.server.pid, "SIGQUIT");
    await until(() => processMark(this.server.pid) === undefined, "PostgreSQL is gone");
  }

  /** After `cutOff`: replays its log. */
  async startAgain(): Promise<void> {
    this.server = await startEmbedded({ dataDir: this.dataDir, settings: this.settings });
  }

  async sql<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
    const client = await connectAs(this.url);
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    await this.server.stop().catch(() => undefined);
    if (processMark(this.server.pid) !== undefined) await this.cutOff();
    await rm(this.dataDir, { recursive: true, force: true });
  }
}
