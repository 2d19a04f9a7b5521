// What people who answer do besides answering: whose a conversation is, closing it, starting a flow in it, ways to look at the list.
import { beforeAll, describe, expect, it } from "vitest";
import { useApp } from "../support/app.ts";
import { type Person, person, signedInCookie } from "../support/member.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
let key = "";
let ana: Person & { cookie: string };
let luz: Person & { cookie: string };

beforeAll(async () => {
  key = await app.keyFor("owner");
  const [a, b] = [await person(app, "agent", "Ana Ruiz"), await person(app, "agent", "Luz")];
  ana = { ...a, cookie: await signedInCookie(app, a) };
  luz = { ...b, cookie: await signedInCookie(app, b) };
  for (const flow of [ask("hola", "Name?"), handOff("persona")]) {
    const { json } = await app.call("POST", "/flows", { key, body: { name: flow.name, definition: flow } });
    expect((await app.call("POST", `/flows/${json.id}/publish`, { key, body: {} })).status).toBe(200);
  }
});

const trigger = (keyword: string) => [{ type: "keyword", keyword, mode: "word" }];
const ask = (keyword: string, text: string) => ({
  format: "hilo.flow/1",
  name: keyword,
  triggers: trigger(keyword),
  nodes: [
    { id: "ask", type: "ask", data: { text, kind: "text", saveAs: "name" } },
    { id: "bye", type: "text", data: { text: "Thanks {{ name }}" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "ask" },
    { id: "e1", source: "ask", target: "bye" },
  ],
});
const handOff = (keyword: string) => ({
  format: "hilo.flow/1",
  name: keyword,
  triggers: trigger(keyword),
  nodes: [
    { id: "human", type: "handoff", data: { text: "One moment" } },
    { id: "back", type: "text", data: { text: "Was that all?" } },
  ],
  edges: [
    { id: "e0", source: "start", target: "human" },
    { id: "e1", source: "human", target: "back" },
  ],
});

type By = { key: string } | { cookie: string };
const send = async (method: string, path: string, body: unknown, by: By = { key }) =>
  app.call(method, path, { ...by, ...(body === undefined ? {} : { body }) });
const done = async (method: string, path: string, body?: unknown, by: By = { key }) => {
  const answer = await send(method, path, body, by);
  expect([path, answer.status, answer.text]).toEqual([
    path,
    expect.toSatisfy((status: number) => status < 300),
    expect.anything(),
  ]);
  return answer.json;
};
const ids = async (query: string, by: By = { key }): Promise<string[]> =>
  (await done("GET", `/conversations?${query}`, undefined, by)).items.map(({ id }: { id: string }) => id);

let phones = 0;
async function customer(text: string) {
  phones += 1;
  const phone = `57301${String(phones).padStart(7, "0")}`;
  const { conversationId: id } = await done("POST", "/simulator/phone", { phone });
  const say = (words: string) =>
    done("POST", "/simulator/messages", { phone, message: { type: "text", text: words } });
  const heard = async (): Promise<string[]> =>
    (await done("GET", `/conversations/${id}/messages`)).items
      .filter(({ direction }: { direction: string }) => direction === "out")
      .map((message: { content: { text: string } }) => message.content.text);
  const hears = (words: string) => until(async () => (await heard()).includes(words), `“${words}” is heard`);
  const state = () => done("GET", `/conversations/${id}`);
  await say(text);
  return { id, say, heard, hears, state };
}

describe("closing", () => {
  it("puts a conversation away until the customer writes again", async () => {
    const one = await customer("hola");
    await one.hears("Name?");
    expect((await one.state()).status).toBe("open");
    expect((await done("PATCH", `/conversations/${one.id}`, { status: "closed" })).status).toBe("closed");
    expect(await ids("status=closed")).toContain(one.id);
    expect(await ids("status=open")).not.toContain(one.id);
    await one.say("Bea");
    await one.hears("Thanks Bea");
    expect((await one.state()).status).toBe("open");
  });

  it("hands back to the bot, which says what the flow says after a hand-off, and is nobody's", async () => {
    const one = await customer("persona");
    await one.hears("One moment");
    await done("POST", `/conversations/${one.id}/take-over`, undefined, ana);
    expect(await one.state()).toMatchObject({ mode: "Human", assignee: { name: "Ana Ruiz" } });
    const closed = await done("PATCH", `/conversations/${one.id}`, { status: "closed" });
    expect(closed).toMatchObject({ mode: "Bot", status: "closed", assignee: null });
    await one.hears("Was that all?");
    expect((await one.state()).status).toBe("closed");
  });

  it("is undone by opening, and by taking over", async () => {
    const one = await customer("hola");
    await one.hears("Name?");
    await done("PATCH", `/conversations/${one.id}`, { status: "closed" });
    expect((await done("PATCH", `/conversations/${one.id}`, { status: "open" })).status).toBe("open");
    await done("PATCH", `/conversations/${one.id}`, { status: "closed" });
    expect((await done("POST", `/conversations/${one.id}/take-over`)).status).toBe("open");
  });
});

describe("whose a conversation is", () => {
  it("is a member, a team, or nobody, and the bot goes on until somebody takes over", async () => {
    const team = await done("POST", "/teams", { name: "Sales", memberIds: [ana.userId] });
    const one = await customer("hola");
    const given = await done("PATCH", `/conversations/${one.id}`, {
      assigneeId: ana.userId,
      teamId: team.id,
    });
    expect(given).toMatchObject({
      mode: "Bot",
      assignee: { id: ana.userId, name: "Ana Ruiz" },
      team: { id: team.id, name: "Sales" },
    });
    expect(await ids("assignee=me", ana)).toEqual([one.id]);
    expect(await ids("assignee=me", luz)).toEqual([]);
    expect(await ids(`teamId=${team.id}`)).toEqual([one.id]);
    expect((await done("GET", "/conversations/counts", undefined, ana)).mine).toBe(1);
    await one.say("Bea");
    await one.hears("Thanks Bea");
    expect(await one.state()).toMatchObject({ assignee: { id: ana.userId }, team: { id: team.id } });
    const released = await done("PATCH", `/conversations/${one.id}`, { assigneeId: null });
    expect(released).toMatchObject({ assignee: null, team: { id: team.id } });
  });

  it("is refused for who may not answer, strangers, and teams that are not there", async () => {
    const one = await customer("hola");
    const viewer = await person(app, "viewer", "Vic");
    const { workspaceId: elsewhere } = await app.stranger();
    const other = await app.app.runtime.prisma.team.create({
      data: { workspaceId: elsewhere, name: "Theirs" },
    });
    for (const body of [{ assigneeId: viewer.userId }, { assigneeId: "nobody" }, { teamId: other.id }]) {
      const answer = await send("PATCH", `/conversations/${one.id}`, body);
      expect([body, answer.status]).toEqual([body, 400]);
    }
    expect(await one.state()).toMatchObject({ assignee: null, team: null });
  });

  it("is nobody's for an API key that asks for its own", async () => {
    const answer = await send("GET", "/conversations?assignee=me", undefined);
    expect([answer.status, answer.json.error.message]).toEqual([400, expect.stringContaining("API key")]);
  });
});

it("counts who waits for a person and is nobody's", async () => {
  const before = (await done("GET", "/conversations/counts", undefined, luz)).waiting;
  const one = await customer("persona");
  await one.hears("One moment");
  expect((await done("GET", "/conversations/counts", undefined, luz)).waiting).toBe(before + 1);
  expect(await ids("mode=Human&assignee=none&status=open")).toContain(one.id);
  await done("POST", `/conversations/${one.id}/take-over`, undefined, luz);
  expect(await done("GET", "/conversations/counts", undefined, luz)).toMatchObject({
    waiting: before,
    mine: 1,
  });
});

describe("starting a flow by hand", () => {
  it("ends what ran, gives the bot the conversation and begins", async () => {
    const one = await customer("persona");
    await one.hears("One moment");
    const flow = (await done("GET", "/flows")).items.find(({ name }: { name: string }) => name === "hola");
    const started = await done("POST", `/conversations/${one.id}/start-flow`, { flowId: flow.id }, luz);
    expect(started).toMatchObject({ mode: "Bot", session: { flowId: flow.id, status: "Paused" } });
    await one.hears("Name?");
    expect(await ids(`flowId=${flow.id}&status=open`)).toContain(one.id);
  });

  it("is refused for a flow that is not published", async () => {
    const one = await customer("hola");
    const draft = await done("POST", "/flows", { name: "Draft", definition: ask("draft", "?") });
    const answer = await send("POST", `/conversations/${one.id}/start-flow`, { flowId: draft.id });
    expect([answer.status, answer.json.error.message]).toEqual([
      409,
      "This flow is not published. Publish it, then start it.",
    ]);
  });
});

describe("notes", () => {
  it("tell the members named in them, until they have looked", async () => {
    const one = await customer("hola");
    const { contact } = await one.state();
    const note = await done(
      "POST",
      `/contacts/${contact.id}/notes`,
      { text: "Ask @ana ruíz about the size, not @Luzia" },
      luz,
    );
    expect(note).toMatchObject({ author: "Luz", mentions: ["Ana Ruiz"] });
    expect(await ids("mentioned=true", ana)).toEqual([one.id]);
    expect(await ids("mentioned=true", luz)).toEqual([]);
    expect((await done("GET", "/conversations/counts", undefined, ana)).mentioned).toBe(1);
    await done("POST", `/conversations/${one.id}/read`, undefined, luz);
    expect(await ids("mentioned=true", ana)).toEqual([one.id]);
    await done("POST", `/conversations/${one.id}/read`, undefined, ana);
    expect(await ids("mentioned=true", ana)).toEqual([]);
  });
});

describe("views", () => {
  it("are everybody's or their maker's, and keep what they narrow to", async () => {
    const filter = { status: "open", assignee: "me", unread: true };
    const mine = await done("POST", "/conversation-views", { name: "Mine", filter }, ana);
    const all = await done("POST", "/conversation-views", { name: "All", shared: true, filter: {} }, ana);
    const names = async (by: By) =>
      (await done("GET", "/conversation-views", undefined, by)).items.map(
        ({ name }: { name: string }) => name,
      );
    expect(mine).toMatchObject({ shared: false, filter });
    expect(await names(ana)).toEqual(["Mine", "All"]);
    expect(await names(luz)).toEqual(["All"]);
    expect((await send("DELETE", `/conversation-views/${mine.id}`, undefined, luz)).status).toBe(404);
    await done("DELETE", `/conversation-views/${mine.id}`, undefined, ana);
    await done("DELETE", `/conversation-views/${all.id}`, undefined, luz);
    expect(await names(ana)).toEqual([]);
  });

  it("are refused with a part that no list knows", async () => {
    const answer = await send("POST", "/conversation-views", { name: "Odd", filter: { colour: "red" } });
    expect(answer.status).toBe(400);
  });
});

describe("canned replies", () => {
  it("are kept by a shortcut that is theirs alone, and seen in their own workspace only", async () => {
    const hours = await done("POST", "/canned-replies", { shortcut: "Horario", text: "9 a 18" }, ana);
    expect(hours).toMatchObject({ shortcut: "horario", text: "9 a 18" });
    const double = await send("POST", "/canned-replies", { shortcut: "HORARIO", text: "?" });
    expect([double.status, double.json.error.message]).toEqual([
      409,
      "There is a canned reply /horario already.",
    ]);
    expect((await send("POST", "/canned-replies", { shortcut: "two words", text: "?" })).status).toBe(400);
    await done("PATCH", `/canned-replies/${hours.id}`, { text: "9 a 20" });
    const list = async (by: By) => (await done("GET", "/canned-replies", undefined, by)).items;
    expect(await list({ key })).toMatchObject([{ shortcut: "horario", text: "9 a 20" }]);
    expect(await list({ key: (await app.stranger()).key })).toEqual([]);
    await done("DELETE", `/canned-replies/${hours.id}`);
    expect(await list({ key })).toEqual([]);
  });
});
