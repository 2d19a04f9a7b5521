/** The product under fire: one server that stays, others that come and go, the far side, and a look at the database. */
import pg from "pg";
import type { TestDatabase } from "../../support/database.ts";
import { GraphStandIn } from "../../support/graph-stand-in.ts";
import { type Product, startProduct } from "../../support/product.ts";
import { type ServerProcess, startServer, until } from "../../support/server-process.ts";
import type { WhatsAppNumber } from "../../support/whatsapp-webhook.ts";
import { FarSide } from "./far-side.ts";
import { violations } from "./oracles.ts";
import { isAlive } from "./processes.ts";

export type Env = Record<string, string>;

const UNDONE = `SELECT (SELECT count(*) FROM inbox_events WHERE state = 'pending')
  + (SELECT count(*) FROM messages WHERE direction = 'out' AND status IN ('Pending', 'Sending'))
  + (SELECT count(*) FROM tasks WHERE state IN ('pending', 'running'))
  + (SELECT count(*) FROM timers WHERE due_at < now() + interval '1 minute')
  + (SELECT count(*) FROM delivery_statuses) AS n`;

export class Lab {
  readonly more = new Set<ServerProcess>();

  private constructor(
    readonly graph: GraphStandIn,
    readonly product: Product,
    readonly db: pg.Pool,
    readonly number: WhatsAppNumber & { channelId: string },
  ) {}

  /**
   * @param env of every process @param options.database instead of a clone of the tests' template
   * @param options.root where another version is built, which begins
   */
  static async start(env: Env = {}, options: { database?: TestDatabase; root?: string } = {}): Promise<Lab> {
    const graph = await GraphStandIn.start();
    const product = await startProduct({ GRAPH_API_URL: graph.url, ...env }, options);
    const db = new pg.Pool({ connectionString: product.database.url, max: 3 });
    db.on("error", () => {});
    return new Lab(graph, product, db, await product.connectNumber());
  }

  /** Where webhooks may be posted: every server that lives. */
  readonly doors = (): string[] => [this.product.server, ...this.more].filter(isAlive).map(({ url }) => url);

  farSide(number: WhatsAppNumber = this.number, doors = this.doors): FarSide {
    return new FarSide(this.graph, number, doors);
  }

  /**
   * Another server over the same database; resolves when it is ready or dead.
   * @param options.beside on the machine of the first, with the same folder for its data; else on one of its own
   */
  async join(env: Env = {}, options: { beside?: boolean } = {}): Promise<ServerProcess> {
    const place = options.beside ? { dataDir: this.product.server.dataDir } : {};
    const server = await startServer({ ...this.product.env, ...env }, { ready: false, ...place });
    this.more.add(server);
    await until(
      async () =>
        !isAlive(server) ||
        (await fetch(`${server.url}/readyz`).then(
          (answer) => answer.ok,
          () => false,
        )),
      "the server is ready or dead",
      90_000,
    );
    return server;
  }

  async leave(server: ServerProcess): Promise<void> {
    this.more.delete(server);
    await server.stop();
  }

  /** No row, task, message, status or timer of the next minute is left to be worked on, and all sends are reported. */
  async untilQuiet(farSide?: FarSide, timeoutMs = 120_000): Promise<void> {
    await until(
      async () => {
        if (farSide && !farSide.allReported) return false;
        const { rows } = await this.db.query<{ n: string }>(UNDONE).catch(() => ({ rows: [{ n: "1" }] }));
        return Number(rows[0]?.n) === 0;
      },
      "everything is done",
      timeoutMs,
    );
  }

  /** By the database's clock. */
  async now(): Promise<Date> {
    return (await this.db.query<{ now: Date }>("SELECT clock_timestamp() AS now")).rows[0]?.now ?? new Date();
  }

  violations(farSides: readonly FarSide[], poisoned: readonly string[] = []): Promise<string[]> {
    return violations({
      db: this.db,
      graph: this.graph,
      said: farSides.flatMap(({ said }) => said),
      poisoned,
    });
  }

  async stop(): Promise<void> {
    await this.db.end();
    await Promise.all([...this.more].map((server) => server.stop()));
    await this.product.stop();
    await this.graph.stop();
  }
}

/** A phone number nobody else has. */
let people = 0;
export const newPerson = (): string => `3469${String(++people).padStart(8, "0")}`;
