// Triggers of published flows over the API and in memory: explained for a contact, and changed flow by flow.
import type { FlowInput } from "@hilo/flow-engine";
import { beforeAll, describe, expect, it } from "vitest";
import { createFlow, removeFlow, saveDraft } from "../../server/src/flows/drafts.ts";
import { publishFlow, unpublishFlow } from "../../server/src/flows/publish.ts";
import { PublishedFlows } from "../../server/src/flows/published-flows.ts";
import { useApp } from "../support/app.ts";
import { addPeople } from "../support/audience.ts";
import { createWorld, type World } from "../support/world.ts";

const app = useApp();
let world: World;
let key = "";
const db = () => app.app.runtime;

beforeAll(async () => {
  world = await createWorld(db());
  key = await app.keyFor("viewer", world.workspaceId);
});

const flowWith = (name: string, ...triggers: Record<string, unknown>[]): FlowInput => ({
  format: "hilo.flow/1",
  name,
  triggers: triggers as FlowInput["triggers"],
  nodes: [{ id: "say", type: "text", data: { text: "Hi" } }],
  edges: [{ id: "e0", source: "start", target: "say" }],
});
const actor = () => ({ workspaceId: world.workspaceId, userId: null });
async function publish(definition: FlowInput): Promise<string> {
  const { id } = await createFlow(db().pool, actor(), definition.name, { ...definition });
  await publishFlow(app.app.runtime, actor(), { id });
  return id;
}
const explain = (body: Record<string, unknown>) => app.call("POST", "/triggers/explain", { key, body });

describe("an explanation", () => {
  it("goes by the contact's tags and language and by the channel, and says what does not hold", async () => {
    const vip = await publish(
      flowWith("VIP", {
        type: "keyword",
        keyword: "tarifa",
        conditions: { tags: ["vip"], languages: ["es"] },
      }),
    );
    const all = await publish(flowWith("All", { type: "keyword", keyword: "tarif" }));
    const [ana = "", bob = ""] = await addPeople(db(), world, [{ tags: ["vip"], language: "es_CO" }, {}]);
    const flows = (list: { flowId: string }[]) => list.map(({ flowId }) => flowId);
    const forAna = (await explain({ text: "tarifa", contactId: ana })).json;
    expect(flows(forAna.candidates)).toEqual([vip, all]);
    const forBob = (await explain({ text: "tarifa", contactId: bob })).json;
    expect([flows(forBob.candidates), flows(forBob.notNow)]).toEqual([[all], [vip]]);
    expect(forBob.notNow[0].reason).toContain("“vip”");
    const unknown = await explain({ text: "tarifa", contactId: "00000000-0000-4000-8000-000000000000" });
    expect(unknown.status).toBe(404);
  });

  it("can be of a draft: as if its triggers, as they are being typed, were published", async () => {
    const word = { type: "keyword", keyword: "hortensia", mode: "word" };
    const older = await publish(flowWith("Older", word));
    const mine = await publish(flowWith("Mine", { ...word, keyword: "elsewhere" }));
    const draft = (trigger: object, priority = 0) => ({ flowId: mine, triggers: [trigger], priority });
    const order = async (trigger: object, priority?: number, text = "hortensia") => {
      const { json } = await explain({ text, draft: draft(trigger, priority) });
      return json.candidates.map(({ flowId }: { flowId: string }) => (flowId === mine ? "mine" : "older"));
    };
    expect(await order(word)).toEqual(["older", "mine"]);
    expect(await order(word, 5)).toEqual(["mine", "older"]);
    expect(await order({ ...word, mode: "exact" })).toEqual(["mine", "older"]);
    // What is published of the flow counts no more, and nothing was published by asking.
    expect(await order(word, 0, "elsewhere")).toEqual([]);
    expect((await explain({ text: "hortensia" })).json.candidates).toMatchObject([{ flowId: older }]);
    const stranger = { flowId: "00000000-0000-4000-8000-000000000000", triggers: [] };
    expect((await explain({ text: "x", draft: stranger })).status).toBe(404);
  });

  it("of a draft names the drafts of others that would match, but not what is published of them", async () => {
    const word = { type: "keyword", keyword: "petunia", mode: "word" };
    const published = await publish(flowWith("Published", word));
    const { id: drafted } = await createFlow(db().pool, actor(), "Drafted", { ...flowWith("Drafted", word) });
    const { id: mine } = await createFlow(db().pool, actor(), "Mine", { ...flowWith("Mine", word) });
    const { json } = await explain({ text: "PETUNIA", draft: { flowId: mine, triggers: [word] } });
    expect(json.drafts).toMatchObject([{ flowId: drafted, keyword: "petunia", mode: "word" }]);
    expect(json.candidates).toMatchObject([{ flowId: published }, { flowId: mine }]);
    expect((await explain({ text: "petunia" })).json).not.toHaveProperty("drafts");
  });

  it("is there for events too, and for words that mean the same in every flow", async () => {
    const paid = await publish(flowWith("Paid", { type: "event", name: "paid" }));
    const answer = await explain({ event: { type: "event", name: "PAID" } });
    expect(answer.json).toMatchObject({ winner: { flowId: paid, mode: "event" }, folded: null });
    expect((await explain({ text: "STOP" })).json).toMatchObject({ winner: null, word: "stop" });
  });

  it("is about a text or an event, not about both or nothing", async () => {
    for (const body of [{}, { text: "x", event: { type: "event", name: "x" } }, { event: { type: "x" } }])
      expect((await explain(body)).status).toBe(400);
  });
});

describe("the index in memory", () => {
  it("is after each change what a process that just started reads", async () => {
    const kept = new PublishedFlows();
    const texts = ["uno", "dos", "uno dos tres", "tres"];
    const compare = async () => {
      const { triggerRevision } = await db().prisma.workspace.findUniqueOrThrow({
        where: { id: world.workspaceId },
      });
      const answers = await Promise.all(
        [kept, new PublishedFlows()].map(async (flows) => {
          const index = await flows.triggers(db().pool, world.workspaceId, triggerRevision);
          const context = {
            channel: { id: "c", platform: "whatsapp" },
            contact: { language: null, tags: [] },
          } as const;
          return texts.map((text) =>
            index.candidates({ content: { type: "text", text }, firstMessage: false }, context),
          );
        }),
      );
      expect(answers[0]).toEqual(answers[1]);
      return answers[0]?.map((found) => found.length);
    };
    const before = await compare();
    expect(before).toEqual([0, 0, 0, 0]);
    const word = (keyword: string) => ({ type: "keyword", keyword, mode: "word" });
    const one = await publish(flowWith("One", word("uno"), word("dos")));
    expect(await compare()).toEqual([1, 1, 2, 0]);
    const two = await publish(flowWith("Two", word("uno")));
    expect(await compare()).toEqual([2, 1, 3, 0]);
    await saveDraft(db().pool, world.workspaceId, {
      id: one,
      definition: { ...flowWith("One", word("tres")) },
    });
    await publishFlow(app.app.runtime, actor(), { id: one });
    expect(await compare()).toEqual([1, 0, 2, 1]);
    await unpublishFlow(db().pool, world.workspaceId, two);
    expect(await compare()).toEqual([0, 0, 1, 1]);
    const many = await Promise.all(
      Array.from({ length: 25 }, (_, i) => publish(flowWith(`Many ${i}`, word("dos")))),
    );
    expect(await compare()).toEqual([0, 25, 26, 1]);
    for (const id of [one, ...many.slice(0, 24)]) await removeFlow(db().pool, world.workspaceId, id);
    expect(await compare()).toEqual([0, 1, 1, 0]);
  });
});
