/** The drain on a real database: rows in, sessions, messages, timers and tasks out, each exactly once and in order. */
import type { FlowInput } from "@hilo/flow-engine";
import { beforeEach, describe, expect, it } from "vitest";
import { handBack, takeOver } from "../../server/src/conversations/agent-actions.ts";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { shardOf } from "../../server/src/db/ids.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { fireDueTimers } from "../../server/src/timers/fire-due.ts";
import { useTestDatabase } from "../support/database.ts";
import { NOON, type TestRuntime, testRuntime } from "../support/test-runtime.ts";
import { createWorld, type World } from "../support/world.ts";

const db = useTestDatabase();

const WELCOME: FlowInput = {
  format: "hilo.flow/1",
  name: "Welcome",
  language: "es",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: [
    {
      id: "menu",
      type: "buttons",
      data: {
        text: "¿Qué deseas?",
        saveAs: "tema",
        options: [
          { id: "opt-0", title: "Ventas" },
          { id: "opt-1", title: "Persona" },
        ],
      },
    },
    {
      id: "name",
      type: "ask",
      data: { text: "¿Tu nombre?", kind: "text", saveAs: "nombre", contactField: "name", timeoutMinutes: 10 },
    },
    { id: "late", type: "text", data: { text: "¿Sigues ahí?" } },
    { id: "tag", type: "tag", data: { add: ["lead", "ventas"], remove: ["nuevo"] } },
    { id: "bye", type: "text", data: { text: "Gracias {{ nombre }}" } },
    { id: "human", type: "handoff", data: { text: "Te paso con alguien" } },
    { id: "back", type: "text", data: { text: "Soy el bot otra vez" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "menu" },
    { id: "e1", source: "menu", sourceHandle: "opt-0", target: "name" },
    { id: "e2", source: "menu", sourceHandle: "opt-1", target: "human" },
    { id: "e3", source: "name", target: "tag" },
    { id: "e4", source: "name", sourceHandle: "timeout", target: "late" },
    { id: "e5", source: "tag", target: "bye" },
    { id: "e6", source: "human", target: "back" },
  ],
};

let runtime: TestRuntime;
let flows: PublishedFlows;
let world: World;

beforeEach(async () => {
  runtime = testRuntime(db);
  flows = new PublishedFlows();
  world = await createWorld(db);
  await world.publish(WELCOME);
});

async function say(
  who: string,
  content: Parameters<World["customer"]>[1],
  options?: Parameters<World["customer"]>[2],
): Promise<void> {
  await drainShard(runtime, flows, await world.customer(who, content, options));
}

/** What was said in a conversation, both ways, in order. */
async function chat(who: string): Promise<string[]> {
  const { rows } = await db.pool.query<{ line: string }>(
    `SELECT (CASE m.direction WHEN 'in' THEN '> ' ELSE '' END) || m.text AS line FROM messages m
       JOIN conversations c ON c.workspace_id = m.workspace_id AND c.id = m.conversation_id
      WHERE c.workspace_id = $1 AND c.external_id = $2 ORDER BY m.seq`,
    [world.workspaceId, who],
  );
  return rows.map((row) => row.line);
}

async function sessions(): Promise<
  { status: string; version: number; endReason: string | null; nodeId: string | null }[]
> {
  const { rows } = await db.pool.query(
    `SELECT status, version, end_reason AS "endReason", node_id AS "nodeId" FROM sessions WHERE workspace_id = $1 ORDER BY started_at, id`,
    [world.workspaceId],
  );
  return rows;
}

async function rowStates(): Promise<Record<string, number>> {
  const { rows } = await db.pool.query<{ state: string; n: number }>(
    "SELECT state, count(*)::int AS n FROM inbox_events WHERE workspace_id = $1 GROUP BY state",
    [world.workspaceId],
  );
  return Object.fromEntries(rows.map((row) => [row.state, row.n]));
}

describe("a conversation", () => {
  it("goes from a keyword with accents to the end, saving answers, tags and the contact's name", async () => {
    await say("34600000001", "¡HÓLA!");
    await say("34600000001", { type: "tap", tap: { kind: "button", id: "opt-0", title: "Ventas" } });
    await say("34600000001", "Lucía");
    expect(await chat("34600000001")).toEqual([
      "> ¡HÓLA!",
      "¿Qué deseas?",
      "> Ventas",
      "¿Tu nombre?",
      "> Lucía",
      "Gracias Lucía",
    ]);
    expect(await sessions()).toEqual([
      { status: "Completed", version: 3, endReason: "finished", nodeId: "bye" },
    ]);
    const contact = await db.prisma.contact.findFirstOrThrow({
      where: { workspaceId: world.workspaceId },
      include: { tags: { include: { tag: true } } },
    });
    expect(contact.name).toBe("Lucía");
    expect(contact.tags.map(({ tag }) => tag.name).sort()).toEqual(["lead", "ventas"]);
    expect(await rowStates()).toEqual({ done: 3 });
    expect(await db.prisma.timer.count({ where: { workspaceId: world.workspaceId } })).toBe(0);
  });

  it("keeps what matches no flow, without an answer", async () => {
    await say("34600000001", "qwerty");
    expect(await chat("34600000001")).toEqual(["> qwerty"]);
    expect(await sessions()).toEqual([]);
  });

  it("starts anew after it completed", async () => {
    await say("34600000001", "hola");
    await say("34600000001", { type: "tap", tap: { kind: "button", id: "opt-0", title: "Ventas" } });
    await say("34600000001", "Lucía");
    await say("34600000001", "hola", { at: new Date(NOON.getTime() + 60_000) });
    expect((await sessions()).map((session) => session.status)).toEqual(["Completed", "Paused"]);
  });

  it("takes the timeout branch when nobody answers, once", async () => {
    await say("34600000001", "hola");
    await say("34600000001", { type: "tap", tap: { kind: "button", id: "opt-0", title: "Ventas" } });
    runtime.setNow(new Date(NOON.getTime() + 10 * 60_000));
    expect(await Promise.all([fireDueTimers(runtime), fireDueTimers(runtime)])).toContain(1);
    const shards = runtime.woken.filter(([name]) => name === "drain").map(([, key]) => Number(key));
    for (const shard of shards) await drainShard(runtime, flows, shard);
    expect((await chat("34600000001")).at(-1)).toBe("¿Sigues ahí?");
    expect(await sessions()).toMatchObject([{ status: "Completed", endReason: "finished" }]);
    expect(await fireDueTimers(runtime)).toBe(0);
  });
});

describe("order and exactness", () => {
  it("applies many conversations of one batch in their own order", async () => {
    const people = Array.from({ length: 200 }, (_, i) => `346${String(i).padStart(8, "0")}`);
    const shards = new Set<number>();
    for (const text of ["hola", "1", "Lucía"])
      for (const who of people) shards.add(await world.customer(who, text));
    await Promise.all([...shards].map((shard) => drainShard(runtime, flows, shard)));
    for (const who of people) {
      expect(await chat(who)).toEqual([
        "> hola",
        "¿Qué deseas?",
        "> 1",
        "¿Tu nombre?",
        "> Lucía",
        "Gracias Lucía",
      ]);
    }
    expect(await rowStates()).toEqual({ done: 600 });
  });

  it("gives the same message twice one step", async () => {
    const shard = await world.customer("34600000001", "hola", { id: "wamid.same" });
    await world.customer("34600000001", "hola", { id: "wamid.same" });
    await drainShard(runtime, flows, shard);
    expect(await chat("34600000001")).toEqual(["> hola", "¿Qué deseas?"]);
  });

  it("lets two workers drain one shard at once without doing anything twice", async () => {
    const shard = await world.customer("34600000001", "hola");
    await Promise.all(Array.from({ length: 8 }, () => drainShard(runtime, new PublishedFlows(), shard)));
    expect(await chat("34600000001")).toEqual(["> hola", "¿Qué deseas?"]);
    expect(await sessions()).toMatchObject([{ version: 1 }]);
  });

  it("quarantines a row it can't read and goes on with the conversation", async () => {
    await world.customer("34600000001", "hola");
    await db.pool.query(
      'UPDATE inbox_events SET payload = \'{"content":{"type":"nonsense"}}\' WHERE workspace_id = $1',
      [world.workspaceId],
    );
    await say("34600000001", "hola");
    expect(await chat("34600000001")).toEqual(["> hola", "¿Qué deseas?"]);
    expect(await rowStates()).toEqual({ done: 1, quarantined: 1 });
  });
});

describe("what can't be stored", () => {
  it("is a NUL in a customer's words no more: it is replaced, and everybody goes on", async () => {
    await say("34600000001", "hola \u0000 mundo");
    expect(await chat("34600000001")).toEqual(["> hola \uFFFD mundo", "¿Qué deseas?"]);
  });

  it("quarantines the one row, and the other conversations of its shard go on", async () => {
    const shard = await world.customer("34600000001", "hola");
    const others = Array.from({ length: 4_000 }, (_, i) => `3470000${String(i).padStart(4, "0")}`);
    const neighbours: string[] = [];
    for (const who of others) {
      if (neighbours.length === 2) break;
      if (shardOf(world.channelId, who) === shard) neighbours.push(who);
    }
    for (const who of neighbours) await world.customer(who, "hola");
    // Something no schema of ours foresees: a rule of the database that this one message breaks.
    const { rows } = await db.pool.query<{ id: string }>(
      "SELECT id::text AS id FROM inbox_events WHERE workspace_id = $1 ORDER BY inbox_events.id LIMIT 1",
      [world.workspaceId],
    );
    const poisoned = rows[0]?.id ?? "0";
    await db.pool.query(`ALTER TABLE messages ADD CONSTRAINT poisoned CHECK (inbox_event_id <> ${poisoned})`);
    try {
      await drainShard(runtime, flows, shard);
    } finally {
      await db.pool.query("ALTER TABLE messages DROP CONSTRAINT poisoned");
    }
    expect(await rowStates()).toEqual({ done: 2, quarantined: 1 });
    for (const who of neighbours) expect(await chat(who)).toEqual(["> hola", "¿Qué deseas?"]);
    await say("34600000001", "hola");
    expect(await chat("34600000001")).toEqual(["> hola", "¿Qué deseas?"]);
  });
});

describe("people", () => {
  async function conversationId(): Promise<string> {
    return (await db.prisma.conversation.findFirstOrThrow({ where: { workspaceId: world.workspaceId } })).id;
  }

  it("hands off, keeps the bot silent, and goes on by the port when handed back", async () => {
    await say("34600000001", "hola");
    await say("34600000001", { type: "tap", tap: { kind: "button", id: "opt-1", title: "Persona" } });
    await say("34600000001", "hola");
    expect((await chat("34600000001")).at(-1)).toBe("> hola");
    const back = await handBack({ runtime, flows }, world.workspaceId, await conversationId(), null);
    expect(back.mode).toBe("Bot");
    expect((await chat("34600000001")).at(-1)).toBe("Soy el bot otra vez");
  });

  it("keeps a timer back while an agent drives and fires it after", async () => {
    await say("34600000001", "hola");
    await say("34600000001", { type: "tap", tap: { kind: "button", id: "opt-0", title: "Ventas" } });
    const id = await conversationId();
    expect((await takeOver({ runtime, flows }, world.workspaceId, id, null)).mode).toBe("Human");
    runtime.setNow(new Date(NOON.getTime() + 11 * 60_000));
    await fireDueTimers(runtime);
    for (let shard = 0; shard < 64; shard++) await drainShard(runtime, flows, shard);
    expect((await chat("34600000001")).at(-1)).toBe("¿Tu nombre?");
    expect(await rowStates()).toMatchObject({ held: 1 });
    await handBack({ runtime, flows }, world.workspaceId, id, null);
    expect((await chat("34600000001")).at(-1)).toBe("¿Sigues ahí?");
    expect((await rowStates()).held).toBeUndefined();
  });
});

describe("what watchers are told", () => {
  it("publishes messages in order, the path walked and where the session stands", async () => {
    await say("34600000001", "hola");
    const events = runtime.published.map((event) => event.event);
    expect(events).toEqual(["message:new", "message:new", "session:updated"]);
    expect(runtime.changedIds).toHaveLength(1);
    const session = runtime.published.find((event) => event.event === "session:updated");
    expect(session?.payload).toMatchObject({
      status: "Paused",
      nodeId: "menu",
      path: [{ nodeId: "start", port: "next" }, { nodeId: "menu" }],
    });
    const seqs = runtime.published.map((event) => BigInt(event.seq));
    expect(seqs).toEqual([...seqs].sort((a, b) => (a < b ? -1 : 1)));
  });

  it("wakes the delivery of the channel that has something to say", async () => {
    await say("34600000001", "hola");
    expect(runtime.woken).toContainEqual(["deliver", world.channelId]);
  });
});
