// Many sessions ended, moved and sent on by one request, each with what came of it.
import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
let key = "";
beforeAll(async () => {
  key = await app.keyFor("agent");
});

const call = async (method: string, path: string, body?: unknown, by = key) => {
  const answer = await app.call(method, path, { key: by, ...(body === undefined ? {} : { body }) });
  expect([path, answer.status]).toEqual([path, expect.toSatisfy((status: number) => status < 300)]);
  return answer.json;
};
const get = (path: string) => call("GET", path);

let made = 0;
/** Asks for a name at `ask`, or a town at `town`, or waits a day at `nap`, by the first word; then thanks. */
const definition = (name: string, thanks: string, without: readonly string[] = []) => {
  const nodes = [
    {
      id: "which",
      type: "switch",
      data: {
        value: "message.text",
        cases: [
          { id: "case-town", operator: "contains", right: "town" },
          { id: "case-nap", operator: "contains", right: "nap" },
        ],
      },
    },
    { id: "ask", type: "ask", data: { text: "Name?", kind: "text", saveAs: "name" } },
    { id: "town", type: "ask", data: { text: "Town?", kind: "text", saveAs: "name" } },
    { id: "nap", type: "wait", data: { amount: 1, unit: "days" } },
    { id: "thanks", type: "text", data: { text: thanks } },
  ];
  const edges = [
    { id: "e0", source: "start", target: "which" },
    { id: "e1", source: "which", sourceHandle: "case-town", target: "town" },
    { id: "e2", source: "which", sourceHandle: "case-nap", target: "nap" },
    { id: "e3", source: "which", sourceHandle: "else", target: "ask" },
    { id: "e4", source: "ask", target: "thanks" },
    { id: "e5", source: "town", target: "thanks" },
    { id: "e6", source: "nap", target: "thanks" },
  ];
  return {
    format: "hilo.flow/1",
    name,
    triggers: [{ type: "keyword", keyword: name, mode: "contains" }],
    nodes: nodes.filter(({ id }) => !without.includes(id)),
    edges: edges.filter(({ source, target }) => !without.includes(source) && !without.includes(target)),
  };
};

