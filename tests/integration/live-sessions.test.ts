// What becomes of conversations under way when their flow is published anew, and what is said of it beforehand.
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
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

let word = 0;
/** One asks for a name at `ask`, the other for a town at `town`, by the first word. */
const flow = (keyword: string, thanks: string, without: readonly string[] = []) => {
  const nodes = [
    {
      id: "which",
      type: "condition",
      data: { rules: [{ left: "message.text", operator: "contains", right: "town" }] },
    },
    { id: "ask", type: "ask", data: { text: "Name?", kind: "text", saveAs: "name" } },
    { id: "town", type: "ask", data: { text: "Town?", kind: "text", saveAs: "name" } },
    { id: "thanks", type: "text", data: { text: `${thanks} {{ name }}` } },
  ];
  const edges = [
    { id: "e0", source: "start", target: "which" },
    { id: "e1", source: "which", sourceHandle: "yes", target: "town" },
    { id: "e2", source: "which", sourceHandle: "no", target: "ask" },
    { id: "e3", source: "ask", target: "thanks" },
    { id: "e4", source: "town", target: "thanks" },
  ];
  return {
    format: "hilo.flow/1",
    name: keyword,
    triggers: [{ type: "keyword", keyword, mode: "contains" }],
    nodes: nodes.filter(({ id }) => !without.includes(id)),
    edges: edges.filter(({ source, target }) => !without.includes(source) && !without.includes(target)),
  };
};

let keyword = "";
let id = "";
beforeEach(async () => {
  word += 1;
  keyword = `hola${word}x`;
  id = (await post("/flows", { name: keyword, definition: flow(keyword, "Old") })).id;
  await post(`/flows/${id}/publish`);
});

async function customer(text: string) {
  const phone = `5730${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}`;
  const { conversationId } = await post("/simulator/phone", { phone });
  const say = (words: string) =>
    post("/simulator/messages", { phone, message: { type: "text", text: words } });
  const heard = async (): Promise<string[]> => {
    const { items } = await get(`/conversations/${conversationId}/messages`);
    return items
      .filter(({ direction }: { direction: string }) => direction === "out")
      .map((message: { content: { text: string } }) => message.content.text);
  };
  const hears = (words: string) => until(async () => (await heard()).includes(words), `“${words}” is heard`);
  await say(text);
  return { conversationId, say, heard, hears };
}
async function atNameAndTown() {
  const ana = await customer(keyword);
  const ben = await customer(`${keyword} town`);
  await ana.hears("Name?");
  await ben.hears("Town?");
  return { ana, ben };
}
async function publishWithoutTown(liveSessions?: string) {
  const definition = flow(keyword, "New", ["town"]);
  await app.call("PUT", `/flows/${id}`, { key, body: { name: keyword, definition } });
  const preview = await get(`/flows/${id}/publish`);
  const { published } = await post(`/flows/${id}/publish`, liveSessions ? { liveSessions } : {});
  return { preview, versionId: published.versionId };
}

describe("publishing while two talk to the flow", () => {
  it("says beforehand how many each choice would change, and where they stand", async () => {
    await atNameAndTown();
    const { preview } = await publishWithoutTown();
    expect(preview).toEqual({
      total: 2,
      move: { applied: 1, stay: 1 },
      restart: { applied: 2, stay: 0 },
      end: { applied: 2, stay: 0 },
      steps: expect.arrayContaining([
        { nodeId: "ask", count: 1, movable: 1 },
        { nodeId: "town", count: 1, movable: 0 },
      ]),
    });
  });

  it("lets both finish on the old version unless told otherwise", async () => {
    const { ana, ben } = await atNameAndTown();
    await publishWithoutTown();
    await ana.say("Ana");
    await ben.say("Bogotá");
    await ana.hears("Old Ana");
    await ben.hears("Old Bogotá");
  });

  it("moves who stands at a step that is still there; the other finishes", async () => {
    const { ana, ben } = await atNameAndTown();
    const { versionId } = await publishWithoutTown("move");
    const versionOf = async (flowVersionId: string) => {
      const { items } = await get(`/sessions?flowId=${id}`);
      return items.filter((session: { flowVersionId: string }) => session.flowVersionId === flowVersionId)
        .length;
    };
    await until(async () => (await versionOf(versionId)) === 1, "one is moved");
    await ana.say("Ana");
    await ben.say("Bogotá");
    await ana.hears("New Ana");
    await ben.hears("Old Bogotá");
  });

  it("begins anew with both, but not while a person drives", async () => {
    const { ana, ben } = await atNameAndTown();
    await post(`/conversations/${ben.conversationId}/take-over`);
    await publishWithoutTown("restart");
    await until(
      async () => (await ana.heard()).filter((text) => text === "Name?").length === 2,
      "asked again",
    );
    await ana.say("Ana");
    await ana.hears("New Ana");
    await post(`/conversations/${ben.conversationId}/hand-back`);
    await ben.say("Bogotá");
    await ben.hears("Old Bogotá");
  });

  it("ends both", async () => {
    const { ana } = await atNameAndTown();
    await publishWithoutTown("end");
    await until(async () => (await get(`/flows/${id}`)).liveSessions === 0, "nobody is under way");
    await ana.say("Ana");
    expect((await ana.heard()).filter((text) => text.endsWith("Ana"))).toEqual([]);
  });
});

describe("versions", () => {
  it("are read one by one with their definition, by their own workspace only", async () => {
    await publishWithoutTown();
    const { items } = await get(`/flows/${id}/versions`);
    expect(
      items.map(({ number, current }: { number: number; current: boolean }) => [number, current]),
    ).toEqual([
      [2, true],
      [1, false],
    ]);
    const first = await get(`/flows/${id}/versions/${items[1].id}`);
    expect(first).toMatchObject({
      number: 1,
      definition: { nodes: expect.arrayContaining([expect.objectContaining({ id: "town" })]) },
    });
    const { key: other } = await app.stranger();
    const path = `/flows/${id}/versions/${items[1].id}`;
    expect((await app.call("GET", path, { key: other })).status).toBe(404);
    expect((await app.call("GET", `/flows/${id}/publish`, { key: other })).status).toBe(404);
  });
});
