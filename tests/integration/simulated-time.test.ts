/** A simulated person's clock, tries from the middle of a flow, and what the platform that is played makes of a message. */
import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
let key = "";
beforeAll(async () => {
  key = await app.keyFor("owner");
});
const get = (path: string) => app.call("GET", path, { key });
const post = (path: string, body: unknown = {}) => app.call("POST", path, { key, body });

const at = { position: { x: 0, y: 0 } };
const text = (id: string, words: string) => ({ id, type: "text", data: { text: words }, ...at });
const wait = (id: string, amount: number, unit: string) => ({
  id,
  type: "wait",
  data: { amount, unit },
  ...at,
});

async function draft(name: string, nodes: unknown[], more: object = {}) {
  const ids = ["start", ...nodes.map((node) => String(Reflect.get(Object(node), "id")))];
  const edges = ids.slice(1).map((target, n) => ({ id: `e${n}`, source: ids[n], target }));
  const definition = { format: "hilo.flow/1", name, triggers: [], nodes, edges, ...more };
  const made = await post("/flows", { name, definition });
  expect(made.status).toBe(201);
  return String(made.json.id);
}

async function person(phone: string, platform = "whatsapp") {
  const { conversationId, contactId } = (await post("/simulator/phone", { phone, platform })).json;
  const said = async (): Promise<string[]> => {
    const { items } = (await get(`/conversations/${conversationId}/messages`)).json;
    return items
      .filter((message: { direction: string }) => message.direction === "out")
      .map((message: { content: { text: string } }) => message.content.text)
      .toReversed();
  };
  return { phone, platform, conversationId, contactId, said };
}

describe("the clock", () => {
  it("goes on by a day, and what was waited for on the way came at its time", async () => {
    const flowId = await draft("Waits", [
      text("a", "first"),
      wait("w1", 2, "hours"),
      text("b", "second"),
      wait("w2", 3, "hours"),
      text("c", "{{ system.now }}"),
    ]);
    const ana = await person("573000000101");
    const bea = await person("573000000102");
    await post("/simulator/run-draft", { phone: ana.phone, flowId });
    await post("/simulator/run-draft", { phone: bea.phone, flowId });
    const before = Date.now();
    const moved = await post("/simulator/clock", { phone: ana.phone, target: { bySeconds: 86_400 } });
    expect(moved.json).toMatchObject({ passed: ["wake", "wake"] });
    expect(Math.abs(moved.json.clockAheadS - 86_400)).toBeLessThan(10);
    const [, , third] = await ana.said();
    expect(await ana.said()).toEqual(["first", "second", third]);
    const hours = (Date.parse(third ?? "") - before) / 3_600_000;
    expect(hours).toBeGreaterThan(4.99);
    expect(hours).toBeLessThan(5.1);
    // Nobody else's time has passed.
    expect(await bea.said()).toEqual(["first"]);
  });

  it("goes on to the next wait, and begins anew with the chat", async () => {
    const flowId = await draft("Waits once", [text("a", "first"), wait("w", 2, "days"), text("b", "second")]);
    const { phone, said, conversationId } = await person("573000000103");
    expect((await post("/simulator/skip-wait", { phone })).json).toEqual({ skipped: null });
    await post("/simulator/run-draft", { phone, flowId });
    expect((await post("/simulator/skip-wait", { phone })).json.skipped.purpose).toBe("wake");
    expect(await said()).toEqual(["first", "second"]);
    const ahead = async () => (await post("/simulator/phone", { phone })).json.clockAheadS;
    expect(Math.abs((await ahead()) - 2 * 86_400)).toBeLessThan(10);
    await post("/simulator/reset", { phone });
    expect(await ahead()).toBe(0);
    await post("/simulator/run-draft", { phone, flowId });
    const { items } = (await get(`/sessions?conversationId=${conversationId}&limit=1`)).json;
    expect(items[0].status).toBe("Paused");
  });

  it("closes the window for free words after a day", async () => {
    const flowId = await draft("Next day", [
      { id: "q", type: "ask", data: { text: "?", saveAs: "x" }, ...at },
      wait("w", 25, "hours"),
      text("b", "too late"),
    ]);
    const { phone, conversationId } = await person("573000000104");
    const run = await post("/simulator/run-draft", { phone, flowId });
    expect(run.json).toEqual({ flowVersionId: expect.any(String) });
    await post("/simulator/messages", { phone, message: { type: "text", text: "hi" } });
    const session = async () => (await get(`/sessions?conversationId=${conversationId}`)).json.items[0];
    await until(async () => (await session()).nodeId === "w", "it waits");
    await post("/simulator/clock", { phone, target: "next-timer" });
    const last = async () => (await get(`/conversations/${conversationId}/messages`)).json.items[0];
    await until(async () => (await last()).status === "Failed", "the send is refused");
    expect((await last()).error.code).toBe("window-closed");
  });

  it("brings the dates of the person, and no one else's", async () => {
    const flowId = await draft("Birthday", [text("a", "happy birthday")], {
      triggers: [{ type: "date-reached", field: "birthday", days: 0, time: "09:00", yearly: true }],
    });
    await post(`/flows/${flowId}/publish`, {});
    const soon = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    const ana = await person("573000000105");
    const bea = await person("573000000106");
    for (const { contactId } of [ana, bea])
      await app.call("PATCH", `/contacts/${contactId}`, { key, body: { fields: { birthday: soon } } });
    const { json } = await post("/simulator/clock", { phone: ana.phone, target: { bySeconds: 5 * 86_400 } });
    expect(json.passed).toEqual(["trigger"]);
    expect(await ana.said()).toEqual(["happy birthday"]);
    expect(await bea.said()).toEqual([]);
  });

  it("does not go back, nor further than a year", async () => {
    const { phone } = await person("573000000107");
    for (const target of [{ to: "2020-01-01T00:00:00.000Z" }, { bySeconds: 400 * 86_400 }, { bySeconds: 0 }])
      expect((await post("/simulator/clock", { phone, target })).status).toBe(400);
  });
});

