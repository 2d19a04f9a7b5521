// What people and programs do to contacts starts the flows that listen for it, once, and troubles nobody otherwise.
import type { FlowInput } from "@hilo/flow-engine";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "../../server/src/db/ids.ts";
import { useApp } from "../support/app.ts";
import { addPeople, type Person } from "../support/audience.ts";
import { until } from "../support/server-process.ts";
import { createWorld, type World } from "../support/world.ts";

const app = useApp();
let world: World;
let key = "";
const db = () => app.app.runtime;

beforeEach(async () => {
  world = await createWorld(db());
  key = await app.keyFor("editor", world.workspaceId);
});

async function listen(...triggers: Record<string, unknown>[]): Promise<string> {
  const definition: FlowInput = {
    format: "hilo.flow/1",
    name: "Listener",
    triggers: triggers as FlowInput["triggers"],
    nodes: [{ id: "ask", type: "ask", data: { text: "{{ trigger.event | json }}", saveAs: "x" } }],
    edges: [{ id: "e0", source: "start", target: "ask" }],
  };
  const { json } = await app.call("POST", "/flows", { key, body: { name: "Listener", definition } });
  const published = await app.call("POST", `/flows/${json.id}/publish`, { key, body: {} });
  expect(published.status).toBe(200);
  return json.id;
}
async function person(about: Person = {}): Promise<string> {
  const [id = ""] = await addPeople(db(), world, [about]);
  return id;
}
const patch = (id: string, body: Record<string, unknown>) =>
  app.call("PATCH", `/contacts/${id}`, { key, body });
const report = (body: Record<string, unknown>) => app.call("POST", "/events", { key, body });

/** Payloads of the event rows, by their order. */
async function stored(): Promise<Record<string, unknown>[]> {
  const { rows } = await db().pool.query(
    "SELECT payload FROM inbox_events WHERE workspace_id = $1 AND kind = 'event' ORDER BY id",
    [world.workspaceId],
  );
  return rows.map(({ payload }) => payload.event);
}
const said = async () => {
  const messages = await db().prisma.message.findMany({
    where: { workspaceId: world.workspaceId, direction: "out" },
  });
  return messages.map(({ text }) => JSON.parse(text ?? "null"));
};

describe("a change of a contact", () => {
  it("by the API starts the flow for a new tag, and not for one that was there", async () => {
    await listen({ type: "tag-added", tag: "vip" });
    const id = await person({ tags: ["old"] });
    await patch(id, { tags: ["old", "vip", "new"] });
    await until(async () => (await said()).length === 1, "the flow spoke");
    expect(await said()).toEqual([{ type: "tag-added", tag: "vip" }]);
    await patch(id, { tags: ["vip"] });
    await patch(id, { tags: ["vip"], name: "Ana" });
    expect(await stored()).toHaveLength(1);
  });

  it("starts the flow for a field, of the profile or of its own, only when its value changes", async () => {
    await listen({ type: "field-changed", field: "plan" }, { type: "field-changed", field: "language" });
    const id = await person({ fields: { plan: { name: "oro", since: 2020 }, city: "Cali" } });
    await patch(id, { fields: { plan: { since: 2020, name: "oro" }, city: "Lima" } });
    expect(await stored()).toEqual([]);
    await patch(id, { fields: { plan: "plata" } });
    await patch(id, { fields: { plan: null } });
    await patch(id, { language: "pt" });
    expect(await stored()).toEqual([
      { type: "field-changed", field: "plan", before: { name: "oro", since: 2020 }, after: "plata" },
      { type: "field-changed", field: "plan", before: "plata", after: null },
      { type: "field-changed", field: "language", before: null, after: "pt" },
    ]);
  });

  it("stores nothing when no published flow listens, or none for that value", async () => {
    const id = await person();
    await patch(id, { tags: ["vip"], fields: { plan: "oro" } });
    const flowId = await listen(
      { type: "tag-added", tag: "gold" },
      { type: "field-changed", field: "plan", to: "oro" },
    );
    await patch(id, { tags: ["vip", "silver"], fields: { plan: "plata" } });
    expect(await stored()).toEqual([]);
    await patch(id, { fields: { plan: "ORO" } });
    expect(await stored()).toHaveLength(1);
    await app.call("POST", `/flows/${flowId}/unpublish`, { key, body: {} });
    await patch(id, { tags: ["gold"] });
    expect(await stored()).toHaveLength(1);
  });

  it("goes to the conversation that moved last, or to one on a channel of the trigger's", async () => {
    const instagram = newId();
    await db().prisma.channel.create({
      data: {
        workspaceId: world.workspaceId,
        id: instagram,
        platform: "instagram",
        name: "IG",
        platformId: instagram,
      },
    });
    const on = [
      { channelId: world.channelId, lastMessageAt: "2026-11-01T00:00:00Z" },
      { channelId: instagram, lastMessageAt: "2026-11-02T00:00:00Z" },
    ];
    await listen(
      { type: "tag-added", tag: "any" },
      { type: "tag-added", tag: "whatsapp", conditions: { platforms: ["whatsapp"] } },
    );
    const id = await person({ on });
    await patch(await person({ on: [] }), { tags: ["any"] });
    await patch(id, { tags: ["any"] });
    await patch(id, { tags: ["any", "whatsapp"] });
    const { rows } = await db().pool.query(
      "SELECT e.channel_id FROM inbox_events e WHERE e.workspace_id = $1 AND kind = 'event' ORDER BY e.id",
      [world.workspaceId],
    );
    expect(rows.map((row) => row.channel_id)).toEqual([instagram, world.channelId]);
  });
});

