// Flows over the API: drafts, conflicts, checks, publishing, triggers.
import { beforeAll, describe, expect, it } from "vitest";
import { GREETING, useApp } from "../support/app.ts";

const app = useApp();
let key = "";
beforeAll(async () => {
  key = await app.keyFor("editor");
});
const post = (path: string, body: unknown = {}) => app.call("POST", path, { key, body });
const create = async (definition?: object, name = "Greeting") =>
  (await post("/flows", { name, definition })).json;
const keyword = (word: string, name: string) => ({
  ...GREETING,
  name,
  triggers: [{ type: "keyword", keyword: word, mode: "word" }],
});

describe("drafts", () => {
  it("begin as a flow with nothing but its start", async () => {
    const made = await post("/flows", { name: "  New  " });
    expect(made.status).toBe(201);
    expect(made.json).toMatchObject({
      name: "New",
      revision: 1,
      published: null,
      changed: true,
      liveSessions: 0,
    });
    expect(made.json.definition).toMatchObject({
      format: "hilo.flow/1",
      name: "New",
      nodes: [{ id: "start", type: "start" }],
    });
  });

  it("are saved over exactly what was read", async () => {
    const flow = await create(GREETING);
    const save = (name: string, revision?: number) =>
      app.call("PUT", `/flows/${flow.id}`, { key, body: { name, definition: GREETING, revision } });
    expect((await save("Mine", flow.revision)).json).toMatchObject({
      name: "Mine",
      revision: 2,
      definition: { name: "Mine" },
    });
    const late = await save("Theirs", flow.revision);
    expect([late.status, late.json.error.code, late.json.error.issues]).toEqual([
      409,
      "conflict",
      [{ revision: 2 }],
    ]);
    expect((await app.call("GET", `/flows/${flow.id}`, { key })).json.name).toBe("Mine");
    expect((await save("Whatever was there")).json.revision).toBe(3);
  });

  it("let one of two who save at once win", async () => {
    const flow = await create(GREETING);
    const saves = await Promise.all(
      [1, 2, 3, 4].map((n) =>
        app.call("PUT", `/flows/${flow.id}`, {
          key,
          body: { name: `N${n}`, definition: GREETING, revision: flow.revision },
        }),
      ),
    );
    expect(saves.map((save) => save.status).sort()).toEqual([200, 409, 409, 409]);
  });

  it("may be wrong, and keep what they were given to the letter", async () => {
    const odd = {
      format: "hilo.flow/1",
      name: "Odd",
      extra: { z: 1, a: [null, "é 👍 \\u0000 \\\\ud800"] },
      nodes: [{ id: "x", type: "no-such" }],
    };
    const flow = await create(odd, "Odd");
    expect(flow.definition).toEqual(odd);
    expect(JSON.stringify(flow.definition)).toBe(JSON.stringify(odd));
  });

  it("are refused with characters that could not be read back", async () => {
    for (const bad of ["a\u0000b", "\ud800", "\\\u0000"]) {
      const refused = await post("/flows", {
        name: "Bad",
        definition: { ...GREETING, note: { [bad]: bad } },
      });
      expect([refused.status, refused.json.error.code]).toEqual([400, "bad-request"]);
    }
  });

  it("are refused when too large, whoever's limit it is", async () => {
    const text = "x".repeat(3_000_000);
    const large = await post("/flows", { name: "Large", definition: { ...GREETING, note: text } });
    expect([large.status, large.json.error.code]).toEqual([422, "flow-too-large"]);
    const huge = await post("/flows", { name: "Huge", definition: { ...GREETING, note: text + text } });
    expect([huge.status, huge.json.error.code]).toEqual([413, "too-large"]);
  });

  it("take no fields that are not theirs", async () => {
    for (const extra of [{ workspaceId: "x" }, { id: "x" }, { createdBy: "x" }]) {
      const refused = await post("/flows", { name: "X", ...extra });
      expect([extra, refused.status]).toEqual([extra, 400]);
    }
  });
});

