/** What flows do besides talking: notes, events, experiments, consent, assignment, signs, reports of sends. */
import { makeFlow } from "@hilo/flow-engine/testing";
import { beforeEach, describe, expect, it } from "vitest";
import { drainShard } from "../../server/src/conversations/drain.ts";
import { newId } from "../../server/src/db/ids.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { StatusApplier } from "../../server/src/outbox/apply-statuses.ts";
import { saveResults } from "../../server/src/outbox/save-results.ts";
import { useTestDatabase } from "../support/database.ts";
import { type TestRuntime, testRuntime } from "../support/test-runtime.ts";
import { createWorld, type World } from "../support/world.ts";

const db = useTestDatabase();
let runtime: TestRuntime;
let flows: PublishedFlows;
let world: World;

beforeEach(async () => {
  runtime = testRuntime(db);
  flows = new PublishedFlows();
  world = await createWorld(db);
});

type Sketch = Parameters<typeof makeFlow>[0];
const go = { type: "keyword", keyword: "go", mode: "word" } as const;

const publish = (nodes: Sketch["nodes"], edges: Sketch["edges"]) =>
  world.publish(makeFlow({ triggers: [go], nodes, edges }));

async function says(text: string, from = "34600000001"): Promise<void> {
  await drainShard(runtime, flows, await world.customer(from, text));
}

async function drainWoken(): Promise<void> {
  for (const [name, key] of runtime.woken.splice(0))
    if (name === "drain") await drainShard(runtime, flows, Number(key));
}

const rows = async (sql: string) =>
  (await db.pool.query<Record<string, unknown>>(sql, [world.workspaceId])).rows;

async function member(name: string, role = "agent"): Promise<string> {
  const id = newId();
  await db.prisma.user.create({ data: { id, name, email: `${name}-${id}@example.org` } });
  await db.prisma.member.create({ data: { workspaceId: world.workspaceId, userId: id, role } });
  return id;
}

describe("a flow", () => {
  it("writes notes, counts events, enters experiments and notes consent, all with the step", async () => {
    await publish(
      {
        n: ["note", { text: "Asked about {{ message.text }}" }],
        t: ["track", { event: "lead", value: "12.5", properties: [{ name: "from", value: "ad" }] }],
        s: [
          "split",
          {
            experiment: "hello",
            variants: [
              { id: "variant-0", weight: 1 },
              { id: "variant-1", weight: 0 },
            ],
          },
        ],
        i: ["opt-in", { topic: "offers" }],
        o: ["opt-out", { topic: "news" }],
      },
      ["start > n", "n > t", "t > s", "s:variant-0 > i", "i > o"],
    );
    await says("go");
    expect(await rows("SELECT text FROM notes WHERE workspace_id = $1")).toEqual([
      { text: "Asked about go" },
    ]);
    expect(await rows("SELECT event, value, properties FROM tracked_events WHERE workspace_id = $1")).toEqual(
      [{ event: "lead", value: 12.5, properties: { from: "ad" } }],
    );
    expect(await rows("SELECT experiment, variant FROM experiment_entries WHERE workspace_id = $1")).toEqual([
      { experiment: "hello", variant: "variant-0" },
    ]);
    expect(
      await rows("SELECT topic, state FROM contact_topics WHERE workspace_id = $1 ORDER BY topic"),
    ).toEqual([
      { topic: "news", state: "out" },
      { topic: "offers", state: "in" },
    ]);
  });

  it("keeps the first place in an experiment, and the last word on a topic", async () => {
    await publish({ i: ["opt-in", { topic: "offers" }], o: ["opt-out", { topic: "offers" }] }, [
      "start > i",
      "i > o",
    ]);
    await says("go");
    await says("go");
    expect(await rows("SELECT topic, state FROM contact_topics WHERE workspace_id = $1")).toEqual([
      { topic: "offers", state: "out" },
    ]);
  });

  it("hands conversations to the people of a team in turn, with its note", async () => {
    const [ana, bea, other] = [await member("ana"), await member("bea"), await member("other")];
    const teamId = newId();
    await db.prisma.team.create({ data: { workspaceId: world.workspaceId, id: teamId, name: "Sales" } });
    await db.prisma.teamMember.createMany({
      data: [ana, bea].map((userId) => ({ workspaceId: world.workspaceId, teamId, userId })),
    });
    await publish(
      {
        h: [
          "handoff",
          {
            text: "One moment",
            note: "Wants a quote",
            assign: { kind: "rule", rule: "round-robin", team: "sales" },
          },
        ],
      },
      ["start > h"],
    );
    await says("go", "34600000001");
    await says("go", "34600000002");
    await says("go", "34600000003");
    const given = await rows(
      "SELECT assignee_id, team_id, mode FROM conversations WHERE workspace_id = $1 ORDER BY external_id",
    );
    const [first, second] = [ana, bea].sort();
    expect(given).toEqual(
      [first, second, first].map((assignee_id) => ({ assignee_id, team_id: teamId, mode: "Human" })),
    );
    expect(given).not.toContainEqual(expect.objectContaining({ assignee_id: other }));
    expect(await rows("SELECT DISTINCT text FROM notes WHERE workspace_id = $1")).toEqual([
      { text: "Wants a quote" },
    ]);
  });

  it("says in a note when there is nobody to assign to, and goes on", async () => {
    await member("ana", "viewer");
    await publish(
      { a: ["assign", { to: { kind: "rule", rule: "least-busy" } }], t: ["text", { text: "On we go" }] },
      ["start > a", "a > t"],
    );
    await says("go");
    expect(await rows("SELECT text FROM notes WHERE workspace_id = $1")).toEqual([
      { text: "The flow could not assign this conversation: nobody here answers customers." },
    ]);
    expect(await rows("SELECT text FROM messages WHERE workspace_id = $1 AND direction = 'out'")).toEqual([
      { text: "On we go" },
    ]);
  });

  it("shows that it writes, and marks as read, about the customer's latest message", async () => {
    await publish({ m: ["mark-read"], w: ["typing", { seconds: 2 }] }, ["start > m", "m > w"]);
    await says("go");
    expect(runtime.signalled).toEqual([
      {
        kind: "read",
        messageId: expect.stringMatching(/^wamid/),
        channelId: world.channelId,
        externalId: "34600000001",
      },
      {
        kind: "typing",
        messageId: expect.stringMatching(/^wamid/),
        channelId: world.channelId,
        externalId: "34600000001",
      },
    ]);
  });
});

