/** Faults 77, 78, 83, 84: flows changed or broken under a conversation's feet, texts of every length, clocks that jump. */
import type { FlowInput } from "@hilo/flow-engine";
import { beforeEach, describe, expect, it } from "vitest";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { newId } from "../../server/src/db/ids.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { fireDueTimers } from "../../server/src/timers/fire-due.ts";
import { useTestDatabase } from "../support/database.ts";
import { type TestRuntime, testRuntime } from "../support/test-runtime.ts";
import { createWorld, type World } from "../support/world.ts";

const db = useTestDatabase();

const ask = (goodbye: string): FlowInput => ({
  format: "hilo.flow/1",
  name: "Ask",
  triggers: [{ type: "keyword", keyword: "hola", mode: "exact" }],
  nodes: [
    { id: "ask", type: "ask", data: { text: "¿Nombre?", saveAs: "name", timeoutMinutes: 10 } },
    { id: "bye", type: "text", data: { text: goodbye } },
    { id: "late", type: "text", data: { text: "¿Sigues ahí?" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "ask" },
    { id: "e1", source: "ask", target: "bye" },
    { id: "e2", source: "ask", sourceHandle: "timeout", target: "late" },
  ],
});

let runtime: TestRuntime;
let flows: PublishedFlows;
let world: World;
let flow: { flowId: string; versionId: string };

beforeEach(async () => {
  await db.pool.query("DELETE FROM timers");
  runtime = testRuntime(db);
  runtime.setNow(new Date());
  flows = new PublishedFlows();
  world = await createWorld(db);
  flow = await world.publish(ask("Hola {{ name }}"));
});

const say = async (who: string, text: string) =>
  drainShard(runtime, flows, await world.customer(who, text, { at: runtime.now() }));

async function chat(who: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ text: string }>(
    `SELECT m.text FROM messages m JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE c.workspace_id = $1 AND c.external_id = $2 AND m.direction = 'out' ORDER BY m.seq`,
    [world.workspaceId, who],
  );
  return rows.map(({ text }) => text);
}

async function states(): Promise<{ state: string; error: string | null }[]> {
  const { rows } = await db.pool.query<{ state: string; error: string | null }>(
    "SELECT state, error FROM inbox_events WHERE workspace_id = $1 ORDER BY inbox_events.id",
    [world.workspaceId],
  );
  return rows;
}

async function publishNext(definition: FlowInput): Promise<void> {
  const id = newId();
  await db.prisma.flowVersion.create({
    data: {
      workspaceId: world.workspaceId,
      id,
      flowId: flow.flowId,
      number: 2,
      definition: JSON.parse(JSON.stringify(definition)),
    },
  });
  await db.pool.query("UPDATE flows SET published_version_id = $2 WHERE id = $1", [flow.flowId, id]);
  await db.pool.query("UPDATE workspaces SET trigger_revision = trigger_revision + 1 WHERE id = $1", [
    world.workspaceId,
  ]);
}

describe("a flow that changes while a conversation waits in it", () => {
  it("is left as it was for who is in it, and is new for who comes", async () => {
    await say("34600000001", "hola");
    await publishNext({ ...ask("Bienvenida {{ name }}"), nodes: ask("Bienvenida {{ name }}").nodes });
    await say("34600000002", "hola");
    await say("34600000001", "Luz");
    await say("34600000002", "Sol");
    expect(await chat("34600000001")).toEqual(["¿Nombre?", "Hola Luz"]);
    expect(await chat("34600000002")).toEqual(["¿Nombre?", "Bienvenida Sol"]);
  });

  it("goes on in the old version where the new one has no such node any more", async () => {
    await say("34600000001", "hola");
    await publishNext({
      format: "hilo.flow/1",
      name: "Ask",
      triggers: [{ type: "keyword", keyword: "hola", mode: "exact" }],
      nodes: [{ id: "other", type: "text", data: { text: "Otra" } }],
      edges: [{ id: "e", source: "start", target: "other" }],
    });
    await say("34600000001", "Luz");
    expect(await chat("34600000001")).toEqual(["¿Nombre?", "Hola Luz"]);
  });
});