describe("a try from the middle", () => {
  it("begins at the step, with what the flow would remember", async () => {
    const flowId = await draft("Middle", [text("a", "first"), text("b", "Hello {{ name }}")]);
    const { phone, said } = await person("573000000108");
    const run = { phone, flowId, nodeId: "b", variables: { name: "Ana" } };
    expect((await post("/simulator/run-draft", run)).status).toBe(202);
    expect(await said()).toEqual(["Hello Ana"]);
    expect((await post("/simulator/run-draft", { ...run, nodeId: "gone" })).status).toBe(404);
  });
});

describe("the platform that is played", () => {
  const rows = ["One", "Two"].map((title, n) => ({ id: `r${n}`, title }));
  it.each([
    [
      "whatsapp",
      { id: "b", type: "buttons", data: { text: "Choose", options: [{ id: "o", title: "{{ long }}" }] } },
      { code: "shortened", max: 20 },
    ],
    [
      "messenger",
      { id: "b", type: "list", data: { text: "Choose", button: "Open", sections: [{ title: "All", rows }] } },
      { code: "shown-otherwise", as: "quick-replies" },
    ],
  ])("decides what is shown, and says what it changed: %s", async (platform, node, note) => {
    const flowId = await draft(`Shown on ${platform}`, [{ ...node, ...at }]);
    const { phone, conversationId } = await person("573000000109", platform);
    const variables = { long: "A title of more than twenty characters" };
    const run = await post("/simulator/run-draft", { phone, platform, flowId, nodeId: "b", variables });
    expect(run.json).toEqual({ flowVersionId: expect.any(String) });
    const [message] = (await get(`/conversations/${conversationId}/messages`)).json.items;
    expect(message.content.type).toBe("buttons");
    expect(message.fitNotes).toContainEqual(expect.objectContaining(note));
    await until(
      async () =>
        (await get(`/conversations/${conversationId}/messages`)).json.items[0].status === "Delivered",
      "the far side takes it",
    );
  });

  it("is the one that triggers and conditions see", async () => {
    const flowId = await draft("Only Instagram", [text("a", "{{ channel.platform }}")], {
      triggers: [{ type: "keyword", keyword: "insta-only", conditions: { platforms: ["instagram"] } }],
    });
    await post(`/flows/${flowId}/publish`, {});
    const message = { type: "text", text: "insta-only" };
    const [onInstagram, onMessenger] = [
      await person("573000000110", "instagram"),
      await person("573000000110", "messenger"),
    ];
    for (const { phone, platform } of [onMessenger, onInstagram])
      await post("/simulator/messages", { phone, platform, message });
    await until(async () => (await onInstagram.said()).includes("instagram"), "the flow answers");
    expect(await onMessenger.said()).not.toContain("messenger");
  });
});

it("a phone that is none is refused with what one looks like", async () => {
  const flowId = await draft("None", [text("a", "x")]);
  for (const phone of ["", "12345", "+573001112233", "0573001112233", "57 300", "1".repeat(16), "abc"])
    for (const [path, more] of [
      ["run-draft", { flowId }],
      ["skip-wait", {}],
      ["read", {}],
      ["reset", {}],
      ["clock", { target: "next-timer" }],
      ["phone", {}],
    ] as const) {
      const { status, json } = await post(`/simulator/${path}`, { phone, ...more });
      expect([path, phone, status, json.error.message]).toEqual([
        path,
        phone,
        400,
        expect.stringContaining("6 to 15 digits with the country code"),
      ]);
    }
});
