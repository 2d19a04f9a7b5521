/** Reports: how much was said, how fast people answered, what came of flows, and what nobody understood. */
import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "../../server/src/db/ids.ts";
import { GREETING, useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
const NOW = Date.now();
const ago = (days: number, minutes = 0) => new Date(NOW - days * 86_400_000 + minutes * 60_000);
let key = "";
let workspaceId = "";
const shop = newId();
const simulator = newId();
const flowId = newId();

interface Said {
  author: "customer" | "bot" | "agent" | "echo";
  at: Date;
  text: string;
  status?: string;
  sessionId?: string | null;
}

/** One person's conversation as it is stored. */
async function conversation(channelId: string, said: Said[]): Promise<{ id: string; contactId: string }> {
  const { prisma } = app.app.runtime;
  const [id, contactId] = [newId(), newId()];
  await prisma.contact.create({ data: { workspaceId, id: contactId, name: "Ana" } });
  await prisma.conversation.create({
    data: { workspaceId, id, channelId, contactId, externalId: id, shard: 1 },
  });
  for (const { author, at, text, status, sessionId = null } of said) {
    const direction = author === "customer" ? "in" : "out";
    await prisma.message.create({
      data: {
        workspaceId,
        id: newId(),
        conversationId: id,
        channelId,
        contactId,
        direction,
        author,
        content: { type: "text", text },
        text,
        status: status ?? (direction === "in" ? "Received" : "Read"),
        sessionId,
        createdAt: at,
      },
    });
  }
  return { id, contactId };
}

async function session(
  { id: conversationId, contactId }: { id: string; contactId: string },
  status: string,
  startedAt: Date,
  endReason: string | null = null,
): Promise<string> {
  const id = newId();
  await app.app.runtime.prisma.session.create({
    data: {
      workspaceId,
      id,
      conversationId,
      contactId,
      channelId: shop,
      flowId,
      flowVersionId: flowId,
      status,
      endReason,
      state: {},
      startedAt,
    },
  });
  return id;
}

beforeAll(async () => {
  key = await app.keyFor("viewer");
  workspaceId = await app.workspaceId();
  const { prisma } = app.app.runtime;
  await prisma.workspace.update({ where: { id: workspaceId }, data: { timeZone: "UTC" } });
  for (const [id, platform] of [
    [shop, "whatsapp"],
    [simulator, "simulator"],
  ] as const)
    await prisma.channel.create({ data: { workspaceId, id, platform, name: platform, platformId: id } });
  await prisma.flow.create({ data: { workspaceId, id: flowId, name: "Pedidos", draft: {} } });

  await conversation(shop, [
    { author: "customer", at: ago(2), text: "¿Hay envío a Cali?" },
    { author: "agent", at: ago(2, 2), text: "Sí" },
    { author: "customer", at: ago(2, 3), text: "gracias" },
    { author: "echo", at: ago(2, 13), text: "De nada" },
  ]);
  const ordered = await conversation(shop, [
    { author: "customer", at: ago(1), text: "pedido" },
    { author: "bot", at: ago(1, 1), text: "¿Cuál?", status: "Failed", sessionId: flowId },
    { author: "customer", at: ago(1, 5), text: "el azul", sessionId: flowId },
  ]);
  await session(ordered, "Completed", ago(1));
  const silent = await conversation(shop, [
    { author: "customer", at: ago(3), text: "Cuanto vale" },
    { author: "customer", at: ago(3, 1), text: "CUÁNTO vale" },
    { author: "customer", at: ago(3, 9), text: "pedido" },
    { author: "bot", at: ago(3, 10), text: "¿Cuál?", sessionId: flowId },
  ]);
  await session(silent, "Completed", ago(3, 9), "expired");
  await session(silent, "Errored", ago(4));
  await conversation(simulator, [{ author: "customer", at: ago(1), text: "probando" }]);
  await conversation(shop, [{ author: "customer", at: ago(40), text: "hace mucho" }]);
});

const get = async (path: string) => (await app.call("GET", path, { key })).json;

describe("the overview", () => {
  it("counts by day and in all, without simulated people, beside the time before", async () => {
    const { days, total, before } = await get("/analytics/overview?days=30");
    expect(total).toEqual({ received: 7, byBot: 2, byPeople: 2, failed: 1, people: 3 });
    expect(before).toMatchObject({ received: 1, people: 1 });
    expect(days.map(({ day, received }: { day: string; received: number }) => [day, received])).toEqual(
      [
        ...new Map(
          [ago(3), ago(3, 1), ago(3, 9), ago(2), ago(2, 3), ago(1), ago(1, 5)].map((at) => [
            at.toISOString().slice(0, 10),
            0,
          ]),
        ).keys(),
      ].map((day) => [
        day,
        [ago(3), ago(3, 1), ago(3, 9), ago(2), ago(2, 3), ago(1), ago(1, 5)].filter(
          (at) => at.toISOString().slice(0, 10) === day,
        ).length,
      ]),
    );
  });

  it("tells of a simulator when it is asked for it", async () => {
    expect((await get(`/analytics/overview?channelId=${simulator}`)).total).toMatchObject({ received: 1 });
  });

  it("times people's answers from the customer's last message", async () => {
    const { answers } = await get("/analytics/overview");
    expect(answers.count).toBe(2);
    expect(answers.median).toBeCloseTo((120 + 600) / 2, 1);
    expect(answers.slow).toBeCloseTo(120 + 0.9 * 480, 1);
  });

  it("says what came of each flow's runs", async () => {
    expect((await get("/analytics/overview")).flows).toEqual([
      { flowId, name: "Pedidos", started: 3, completed: 1, errored: 1, expired: 1, live: 0 },
    ]);
  });

  it("tells another workspace nothing", async () => {
    const { key: theirs } = await app.stranger();
    const { json } = await app.call("GET", `/analytics/overview?channelId=${shop}`, { key: theirs });
    expect(json).toMatchObject({
      days: [],
      total: { received: 0 },
      flows: [],
      answers: { count: 0, median: null },
    });
  });
});

describe("what nobody understood", () => {
  it("is what no flow took and nobody answered, the same words together", async () => {
    const { count, more, items } = await get("/analytics/unmatched");
    expect({ count, more }).toEqual({ count: 2, more: false });
    expect(items).toMatchObject([{ text: "CUÁNTO vale", count: 2, flowName: null }]);
  });

  it("is so for messages as they come, too: what begins a flow is understood", async () => {
    const owner = await app.keyFor("owner");
    const post = async (path: string, body: object) =>
      (await app.call("POST", path, { key: owner, body })).json;
    const { id } = await post("/flows", { name: "hola", definition: GREETING });
    await post(`/flows/${id}/publish`, {});
    const rest = { ...GREETING, name: "Rest", triggers: [{ type: "catch-all" }] };
    const catching = await post("/flows", { name: "Rest", definition: rest });
    await post(`/flows/${catching.id}/publish`, {});
    const phone = "573019990000";
    const { conversationId } = await post("/simulator/phone", { phone });
    for (const text of ["y esto?", "Ana", "hola", "Luz"]) {
      await post("/simulator/messages", { phone, message: { type: "text", text } });
      await until(async () => {
        const { items } = await get(`/conversations/${conversationId}/messages`);
        return (
          items.filter(({ direction }: { direction: string }) => direction === "in").at(0)?.content.text ===
          text
        );
      }, `${text} is there`);
    }
    const { channel } = await get(`/conversations/${conversationId}`);
    expect((await get(`/analytics/unmatched?channelId=${channel.id}`)).items).toMatchObject([
      { text: "y esto?", count: 1, flowName: "Rest", conversationId },
    ]);
  });

  it("shows how much of it a keyword would have taken, and changes nothing", async () => {
    const ask = async (keyword: string, mode?: string) =>
      (await app.call("POST", "/analytics/what-if", { key, body: { keyword, ...(mode ? { mode } : {}) } }))
        .json;
    expect(await ask("cuanto")).toEqual({ taken: 2, of: 2, people: 1, examples: ["Cuanto vale"] });
    expect(await ask("cuant")).toMatchObject({ taken: 0, of: 2, people: 0 });
    expect(await ask("^cu.nto", "regex")).toMatchObject({ taken: 2 });
    const broken = await app.call("POST", "/analytics/what-if", {
      key,
      body: { keyword: "(", mode: "regex" },
    });
    expect([broken.status, broken.json.error.message]).toEqual([
      400,
      "This is no pattern that can be read (RE2 syntax).",
    ]);
    expect((await get("/analytics/unmatched")).count).toBe(2);
  });
});
