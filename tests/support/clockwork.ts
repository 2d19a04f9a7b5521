/** Flows that start by the clock, on a test database: published, made due, fired, and whom they reached. */
import type { FlowInput } from "@hilo/flow-engine";
import type { Pool, PoolClient } from "pg";
import { beforeEach, expect } from "vitest";
import type { Database } from "../../server/src/db/client.ts";
import { createFlow, saveDraft } from "../../server/src/flows/drafts.ts";
import { publishFlow } from "../../server/src/flows/publish.ts";
import { fireDueSchedules } from "../../server/src/schedules/fire-schedules.ts";
import { type TestRuntime, testRuntime } from "./test-runtime.ts";
import { createWorld, type World } from "./world.ts";

/** A flow that says what started it. */
export function flowWith(...triggers: Record<string, unknown>[]): FlowInput {
  return {
    format: "hilo.flow/1",
    name: "By the clock",
    triggers: triggers as FlowInput["triggers"],
    nodes: [{ id: "say", type: "text", data: { text: "It is {{ trigger.event.type }}" } }],
    edges: [{ id: "e0", source: "start", target: "say" }],
  };
}
export const MONDAYS = { type: "schedule", name: "Mondays", cron: "0 9 * * 1" };
export const BIRTHDAY = { type: "date-reached", field: "birthday", yearly: true };

export class Clockwork {
  readonly runtime: TestRuntime;

  constructor(
    private readonly db: Database,
    readonly world: World,
  ) {
    this.runtime = testRuntime(db);
  }

  private get actor() {
    return { workspaceId: this.world.workspaceId, userId: null };
  }

  async publish(definition: FlowInput): Promise<string> {
    const { id } = await createFlow(this.db.pool, this.actor, definition.name, { ...definition });
    await publishFlow(this.runtime, this.actor, { id });
    return id;
  }

  /** @param definition absent: as it was */
  async publishAgain(id: string, definition?: FlowInput): Promise<void> {
    if (definition)
      await saveDraft(this.db.pool, this.world.workspaceId, { id, definition: { ...definition } });
    await publishFlow(this.runtime, this.actor, { id });
  }

  rows() {
    return this.db.prisma.schedule.findMany({
      where: { workspaceId: this.world.workspaceId },
      orderBy: { id: "asc" },
    });
  }

  /** When the only schedule is due next, as ISO text. */
  async nextRun(): Promise<string | undefined> {
    const [only, ...more] = await this.rows();
    expect(more).toEqual([]);
    return only?.nextRunAt.toISOString();
  }

  async setNextRun(at: string): Promise<void> {
    await this.db.prisma.schedule.updateMany({
      where: { workspaceId: this.world.workspaceId },
      data: { nextRunAt: new Date(at) },
    });
  }

  /** Half a second late: the clocks of two processes may differ by a little. */
  async fireAt(at: string): Promise<number> {
    this.runtime.setNow(new Date(Date.parse(at) + 500));
    return fireDueSchedules(this.runtime);
  }

  /** Contact ids that events were stored for, in the order of the rows. */
  async reached(): Promise<string[]> {
    const { rows } = await this.db.pool.query<{ id: string }>(
      `SELECT c.contact_id AS id FROM inbox_events e JOIN conversations c ON c.workspace_id = e.workspace_id AND c.id = e.conversation_id
        WHERE e.workspace_id = $1 AND e.kind = 'event' ORDER BY e.id`,
      [this.world.workspaceId],
    );
    return rows.map(({ id }) => id);
  }

  /** A worker's process dies before the n-th batch is marked: the server cuts its connection. */
  async dieInBatch(batch: number, at: string): Promise<void> {
    this.runtime.setNow(new Date(at));
    await expect(
      fireDueSchedules({ ...this.runtime, pool: dyingPool(this.db.pool, batch) }),
    ).rejects.toThrow();
  }
}

/** For the top of a test file: a workspace of its own for each test, and no schedules but its own. */
export function useClockwork(db: Database): () => Clockwork {
  let clockwork: Clockwork | undefined;
  beforeEach(async () => {
    await db.pool.query("DELETE FROM schedules");
    clockwork = new Clockwork(db, await createWorld(db));
  });
  return () => {
    if (!clockwork) throw new Error("The clockwork is made in beforeEach: use it inside tests.");
    return clockwork;
  };
}

function dyingPool(pool: Pool, batch: number): Pool {
  let marks = 0;
  const connect = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    client.on("error", () => {});
    return new Proxy(client, {
      get(target, property) {
        if (property !== "query") {
          const value: unknown = Reflect.get(target, property);
          return typeof value === "function" ? value.bind(target) : value;
        }
        return async (query: string | { name?: string }, values?: unknown[]) => {
          if (typeof query === "object" && query.name === "mark-schedule" && ++marks === batch)
            await target.query("SELECT pg_terminate_backend(pg_backend_pid())");
          return target.query(query as string, values);
        };
      },
    });
  };
  return { connect } as Pool;
}