describe("what is broken in the database", () => {
  it.each([
    ["a version that is gone", "DELETE FROM flow_versions WHERE id = $1"],
    [
      "a version that is no flow",
      `UPDATE flow_versions SET definition = '{"format":"nonsense"}' WHERE id = $1`,
    ],
    [
      "a version of a later format",
      `UPDATE flow_versions SET definition = '{"format":"hilo.flow/999","name":"x","nodes":[]}' WHERE id = $1`,
    ],
  ])("%s sets the message aside with the reason, and the next ones are heard", async (_, spoil) => {
    await say("34600000001", "hola");
    await db.pool.query(spoil, [flow.versionId]);
    flows = new PublishedFlows();
    await say("34600000001", "Luz");
    expect(await states()).toEqual([
      { state: "done", error: null },
      { state: "quarantined", error: expect.stringContaining("does not exist") },
    ]);
    // Other people's flows go on.
    await world.publish({
      ...ask("Adiós"),
      name: "Other",
      triggers: [{ type: "keyword", keyword: "otra", mode: "exact" }],
    });
    await say("34600000002", "otra");
    expect(await chat("34600000002")).toEqual(["¿Nombre?"]);
  });
});

describe("texts of every length", () => {
  it.each([0, 1, 4_096, 65_536])(
    "%i characters of a customer are kept whole and answered within the channel's limits",
    async (length) => {
      await publishNext({
        format: "hilo.flow/1",
        name: "Echo",
        triggers: [{ type: "catch-all" }],
        nodes: [
          { id: "say", type: "text", data: { text: "Has dicho: {{ message.text | truncate: 9000 }}" } },
        ],
        edges: [{ id: "e", source: "start", target: "say" }],
      });
      const text = "á".repeat(length);
      await say("34600000001", text);
      const { rows } = await db.pool.query<{ text: string }>(
        "SELECT content ->> 'text' AS text FROM messages WHERE workspace_id = $1 AND direction = 'in'",
        [world.workspaceId],
      );
      expect(rows).toEqual([{ text }]);
      expect((await states()).map(({ state }) => state)).toEqual(["done"]);
      const { rows: out } = await db.pool.query<{ n: number }>(
        "SELECT length(content ->> 'text') AS n FROM messages WHERE workspace_id = $1 AND direction = 'out' ORDER BY seq",
        [world.workspaceId],
      );
      expect(out.length).toBeGreaterThan(0);
      for (const { n } of out) expect(n).toBeLessThanOrEqual(4_096);
    },
  );
});

describe("clocks that jump", () => {
  it("an hour forth on the machine fires nothing early, and an hour back nothing twice", async () => {
    // The machine's clock and the runtime's go together: only the database knows that no time has passed.
    await say("34600000001", "hola");
    const real = Date.now;
    const fireAtJump = async (ms: number) => {
      Date.now = () => real() + ms;
      try {
        return await fireDueTimers({ ...runtime, now: () => new Date(real() + ms) });
      } finally {
        Date.now = real;
      }
    };
    expect(await fireAtJump(3_600_000)).toBe(0);
    runtime.setNow(new Date(real() + 11 * 60_000));
    expect(await fireDueTimers(runtime)).toBe(1);
    expect(await fireAtJump(-3_600_000)).toBe(0);
    expect(await fireDueTimers(runtime)).toBe(0);
  });

  it("a time after 2038 is a time like any other", async () => {
    runtime.setNow(new Date("2040-02-29T23:55:00Z"));
    await say("34600000001", "hola");
    runtime.setNow(new Date("2040-03-01T00:04:00Z"));
    expect(await fireDueTimers(runtime)).toBe(0);
    runtime.setNow(new Date("2040-03-01T00:06:00Z"));
    expect(await fireDueTimers(runtime)).toBe(1);
  });
});