describe("a reported event", () => {
  it("starts the flow that listens for its name, with its data", async () => {
    await listen({ type: "event", name: "Order paid" });
    const id = await person();
    const answer = await report({ name: "ORDER PÁID", data: { total: 12 }, contact: { id } });
    expect([answer.status, answer.json]).toEqual([202, { accepted: 1 }]);
    await until(async () => (await said()).length === 1, "the flow spoke");
    expect(await said()).toEqual([{ type: "event", name: "ORDER PÁID", data: { total: 12 } }]);
  });

  it("finds the contact by id, by a number however written, or by a conversation", async () => {
    await listen({ type: "event", name: "paid" });
    const id = await person();
    const loser = await person({ mergedInto: id });
    await db().prisma.contact.updateMany({ where: { id }, data: { phone: "+573001234567" } });
    const { id: conversationId } = await db().prisma.conversation.findFirstOrThrow({
      where: { contactId: id },
    });
    for (const contact of [
      { id },
      { id: loser },
      { phone: "+573001234567" },
      { phone: "57 (300) 123-4567" },
      { conversationId },
    ])
      expect((await report({ name: "paid", contact })).json).toEqual({ accepted: 1 });
    const { rows } = await db().pool.query(
      "SELECT DISTINCT conversation_id FROM inbox_events WHERE workspace_id = $1 AND kind = 'event'",
      [world.workspaceId],
    );
    expect(rows).toEqual([{ conversation_id: conversationId }]);
  });

  it("is stored once for its key, however often and at once it is reported", async () => {
    await listen({ type: "event", name: "paid" });
    const [id, other] = [await person(), await person()];
    const body = { name: "paid", contact: { id }, idempotencyKey: "order-17" };
    const answers = await Promise.all(Array.from({ length: 8 }, () => report(body)));
    expect(answers.map(({ json }) => json.accepted)).toEqual(Array.from({ length: 8 }, () => 1));
    await report({ ...body, contact: { id: other } });
    expect(await stored()).toHaveLength(1);
    await report({ ...body, idempotencyKey: "order-18" });
    expect(await stored()).toHaveLength(2);
    const stranger = await app.stranger();
    const theirs = await app.call("POST", "/events", { key: stranger.key, body });
    expect(theirs.status).toBe(404);
  });

  it("is accepted by nobody when no flow listens, or the contact never wrote", async () => {
    const id = await person();
    expect((await report({ name: "paid", contact: { id } })).json).toEqual({ accepted: 0 });
    await listen({ type: "event", name: "paid" });
    const silent = await person({ on: [] });
    expect((await report({ name: "paid", contact: { id: silent } })).json).toEqual({ accepted: 0 });
    expect(await stored()).toEqual([]);
  });

  it("is refused for who is not there, for wrong words, and for who may not", async () => {
    await listen({ type: "event", name: "paid" });
    for (const contact of [{ id: newId() }, { phone: "+111222333" }, { conversationId: newId() }]) {
      const answer = await report({ name: "paid", contact });
      expect([answer.status, answer.json.error.code]).toEqual([404, "not-found"]);
    }
    for (const body of [
      { name: "", contact: { id: newId() } },
      { name: "paid" },
      { name: "paid", contact: {} },
      { name: "paid", contact: { phone: "call me" } },
      { name: "paid", contact: { id: newId(), phone: "+111222333" } },
      { name: "paid", contact: { id: newId() }, data: { text: "x".repeat(9_000) } },
    ])
      expect((await report(body)).status).toBe(400);
    const agent = await app.keyFor("agent", world.workspaceId);
    const refused = await app.call("POST", "/events", {
      key: agent,
      body: { name: "paid", contact: { id: await person() } },
    });
    expect(refused.status).toBe(403);
  });

  it("waits for nobody: a session that asks something is not disturbed, unless the trigger interrupts", async () => {
    await listen({ type: "event", name: "paid" });
    const id = await person();
    await report({ name: "paid", contact: { id } });
    await until(async () => (await said()).length === 1, "the first flow asked");
    await report({ name: "paid", contact: { id } });
    await until(async () => {
      const { rows } = await db().pool.query(
        "SELECT state FROM inbox_events WHERE workspace_id = $1 AND kind = 'event' ORDER BY id",
        [world.workspaceId],
      );
      return rows.map(({ state }) => state).join() === "done,ignored";
    }, "the second was let go");
    expect(await said()).toHaveLength(1);
  });
});
