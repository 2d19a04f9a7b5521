// The traffic of a flow: where people stand, and what became of the runs that began lately, step by step.
import { beforeAll, describe, expect, it } from "vitest";
import type { FlowTraffic } from "../../server/src/contract/index.ts";
import { useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
let key = "";
beforeAll(async () => {
  key = await app.keyFor("owner");
});

const post = async (path: string, body: unknown = {}) => {
  const answer = await app.call("POST", path, { key, body });
  expect([path, answer.status]).toEqual([path, expect.toSatisfy((status: number) => status < 300)]);
  return answer.json;
};
const get = async (path: string) => (await app.call("GET", path, { key })).json;

type Draft = { nodes: unknown[]; edges: unknown[] };
const edge = (source: string, target: string, sourceHandle?: string) => ({
  id: `${source}-${sourceHandle ?? ""}`,
  source,
  target,
  ...(sourceHandle && { sourceHandle }),
});
/** Says hello, asks for a colour until it is red, and thanks. */
const COLOURS: Draft = {
  nodes: [
    { id: "ask", type: "ask", data: { text: "Colour?", kind: "text", saveAs: "colour" } },
    {
      id: "red",
      type: "condition",
      data: { rules: [{ left: "colour", operator: "equals", right: "red" }] },
    },
    { id: "thanks", type: "text", data: { text: "Thanks" } },
  ],
  edges: [edge("start", "ask"), edge("ask", "red"), edge("red", "thanks", "yes"), edge("red", "ask", "no")],
};

let made = 0;
async function published(draft: Draft): Promise<{ id: string; name: string }> {
  made += 1;
  const name = `begin${made}x`;
  const triggers = [{ type: "keyword", keyword: name, mode: "contains" }];
  const { id } = await post("/flows", {
    name,
    definition: { format: "hilo.flow/1", name, triggers, ...draft },
  });
  await post(`/flows/${id}/publish`);
  return { id, name };
}

async function unread(): Promise<number> {
  const { rows } = await app.app.runtime.pool.query(
    "SELECT count(*)::int AS count FROM inbox_events WHERE state = 'pending'",
  );
  return rows[0].count;
}
async function customer(...texts: string[]) {
  const phone = `5731${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
  const { conversationId } = await post("/simulator/phone", { phone });
  for (const text of texts) {
    await post("/simulator/messages", { phone, message: { type: "text", text } });
    await until(async () => (await unread()) === 0, `“${text}” is taken in`);
  }
  return { conversationId, phone };
}

const traffic = async (id: string, days = 7): Promise<FlowTraffic> =>
  get(`/flows/${id}/traffic?days=${days}`);
const stepOf = ({ nodes }: FlowTraffic, nodeId: string) => nodes.find((node) => node.nodeId === nodeId);
/** The newest answer: another one is kept for a moment. */
async function settled(id: string, holds: (counted: FlowTraffic) => boolean): Promise<FlowTraffic> {
  await until(async () => holds(await traffic(id)), "it is counted");
  return traffic(id);
}

describe("the traffic of a flow", () => {
  it("counts runs, not visits: who came, who went on by which way, who waits and who ended, and why", async () => {
    const { id, name } = await published(COLOURS);
    await customer(name);
    await customer(name, "blue", "green");
    await customer(name, "blue", "red");
    const ended = await customer(name);
    const { items } = await get(`/sessions?conversationId=${ended.conversationId}`);
    await post(`/sessions/${items[0].id}/end`);
    const counted = await settled(id, ({ runs, live }) => runs === 4 && live === 2);
    expect(counted).toMatchObject({ days: 7, runs: 4, more: false, live: 2 });
    expect(counted.nodes).toHaveLength(4);
    expect(stepOf(counted, "start")).toEqual({
      nodeId: "start",
      live: 0,
      entered: 4,
      ports: [{ port: "next", runs: 4 }],
      stopped: [],
    });
    expect(stepOf(counted, "ask")).toEqual({
      nodeId: "ask",
      live: 2,
      entered: 4,
      ports: [{ port: "next", runs: 2 }],
      stopped: [
        { reason: "waiting", runs: 2 },
        { reason: "taken-over", runs: 1 },
      ],
    });
    expect(stepOf(counted, "red")).toMatchObject({
      entered: 2,
      ports: [
        { port: "no", runs: 2 },
        { port: "yes", runs: 1 },
      ],
    });
    expect(stepOf(counted, "thanks")).toMatchObject({ stopped: [{ reason: "finished", runs: 1 }] });
  });

  it("keeps the steps of a flow that is called apart, though their ids are the same", async () => {
    const called = await published({
      nodes: [{ id: "ask", type: "ask", data: { text: "Size?", kind: "text", saveAs: "size" } }],
      edges: [edge("start", "ask")],
    });
    const { id, name } = await published({
      nodes: [
        { id: "call", type: "call-flow", data: { flow: called.name } },
        { id: "ask", type: "ask", data: { text: "Colour?", kind: "text", saveAs: "colour" } },
      ],
      edges: [edge("start", "call"), edge("call", "ask")],
    });
    await customer(name);
    await customer(name, "large");
    const counted = await settled(id, ({ runs }) => runs === 2);
    expect(stepOf(counted, "start")?.entered).toBe(2);
    expect(stepOf(counted, "call")).toMatchObject({
      live: 1,
      entered: 2,
      ports: [{ port: "next", runs: 1 }],
      stopped: [{ reason: "waiting", runs: 1 }],
    });
    expect(stepOf(counted, "ask")).toMatchObject({
      live: 1,
      entered: 1,
      stopped: [{ reason: "waiting", runs: 1 }],
    });
    const { items } = await get(`/sessions?flowId=${id}&nodeId=call&live=true`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      flowId: id,
      nodeId: "ask",
      standsIn: { flowId: called.id, flowName: called.name },
    });
  });

  it("says that a run went on in another flow for good, and where", async () => {
    const next = await published(COLOURS);
    const { id, name } = await published({
      nodes: [{ id: "go", type: "go-to-flow", data: { flow: next.name } }],
      edges: [edge("start", "go")],
    });
    await customer(name);
    const counted = await settled(id, ({ runs }) => runs === 1);
    expect(counted.live).toBe(0);
    expect(stepOf(counted, "go")).toMatchObject({
      entered: 1,
      ports: [],
      stopped: [{ reason: "other-flow", runs: 1 }],
    });
    expect(stepOf(counted, "ask")).toBeUndefined();
  });

  it("leaves out runs that began before, and tries of the draft", async () => {
    const { id, name } = await published(COLOURS);
    const { conversationId, phone } = await customer(name);
    await app.app.runtime.pool.query(
      "UPDATE sessions SET started_at = started_at - interval '2 days' WHERE conversation_id = $1",
      [conversationId],
    );
    await post("/simulator/run-draft", { phone, flowId: id });
    const { items } = await get(`/sessions?flowId=${id}&live=true`);
    const { flowVersionId, standsIn } = items[0];
    expect(standsIn).toEqual({ flowId: id, flowName: name, flowVersionId });
    expect(await get(`/flows/${id}/versions/${flowVersionId}`)).toMatchObject({ number: 0, current: false });
    expect((await get(`/flows/${id}/versions`)).items).toHaveLength(1);
    expect((await traffic(id, 3)).runs).toBe(1);
    expect(await traffic(id, 1)).toMatchObject({
      runs: 0,
      live: 1,
      nodes: [{ nodeId: "ask", live: 1, entered: 0 }],
    });
  });

  it("counts the newest five thousand runs and says that there were more", async () => {
    const { id, name } = await published(COLOURS);
    await customer(name);
    await app.app.runtime.pool.query(
      `INSERT INTO sessions (workspace_id, id, conversation_id, contact_id, channel_id, flow_id, flow_version_id, status, state, end_reason)
       SELECT workspace_id, gen_random_uuid(), conversation_id, contact_id, channel_id, flow_id, flow_version_id, 'Completed', state, 'expired'
         FROM sessions, generate_series(1, 5000) WHERE flow_id = $1`,
      [id],
    );
    const counted = await traffic(id);
    expect(counted).toMatchObject({ runs: 5_000, more: true, live: 1 });
  });

  it("is of its workspace only, and of a time that is within bounds", async () => {
    const { id } = await published(COLOURS);
    const { key: other } = await app.stranger();
    expect((await app.call("GET", `/flows/${id}/traffic`, { key: other })).status).toBe(404);
    expect((await app.call("GET", `/flows/${id}/traffic?days=91`, { key })).status).toBe(400);
    expect((await app.call("GET", `/flows/${id}/traffic`, { key: await app.keyFor("viewer") })).json).toEqual(
      {
        days: 7,
        runs: 0,
        more: false,
        live: 0,
        nodes: [],
      },
    );
  });
});

describe("the list of sessions", () => {
  it("is narrowed to those under way, to a step, to an age and to an error", async () => {
    const { id, name } = await published(COLOURS);
    const old = await customer(name);
    const broken = await customer(name);
    const { pool } = app.app.runtime;
    await pool.query(
      "UPDATE sessions SET started_at = started_at - interval '25 hours' WHERE conversation_id = $1",
      [old.conversationId],
    );
    await pool.query(
      `UPDATE sessions SET status = 'Errored', error = '{"code": "limit-visits", "message": "m", "nodeId": null}'
        WHERE conversation_id = $1`,
      [broken.conversationId],
    );
    const found = async (filter: string) =>
      (await get(`/sessions?flowId=${id}&${filter}`)).items.map(
        (session: { conversationId: string }) => session.conversationId,
      );
    expect(await found("live=true")).toEqual([old.conversationId]);
    expect(await found("nodeId=ask")).toEqual([broken.conversationId, old.conversationId]);
    expect(await found("nodeId=red")).toEqual([]);
    expect(await found("olderThanHours=24")).toEqual([old.conversationId]);
    expect(await found("olderThanHours=26")).toEqual([]);
    expect(await found("error=limit-visits")).toEqual([broken.conversationId]);
    expect(await found("error=limit-depth")).toEqual([]);
  });
});
