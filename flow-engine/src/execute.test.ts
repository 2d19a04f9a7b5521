import { describe, expect, it } from "vitest";
import type { MessageContent } from "./content/schema.ts";
import { executeFlow, FlowSendMessageError } from "./execute.ts";
import { CompileError } from "./flow/compile.ts";
import { makeFlow } from "./testing/make-flow.ts";

const welcome = makeFlow({
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes: {
    hi: ["text", { text: "¡Hola {{ contact.name }}!" }],
    menu: [
      "buttons",
      {
        text: "¿Qué deseas?",
        options: [
          { id: "opt-0", title: "Ventas" },
          { id: "opt-1", title: "Soporte" },
        ],
        saveAs: "tema",
      },
    ],
    sales: ["ask", { text: "¿Tu correo?", kind: "email", saveAs: "correo" }],
    vip: ["tag", { add: ["lead"] }],
    thanks: ["text", { text: "Gracias, {{ correo }}" }],
    bye: ["text", { text: "Adiós" }],
  },
  edges: ["start > hi", "hi > menu", "menu:opt-0 > sales", "menu:opt-1 > bye", "sales > vip", "vip > thanks"],
});

function recorder() {
  const sent: MessageContent[] = [];
  const texts = () => sent.map((content) => ("text" in content ? content.text : content.type));
  return { sent, texts, send: async (content: MessageContent) => void sent.push(content) };
}
const tap = (id: string, title: string) => ({
  type: "interactive",
  rawText: title,
  interactive: { type: "button_reply", id, title },
});
/** As a caller's database would keep it. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value));

describe("executeFlow", () => {
  it("walks a session from keyword to end over calls that only keep JSON", async () => {
    const { send, texts } = recorder();
    const fresh = { id: "s1", flow: { id: "f1", definition: welcome }, contact: { name: "Ana" }, mine: 7 };
    const waiting = stored(
      await executeFlow(fresh, "HÓLA", send, { type: "text", rawText: "HÓLA", interactive: null }),
    );
    expect(waiting).toMatchObject({
      id: "s1",
      mine: 7,
      status: "Paused",
      currentNodeId: "menu",
      context: {},
    });
    expect(waiting).toHaveProperty("contact", { name: "Ana" });
    const asked = stored(await executeFlow(waiting, "Ventas", send, tap("opt-0", "Ventas")));
    expect(asked).toMatchObject({ status: "Paused", currentNodeId: "sales", context: { tema: "Ventas" } });
    const done = await executeFlow(asked, "ana@example.org", send);
    expect(done).toMatchObject({
      status: "Completed",
      context: { tema: "Ventas", correo: "ana@example.org" },
    });
    expect(done).toHaveProperty("contact.tags", ["lead"]);
    expect(texts()).toEqual(["¡Hola Ana!", "¿Qué deseas?", "¿Tu correo?", "Gracias, ana@example.org"]);
  });

  it("changes nothing in the session it was given", async () => {
    const session = Object.freeze({
      id: "s1",
      flow: Object.freeze({ definition: welcome }),
      context: Object.freeze({}),
    });
    const before = JSON.stringify(session);
    await executeFlow(session, "hola", recorder().send);
    expect(JSON.stringify(session)).toBe(before);
  });

  it("starts a new, Completed or Errored session only by a trigger", async () => {
    for (const status of [undefined, "Active", "Completed", "Errored"] as const) {
      const { send, sent } = recorder();
      const session = { id: "s1", flow: { definition: welcome }, ...(status ? { status } : {}) };
      expect(await executeFlow(session, "adiós", send)).toEqual(session);
      expect(sent).toEqual([]);
      expect(await executeFlow(session, "hola", send)).toMatchObject({ status: "Paused" });
      expect(sent).toHaveLength(2);
    }
  });

  it("starts a flow without triggers by any message", async () => {
    const definition = makeFlow({ nodes: { a: ["text", { text: "Sí" }] }, edges: ["start > a"] });
    const { send, texts } = recorder();
    expect(await executeFlow({ id: "s1", flow: { definition } }, "lo que sea", send)).toMatchObject({
      status: "Completed",
    });
    expect(texts()).toEqual(["Sí"]);
  });

  it("begins a new run with the variables of the first, not with the last run's answers", async () => {
    const { send } = recorder();
    const paused = await executeFlow(
      { id: "s1", flow: { definition: welcome }, context: { origen: "web" } },
      "hola",
      send,
    );
    const done = await executeFlow(paused, null, send, tap("opt-1", "Soporte"));
    expect(done).toMatchObject({ status: "Completed", context: { origen: "web", tema: "Soporte" } });
    expect((await executeFlow(done, "hola", send)).context).toEqual({ origen: "web" });
  });

  it("goes on with the variables as their keeper has them now", async () => {
    const { send, texts } = recorder();
    const paused = await executeFlow({ id: "s1", flow: { definition: welcome } }, "hola", send);
    const asked = await executeFlow(paused, "Ventas", send);
    const done = await executeFlow({ ...asked, context: { tema: "Compras" } }, "a@b.example", send);
    expect(done.context).toEqual({ tema: "Compras", correo: "a@b.example" });
    expect(texts().at(-1)).toBe("Gracias, a@b.example");
  });

  it("goes on from a Paused session of which only the node is known", async () => {
    const { send, texts } = recorder();
    const session = {
      id: "s1",
      flow: { definition: welcome },
      status: "Paused",
      currentNodeId: "menu",
      context: {},
    };
    expect(await executeFlow(session, "soporte", send)).toMatchObject({
      status: "Completed",
      context: { tema: "Soporte" },
    });
    expect(texts()).toEqual(["Adiós"]);
  });

  it("sends in order, each after the one before is done", async () => {
    const order: string[] = [];
    const slow = async (content: MessageContent) => {
      order.push(`begin ${content.type}`);
      await new Promise((resolve) => setTimeout(resolve, content.type === "text" ? 10 : 0));
      order.push(`end ${content.type}`);
    };
    await executeFlow({ id: "s1", flow: { definition: welcome } }, "hola", slow);
    expect(order).toEqual(["begin text", "end text", "begin buttons", "end buttons"]);
  });

  it.each([
    ["a rejection with a status", () => Promise.reject(Object.assign(new Error("no"), { status: 401 })), 401],
    ["a rejection of an HTTP client", () => Promise.reject({ response: { status: 429 } }), 429],
    ["a rejection without a status", () => Promise.reject(new Error("no")), null],
    [
      "a throw",
      () => {
        throw Object.assign(new Error("no"), { statusCode: 500 });
      },
      500,
    ],
    ["a response that is not ok", async () => new Response("no", { status: 400 }), 400],
    ["an answer with ok: false", async () => ({ ok: false, status: 503 }), 503],
  ])("fails on %s and sends nothing more", async (_, send, status) => {
    let calls = 0;
    const failing = () => {
      calls++;
      return send();
    };
    const failure = await executeFlow({ id: "s1", flow: { definition: welcome } }, "hola", failing).catch(
      (error) => error,
    );
    expect(failure).toBeInstanceOf(FlowSendMessageError);
    expect(failure.status).toBe(status);
    expect(calls).toBe(1);
  });

  it("takes the failure port of an HTTP node, as nothing is called from here", async () => {
    const definition = makeFlow({
      nodes: {
        api: ["http-request", { url: "https://example.org" }],
        ok: ["text", { text: "ok" }],
        no: ["text", { text: "no" }],
      },
      edges: ["start > api", "api > ok", "api:error > no"],
    });
    const { send, texts } = recorder();
    await executeFlow({ id: "s1", flow: { definition } }, "x", send);
    expect(texts()).toEqual(["no"]);
  });

  it("refuses a definition that can't run", async () => {
    const session = { id: "s1", flow: { definition: { format: "hilo.flow/1" } } };
    await expect(executeFlow(session, "hola", recorder().send)).rejects.toBeInstanceOf(CompileError);
  });
});