describe("a flow that waits to know of its message", () => {
  const failing = () =>
    publish(
      {
        t: ["text", { text: "x".repeat(5_000) }],
        ok: ["text", { text: "ok" }],
        ko: ["text", { text: "ko {{ error_code }}" }],
      },
      ["start > t", "t > ok", "t:failed > ko"],
    );
  /** The outgoing messages, in order. */
  const outgoing = () =>
    rows(
      "SELECT id, text, report, attempts FROM messages WHERE workspace_id = $1 AND direction = 'out' ORDER BY seq",
    );

  async function settle(
    message: Record<string, unknown> | undefined,
    status: "Sent" | "Failed",
  ): Promise<void> {
    const id = String(message?.id);
    await db.pool.query("UPDATE messages SET status = 'Sending', attempts = 1 WHERE id = $1", [id]);
    const error = status === "Failed" ? { code: "131026", message: "not on WhatsApp" } : null;
    await saveResults(
      runtime,
      new StatusApplier(runtime),
      [
        {
          workspaceId: world.workspaceId,
          id,
          attempt: 1,
          status,
          platformMessageId: status === "Sent" ? `wamid.${id}` : null,
          error,
          waitMs: null,
          uncounted: false,
          follow: false,
        },
      ],
      [],
      null,
    );
    await drainWoken();
  }

  it("goes on when the last part of it was accepted", async () => {
    await failing();
    await says("go");
    const [first, second] = await outgoing();
    expect([first?.report, second?.report]).toEqual([1, 2]);
    await settle(first, "Sent");
    expect(await outgoing()).toHaveLength(2);
    await settle(second, "Sent");
    expect((await outgoing()).at(-1)?.text).toBe("ok");
  });

  it("leaves by the other way when a part was refused, once", async () => {
    await failing();
    await says("go");
    const [first, second] = await outgoing();
    await settle(first, "Failed");
    await settle(second, "Sent");
    expect((await outgoing()).map(({ text }) => String(text).slice(0, 9))).toEqual([
      "xxxxxxxxx",
      "xxxxxxxxx",
      "ko 131026",
    ]);
  });

  it("hears of a refusal that the platform tells later", async () => {
    await publish(
      {
        b: ["buttons", { text: "?", options: [{ id: "opt-0", title: "A" }] }],
        ko: ["text", { text: "ko {{ error_code }}" }],
      },
      ["start > b", "b:failed > ko"],
    );
    await says("go");
    const [message] = await outgoing();
    await settle(message, "Sent");
    const statuses = new StatusApplier(runtime);
    const platformMessageId = `wamid.${String(message?.id)}`;
    await db.prisma.deliveryStatus.create({
      data: {
        workspaceId: world.workspaceId,
        channelId: world.channelId,
        platformMessageId,
        status: "failed",
        at: runtime.now(),
        error: { code: "131047", message: "the window is closed" },
      },
    });
    statuses.enqueue([{ workspaceId: world.workspaceId, channelId: world.channelId, platformMessageId }]);
    await statuses.idle();
    await drainWoken();
    expect((await outgoing()).at(-1)?.text).toBe("ko 131047");
  });
});

it("logs each step of a message that steps a session twice", async () => {
  await world.publish(
    makeFlow({
      name: "Long",
      triggers: [go],
      nodes: { a: ["ask", { text: "A?", saveAs: "a" }], z: ["text", { text: "{{ a }}" }] },
      edges: ["start > a", "a > z"],
    }),
  );
  await world.publish(
    makeFlow({
      name: "Short",
      triggers: [{ type: "keyword", keyword: "help", mode: "word", interrupts: "suspend" }],
      nodes: { h: ["text", { text: "Help" }] },
      edges: ["start > h"],
    }),
  );
  await says("go");
  await says("help");
  await says("done");
  const parts = await rows("SELECT part FROM session_events WHERE workspace_id = $1 ORDER BY seq");
  expect(parts.length).toBeGreaterThanOrEqual(3);
  expect(
    await rows("SELECT text FROM messages WHERE workspace_id = $1 AND text = 'done' AND direction = 'out'"),
  ).toHaveLength(1);
});
