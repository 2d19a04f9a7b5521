// What a request got wrong is refused with 400 and a sentence, not answered as if it had not been asked.
import { beforeAll, describe, expect, it } from "vitest";
import { openApiDocument } from "../../server/src/http/open-api.ts";
import { GREETING, useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
let key = "";
/** By the name of the list's folder: something to list. */
const ids: Record<string, string> = {};
const get = (path: string) => app.call("GET", path, { key });
const post = (path: string, body: unknown = {}) => app.call("POST", path, { key, body });

beforeAll(async () => {
  key = await app.keyFor("owner");
  const flow = (await post("/flows", { name: "Greeting", definition: GREETING })).json;
  await post(`/flows/${flow.id}/publish`);
  const phone = "573001234567";
  const { contactId, conversationId } = (await post("/simulator/phone", { phone })).json;
  await post("/simulator/messages", { phone, message: { type: "text", text: "hola" } });
  const sessions = async () => (await get(`/sessions?conversationId=${conversationId}`)).json.items;
  await until(async () => (await sessions()).length > 0, "a session began");
  const [{ id: sessionId }] = await sessions();
  Object.assign(ids, { flows: flow.id, contacts: contactId, conversations: conversationId });
  Object.assign(ids, { sessions: sessionId, "contact-imports": await checkedImport() });
  await app.app.services.simulator.idle();
});

async function checkedImport(): Promise<string> {
  const answer = await fetch(`${app.url}/api/v1/contact-imports`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "text/csv" },
    body: "phone\n+34600000001\n",
  });
  const { id } = Object(await answer.json());
  const consent = { type: "nothing-said" };
  const mapping = { columns: [{ to: "phone" }], callingCode: null, tags: [], consent };
  await post(`/contact-imports/${id}/check`, { mapping });
  return id;
}

describe("a list", () => {
  const made = (parts: unknown) => Buffer.from(JSON.stringify(parts)).toString("base64url");
  const uuid = "0197c9d2-0000-7000-8000-000000000000";
  const cursors = [
    "",
    "%00",
    "zzz",
    made("x"),
    made([]),
    made([{}]),
    made(["x", "y"]),
    made(["1e400"]),
    made(["2026-01-01T00:00:00Z"]),
    made(["2026-01-01T00:00:00Z", "nope"]),
    made(["2026-02-30T00:00:00Z", uuid]),
    made([uuid, uuid, uuid]),
    made(["9999999999999999999"]),
  ];

  it("refuses a cursor that is none of its own, and says what to do", async () => {
    const { paths } = await openApiDocument();
    const lists = Object.entries(paths ?? {}).flatMap(([path, item]) => {
      const parameters = item?.get?.parameters ?? [];
      return parameters.some((parameter) => "name" in parameter && parameter.name === "cursor") ? [path] : [];
    });
    expect(lists.length).toBeGreaterThan(12);
    for (const list of lists) {
      const path = list.replace("{id}", ids[list.split("/")[1] ?? ""] ?? "");
      expect([path, (await get(path)).status]).toEqual([path, 200]);
      for (const cursor of cursors) {
        const { status, json } = await get(`${path}?cursor=${cursor}`);
        expect([path, cursor, status, json.error?.code]).toEqual([path, cursor, 400, "bad-request"]);
        expect(json.error.message).toMatch(/take nextCursor as it came|A value in the request is not valid/);
      }
    }
  });
});

describe("a message to send", () => {
  const send = (content: unknown) =>
    post("/messages/send", {
      conversationId: ids.conversations,
      clientKey: `key-${JSON.stringify(content)}`.slice(0, 90),
      content,
    });

  it.each([
    [{ type: "text", text: "a\u0000b" }, /NUL \(U\+0000\)/],
    [{ type: "text", text: "a\ud83d" }, /half of a surrogate pair/],
    [
      {
        type: "buttons",
        text: "?",
        options: [
          { id: "a", title: "Sí" },
          { id: "b", title: " si" },
        ],
      },
      /Two choices are called “ si”/,
    ],
  ])("is refused at once: %j", async (content, sentence) => {
    const before = (await get(`/conversations/${ids.conversations}/messages`)).json.items.length;
    const { status, json } = await send(content);
    expect([status, json.error?.code]).toEqual([400, "bad-request"]);
    expect(json.error.message).toMatch(sentence);
    expect((await get(`/conversations/${ids.conversations}/messages`)).json.items).toHaveLength(before);
  });

  it("has a recipient and a key that can be stored", async () => {
    for (const wrong of [{ clientKey: "12345678\u0000" }, { commentId: "1\u0000" }]) {
      const body = { conversationId: ids.conversations, content: { type: "text", text: "x" }, ...wrong };
      expect([wrong, (await post("/messages/send", body)).status]).toEqual([wrong, 400]);
    }
    const channelId = (await get("/channels")).json.items[0].id;
    const to = { channelId, to: "57300\u0000", content: { type: "text", text: "x" } };
    expect((await post("/messages/send", to)).status).toBe(400);
  });
});

it("an import without a source is refused by name", async () => {
  const { status, json } = await post("/flows/import", { kind: "typebot" });
  expect([status, json.error.issues[0].path]).toEqual([400, ["source"]]);
});