async function published() {
  const owner = await app.keyFor("owner");
  made += 1;
  const name = `start${made}x`;
  const { id } = await call("POST", "/flows", { name, definition: definition(name, "Old") }, owner);
  await call("POST", `/flows/${id}/publish`, {}, owner);
  const again = async (thanks: string, without: readonly string[] = []) => {
    await call("PUT", `/flows/${id}`, { name, definition: definition(name, thanks, without) }, owner);
    return (await call("POST", `/flows/${id}/publish`, {}, owner)).published.versionId;
  };
  const customer = async (words = "") => {
    const phone = `5732${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
    const { conversationId } = await call("POST", "/simulator/phone", { phone }, owner);
    const message = { type: "text", text: `${name} ${words}` };
    await call("POST", "/simulator/messages", { phone, message }, owner);
    const found = async () => (await get(`/sessions?conversationId=${conversationId}`)).items[0];
    await until(async () => (await found())?.status === "Paused", "the flow waits");
    return { conversationId, sessionId: (await found()).id, now: found };
  };
  return { id, again, customer };
}

const many = (what: string, chosen: unknown) => call("POST", `/sessions/${what}`, chosen);
const because = ({ results }: { results: { sessionId: string; done: boolean; reason: string | null }[] }) =>
  new Map(results.map(({ sessionId, done, reason }) => [sessionId, done ? "done" : reason]));

describe("ending many sessions", () => {
  it("ends those that are named and says which it could not", async () => {
    const { customer } = await published();
    const [ana, ben] = [await customer(), await customer()];
    await call("POST", `/sessions/${ben.sessionId}/end`, {});
    const nobody = "00000000-0000-7000-8000-000000000001";
    const answer = await many("end", { ids: [ana.sessionId, ben.sessionId, nobody] });
    expect(because(answer)).toEqual(
      new Map([
        [ben.sessionId, "ended"],
        [ana.sessionId, "done"],
        [nobody, "not-found"],
      ]),
    );
    expect(await ana.now()).toMatchObject({ status: "Completed", endReason: "taken-over" });
  });

  it("ends all under way that a filter finds, and no others; each is in the audit log", async () => {
    const { id, customer } = await published();
    const [ana, ben, town] = [await customer(), await customer(), await customer("town")];
    const answer = await many("end", { filter: { flowId: id, nodeId: "ask" } });
    expect(because(answer)).toEqual(new Map([ben, ana].map(({ sessionId }) => [sessionId, "done"])));
    expect(answer.more).toBe(false);
    expect((await town.now()).status).toBe("Paused");
    const { prisma } = app.app.runtime;
    const audited = await prisma.auditLog.findMany({ where: { action: "session-ended" } });
    const targets = audited.map(({ targetId }) => targetId);
    expect(targets).toEqual(expect.arrayContaining([ana.sessionId, ben.sessionId]));
    expect(targets).not.toContain(town.sessionId);
  });
});

describe("moving many sessions", () => {
  it("takes them to the newest version where their step is still there", async () => {
    const { id, again, customer } = await published();
    const [ana, town] = [await customer(), await customer("town")];
    const versionId = await again("New", ["town"]);
    const fresh = await customer();
    const answer = await many("move", { filter: { flowId: id } });
    expect(because(answer)).toEqual(
      new Map([
        [fresh.sessionId, "newest"],
        [town.sessionId, "step-gone"],
        [ana.sessionId, "done"],
      ]),
    );
    expect((await ana.now()).flowVersionId).toBe(versionId);
    expect((await town.now()).flowVersionId).not.toBe(versionId);
  });
});

describe("sending many sessions on", () => {
  it("ends the waits for a time, and no others; where a person drives, when the bot goes on", async () => {
    const { id, customer } = await published();
    const [nap, ask, held] = [await customer("nap"), await customer(), await customer("nap")];
    await call("POST", `/conversations/${held.conversationId}/take-over`, {});
    const answer = await many("resume", { filter: { flowId: id } });
    expect(because(answer)).toEqual(
      new Map([
        [held.sessionId, "agent"],
        [ask.sessionId, "not-waiting"],
        [nap.sessionId, "done"],
      ]),
    );
    expect(await nap.now()).toMatchObject({ status: "Completed", endReason: "finished", nodeId: "thanks" });
    const { rows } = await app.app.runtime.pool.query("SELECT 1 FROM timers WHERE session_id = $1", [
      nap.sessionId,
    ]);
    expect(rows).toEqual([]);
    await call("POST", `/conversations/${held.conversationId}/hand-back`, {});
    await until(async () => (await held.now()).status === "Completed", "what was held goes on");
  });
});

describe("a request for many sessions", () => {
  it("is refused to who may not end one, for none, and for both a list and a filter", async () => {
    const { customer } = await published();
    const { sessionId, now } = await customer();
    const asViewer = await app.keyFor("viewer");
    const refused = async (what: string, body: unknown, by = key) =>
      (await app.call("POST", `/sessions/${what}`, { key: by, body })).status;
    for (const what of ["end", "move", "resume"]) {
      expect(await refused(what, { ids: [sessionId] }, asViewer)).toBe(403);
      expect(await refused(what, {})).toBe(400);
      expect(await refused(what, { ids: [sessionId], filter: {} })).toBe(400);
    }
    expect((await now()).status).toBe("Paused");
  });

  it("reaches no session of another workspace, by name or by filter", async () => {
    const { id, customer } = await published();
    const { sessionId, now } = await customer();
    const { key: other } = await app.stranger();
    const answer = await call("POST", "/sessions/end", { ids: [sessionId] }, other);
    expect(answer.results).toEqual([{ sessionId, contactName: null, done: false, reason: "not-found" }]);
    expect((await call("POST", "/sessions/end", { filter: { flowId: id } }, other)).results).toEqual([]);
    expect((await now()).status).toBe("Paused");
  });

  it("takes five hundred at once and says that there are more", async () => {
    const { id, customer } = await published();
    const { sessionId } = await customer();
    const { pool } = app.app.runtime;
    await pool.query(
      `WITH made AS (
         INSERT INTO conversations (workspace_id, id, contact_id, channel_id, external_id, shard, mode)
         SELECT c.workspace_id, gen_random_uuid(), c.contact_id, c.channel_id, 'many-' || n, n % 64, 'Bot'
           FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id,
                generate_series(1, 500) n WHERE s.id = $1 RETURNING id)
       INSERT INTO sessions (workspace_id, id, conversation_id, contact_id, channel_id, flow_id, flow_version_id, status, state, node_id, version)
       SELECT s.workspace_id, gen_random_uuid(), made.id, s.contact_id, s.channel_id, s.flow_id, s.flow_version_id, s.status, s.state, s.node_id, s.version
         FROM sessions s, made WHERE s.id = $1`,
      [sessionId],
    );
    const first = await many("end", { filter: { flowId: id } });
    expect([first.results.length, first.more]).toEqual([500, true]);
    expect(first.results.filter(({ done }: { done: boolean }) => !done)).toEqual([]);
    const second = await many("end", { filter: { flowId: id } });
    expect([second.results.length, second.more]).toEqual([1, false]);
  });
});