describe("publishing", () => {
  it("is refused by node when the flow has problems, and changes nothing", async () => {
    const broken = {
      ...GREETING,
      nodes: [...GREETING.nodes, { id: "lost", type: "buttons", data: { text: "", options: [] } }],
    };
    const flow = await create(broken);
    const checked = await post(`/flows/${flow.id}/check`);
    expect(checked.json.problems.some((problem: { nodeId?: string }) => problem.nodeId === "lost")).toBe(
      true,
    );
    const refused = await post(`/flows/${flow.id}/publish`);
    expect([refused.status, refused.json.error.code]).toEqual([422, "flow-has-problems"]);
    expect(refused.json.error.issues).toContainEqual(
      expect.objectContaining({ nodeId: "lost", severity: "error", message: expect.any(String) }),
    );
    expect((await app.call("GET", `/flows/${flow.id}`, { key })).json.published).toBeNull();
    expect((await app.call("GET", `/flows/${flow.id}/versions`, { key })).json.items).toEqual([]);
  });

  it("makes numbered versions, of which one is current, and sees what changed since", async () => {
    const flow = await create(GREETING);
    const first = await post(`/flows/${flow.id}/publish`, { note: "First" });
    expect(first.json).toMatchObject({ published: { number: 1 }, changed: false, keywords: ["hola"] });
    const saved = await app.call("PUT", `/flows/${flow.id}`, {
      key,
      body: { definition: keyword("buenas", "Greeting") },
    });
    expect(saved.json).toMatchObject({ changed: true, keywords: ["hola"] });
    const second = await post(`/flows/${flow.id}/publish`);
    expect(second.json).toMatchObject({ published: { number: 2 }, changed: false, keywords: ["buenas"] });
    const versions = (await app.call("GET", `/flows/${flow.id}/versions?limit=1`, { key })).json;
    expect(versions.items).toMatchObject([{ number: 2, current: true, note: null }]);
    const older = (
      await app.call("GET", `/flows/${flow.id}/versions?limit=1&cursor=${versions.nextCursor}`, { key })
    ).json;
    expect(older).toMatchObject({ items: [{ number: 1, current: false, note: "First" }], nextCursor: null });
  });

  it("accepts a call of a flow that exists and names one that does not", async () => {
    const caller = (ref: string) => ({
      ...GREETING,
      name: "Caller",
      triggers: [],
      nodes: [
        { id: "c", type: "call-flow", data: { flow: ref } },
        { id: "e", type: "end", data: {} },
      ],
      edges: [
        { id: "e0", source: "start", target: "c" },
        { id: "e1", source: "c", target: "e" },
      ],
    });
    const called = await create(GREETING, "Called");
    expect((await post(`/flows/${(await create(caller(called.id))).id}/publish`)).status).toBe(200);
    const refused = await post(`/flows/${(await create(caller("Nowhere"))).id}/publish`);
    expect([refused.status, refused.json.error.issues[0]]).toEqual([
      422,
      expect.objectContaining({ nodeId: "c", code: "flow-missing" }),
    ]);
  });
});

describe("triggers", () => {
  it("are explained: who wins a text, who is next and why", async () => {
    const word = await create(keyword("pedido", "Orders"));
    const other = await create({
      ...keyword("x", "Any"),
      triggers: [{ type: "keyword", keyword: "pedido" }],
    });
    for (const { id } of [word, other]) expect((await post(`/flows/${id}/publish`)).status).toBe(200);
    const answer = (await post("/triggers/explain", { text: "Quiero un PEDÍDO ya" })).json;
    expect(answer.candidates.map((candidate: { flowId: string }) => candidate.flowId)).toEqual([
      word.id,
      other.id,
    ]);
    expect(answer.winner).toMatchObject({ flowId: word.id, keyword: "pedido", mode: "word" });
    expect(answer.candidates[1].reason).toMatch(/\w+/);
    expect((await post("/triggers/explain", { text: "Nada de esó" })).json).toEqual({
      winner: null,
      candidates: [],
      notNow: [],
      folded: "nada de eso",
      word: null,
    });
  });

  it("follow publishing, unpublishing and removal at once", async () => {
    const flow = await create(keyword("gardenia", "Flowers"));
    const winner = async () =>
      (await post("/triggers/explain", { text: "gardenia" })).json.winner?.flowId ?? null;
    expect(await winner()).toBeNull();
    await post(`/flows/${flow.id}/publish`);
    expect(await winner()).toBe(flow.id);
    expect((await post(`/flows/${flow.id}/unpublish`)).json.published).toBeNull();
    expect(await winner()).toBeNull();
    await post(`/flows/${flow.id}/publish`);
    expect(await winner()).toBe(flow.id);
    expect((await app.call("DELETE", `/flows/${flow.id}`, { key })).status).toBe(204);
    expect(await winner()).toBeNull();
    expect((await app.call("GET", `/flows/${flow.id}`, { key })).status).toBe(404);
    const listed = (await app.call("GET", "/flows?limit=200", { key })).json.items;
    expect(listed.some((item: { id: string }) => item.id === flow.id)).toBe(false);
  });
});

describe("a check", () => {
  const flow = (keyword: string, mode: string) => ({
    ...GREETING,
    triggers: [{ type: "keyword", keyword, mode }],
  });

  it("tells whom a keyword goes to instead, and that a secret is not stored", async () => {
    const taken = await post("/flows", { name: "Taken", definition: flow("ventas", "exact") });
    await post(`/flows/${taken.json.id}/publish`, {});
    const draft = await post("/flows", { name: "Mine", definition: flow("VENTAS", "word") });
    const { problems } = (await post(`/flows/${draft.json.id}/check`, {})).json;
    expect(problems).toMatchObject([{ code: "keyword-shadowed", severity: "warning", nodeId: "start" }]);
    expect(problems[0].message).toContain("gets the flow “Taken”");
    const secret = {
      ...GREETING,
      triggers: [],
      nodes: [
        {
          id: "h",
          type: "http-request",
          data: { url: "https://e.org", auth: { kind: "bearer", secret: "none" } },
        },
      ],
      edges: [{ id: "e", source: "start", target: "h" }],
    };
    const answer = (await post(`/flows/${draft.json.id}/check`, { definition: secret })).json;
    expect(answer.problems.map(({ code }: { code: string }) => code)).toContain("secret-missing");
  });
});
