// Every route of the contract: nothing without proof, nothing beyond the role, nothing of another workspace.
import { traverseContractProcedures } from "@orpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import { actionOf, may } from "../../server/src/auth/authorize.ts";
import { contract, type Role } from "../../server/src/contract/index.ts";
import { GREETING, useApp } from "../support/app.ts";
import { until } from "../support/server-process.ts";

interface Route {
  name: string;
  path: string[];
  method: string;
  url: string;
}

/** Straight from the contract, so that a new route is in every test below without a word. */
const routes: Route[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
  const { method = "POST", path: url = "" } = procedure["~orpc"].route;
  routes.push({ name: path.join("."), path: [...path], method, url });
});
const OPEN = new Set(["account.setup", "account.setupStatus"]);
const guarded = routes.filter((route) => !OPEN.has(route.name));
const ROLES: Role[] = ["viewer", "agent", "editor", "admin", "owner"];
const NOBODY = "00000000-0000-4000-8000-000000000000";

/** A body that each route takes, so that a refusal is about the caller and not about the body. */
const BODIES: Record<string, unknown> = {
  "sessions.endMany": { ids: [NOBODY] },
  "sessions.moveMany": { ids: [NOBODY] },
  "sessions.resumeMany": { ids: [NOBODY] },
  "conversations.startFlow": { flowId: NOBODY },
  "cannedReplies.create": { shortcut: "x y", text: "x" },
  "conversationViews.create": { name: "", filter: {} },
  "analytics.whatIf": { keyword: "x" },
  "contacts.merge": { other: "00000000-0000-7000-8000-000000000009" },
  "account.apiKeys.create": { name: "x", role: "viewer" },
  "connections.connect": { chosen: [{ platform: "whatsapp", platformId: "1" }] },
  "connections.start": { platforms: ["whatsapp"] },
  "channels.create": { platform: "whatsapp", name: "x", platformId: "12", accessToken: "" },
  "flows.create": { name: "" },
  "flows.save": { definition: {} },
  "requests.try": { method: "GET", url: "nothing", headers: {}, timeoutMs: 1_000 },
  "triggers.explain": { text: "hola" },
  "events.report": { name: "paid", contact: { id: NOBODY } },
  "contacts.addNote": { text: "x" },
  "segments.create": { name: "" },
  "contactImports.check": {
    mapping: { columns: [{ to: "phone" }], callingCode: null, tags: [], consent: { type: "nothing-said" } },
  },
  "workspace.secrets.store": { name: "x y", value: "z" },
  "workspace.teams.create": { name: "" },
  "messages.send": { conversationId: NOBODY, content: { type: "text", text: "x" } },
  "simulator.phone": { phone: "no" },
  "simulator.send": { phone: "no", message: { type: "text", text: "x" } },
  "simulator.read": { phone: "57300" },
  "simulator.runDraft": { phone: "573001234567", flowId: NOBODY },
  "simulator.reset": {},
  "simulator.skipWait": {},
};

const bodyOf = (route: Route) =>
  route.method === "GET" || route.method === "DELETE" ? {} : { body: BODIES[route.name] ?? {} };
/** Of the flow that is another workspace's. */
let versionId = NOBODY;
const urlOf = (route: Route, id: string) => route.url.replace("{id}", id).replace("{versionId}", versionId);

const app = useApp();
const keys = new Map<Role, string>();

describe("every route", () => {
  it("is known to the table of rights", () => {
    expect(guarded.length).toBeGreaterThan(40);
    expect(guarded.filter((route) => actionOf(route.path) === undefined).map((route) => route.name)).toEqual(
      [],
    );
  });

  it.each(guarded.map((route) => [route.name, route] as const))(
    "%s refuses without proof",
    async (_name, route) => {
      const answer = await app.call(route.method, urlOf(route, NOBODY), bodyOf(route));
      expect([answer.status, answer.json?.error?.code]).toEqual([401, "unauthorized"]);
    },
  );

  it.each(guarded.map((route) => [route.name, route] as const))(
    "%s refuses exactly the roles without the right",
    async (_name, route) => {
      const action = actionOf(route.path);
      for (const role of ROLES) {
        const key = keys.get(role) ?? (await app.keyFor(role));
        keys.set(role, key);
        const answer = await app.call(route.method, urlOf(route, NOBODY), { key, ...bodyOf(route) });
        const refused = answer.status === 403 && answer.json.error.code === "forbidden";
        expect([role, refused]).toEqual([role, action === undefined || !may(role, action)]);
        expect(answer.status).toBeLessThan(500);
      }
    },
  );
});

describe("another workspace's things", () => {
  /** Route name → an id of the owner's that the stranger tries. */
  const ids: Record<string, string> = {};
  let stranger = "";
  let own = "";

  beforeAll(async () => {
    own = await app.keyFor("owner");
    stranger = (await app.stranger()).key;
    const flow = await app.call("POST", "/flows", {
      key: own,
      body: { name: "Greeting", definition: GREETING },
    });
    const published = await app.call("POST", `/flows/${flow.json.id}/publish`, { key: own, body: {} });
    expect(published.status).toBe(200);
    versionId = published.json.published.versionId;
    const channel = await app.call("POST", "/channels", {
      key: own,
      body: { platform: "whatsapp", name: "Shop", platformId: "10555", accessToken: "t", appSecret: "s" },
    });
    const { phone, contactId, conversationId } = (
      await app.call("POST", "/simulator/phone", { key: own, body: {} })
    ).json;
    await app.call("POST", "/simulator/messages", {
      key: own,
      body: { phone, message: { type: "text", text: "hola" } },
    });
    await until(
      async () => (await app.call("GET", "/sessions", { key: own })).json.items.length === 1,
      "the session began",
    );
    const session = (await app.call("GET", "/sessions", { key: own })).json.items[0].id;
    const log = (await app.call("GET", "/webhook-log", { key: own })).json.items[0].id;
    const apiKey = (await app.call("GET", "/api-keys", { key: own })).json.items[0].id;
    const secret = await app.call("POST", "/secrets", { key: own, body: { name: "x", value: "y" } });
    const team = await app.call("POST", "/teams", { key: own, body: { name: "Sales" } });
    const kinds: Record<string, string> = {
      flows: flow.json.id,
      channels: channel.json.id,
      contacts: contactId,
      conversations: conversationId,
      sessions: session,
      account: apiKey,
      operations: log,
      "workspace.secrets": secret.json.id,
      "workspace.teams": team.json.id,
    };
    const reply = await app.call("POST", "/canned-replies", { key: own, body: { shortcut: "x", text: "y" } });
    kinds.cannedReplies = reply.json.id;
    const view = await app.call("POST", "/conversation-views", { key: own, body: { name: "x", filter: {} } });
    kinds.conversationViews = view.json.id;
    kinds.media = await uploadedFile(own);
    kinds.connections = await storedSignIn(channel.json.id);
    kinds.templates = await storedTemplate(channel.json.id);
    const segment = { name: "Everybody", filter: { all: [] } };
    kinds.segments = (await app.call("POST", "/segments", { key: own, body: segment })).json.id;
    kinds.contactImports = await uploadedTable(own);
    kinds.leads = await storedLead(channel.json.id);
    kinds["contacts.undoMerge"] = await storedMerge(contactId);
    for (const route of guarded) {
      const [first = "", second = ""] = route.path;
      const id = kinds[`${first}.${second}`] ?? kinds[first];
      if (route.url.includes("{id}") && id !== undefined) ids[route.name] = id;
    }
  });

  const withIds = guarded.filter((route) => route.url.includes("{id}"));

  it.each(withIds.map((route) => [route.name, route] as const))(
    "%s answers 404, as for what does not exist",
    async (_name, route) => {
      const id = ids[route.name];
      if (id === undefined) throw new Error(`no id for ${route.name}: add its kind above`);
      const body = route.name === "flows.save" ? { body: { definition: GREETING } } : bodyOf(route);
      const foreign = await app.call(route.method, urlOf(route, id), { key: stranger, ...body });
      const absent = await app.call(
        route.method,
        urlOf(route, route.url.startsWith("/webhook-log") ? "987654321" : NOBODY),
        { key: stranger, ...body },
      );
      expect([foreign.status, foreign.json?.error?.code]).toEqual([404, "not-found"]);
      expect([absent.status, absent.json]).toEqual([404, foreign.json]);
    },
  );

  it("can't be reached through ids inside a body either", async () => {
    const { channels, conversations, flows } = {
      channels: ids["channels.get"],
      conversations: ids["conversations.get"],
      flows: ids["flows.get"],
    };
    const content = { type: "text", text: "x" };
    const tries = await Promise.all([
      app.call("POST", "/messages/send", { key: stranger, body: { conversationId: conversations, content } }),
      app.call("POST", "/messages/send", {
        key: stranger,
        body: { channelId: channels, to: "34600000001", content },
      }),
      app.call("POST", "/triggers/explain", { key: stranger, body: { text: "hola", channelId: channels } }),
      app.call("POST", "/simulator/run-draft", {
        key: stranger,
        body: { phone: "573001234567", flowId: flows },
      }),
    ]);
    expect(tries.map((answer) => answer.status)).toEqual([404, 404, 404, 404]);
    // With one foot in the door: a person of the stranger's own, to be made one with somebody else's.
    const workspaceId = (await app.call("GET", "/me", { key: stranger })).json.workspace.id;
    const mine = (await app.app.runtime.prisma.contact.create({ data: { workspaceId, name: "Eva" } })).id;
    const theirs = ids["contacts.get"];
    for (const [id, other] of [
      [mine, theirs],
      [theirs, mine],
    ]) {
      const answer = await app.call("POST", `/contacts/${id}/merge`, { key: stranger, body: { other } });
      expect([answer.status, answer.json.error.code]).toEqual([404, "not-found"]);
    }
  });

  it("are in none of the stranger's lists", async () => {
    const stranger = (await app.stranger()).key;
    for (const route of guarded.filter((route) => route.name.endsWith(".list"))) {
      const answer = await app.call("GET", route.url, { key: stranger });
      const items = route.name === "account.apiKeys.list" ? 1 : 0;
      expect([route.name, answer.status, answer.json.items.length]).toEqual([route.name, 200, items]);
    }
    expect(
      (await app.call("POST", "/triggers/explain", { key: stranger, body: { text: "hola" } })).json,
    ).toMatchObject({ winner: null, candidates: [], notNow: [] });
  });

  it("are still there afterwards", async () => {
    for (const route of withIds.filter((route) => route.method === "GET")) {
      const answer = await app.call("GET", urlOf(route, ids[route.name] ?? ""), { key: own });
      expect([route.name, answer.status]).toEqual([route.name, 200]);
    }
  });
});

async function uploadedFile(key: string): Promise<string> {
  const answer = await fetch(`${app.url}/api/v1/media?name=note.txt`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "text/plain" },
    body: "hola",
  });
  return Object(await answer.json()).id;
}

async function uploadedTable(key: string): Promise<string> {
  const answer = await fetch(`${app.url}/api/v1/contact-imports`, {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "text/csv" },
    body: "phone\n+34600000001\n",
  });
  const { id } = Object(await answer.json());
  await app.call("POST", `/contact-imports/${id}/check`, { key, body: BODIES["contactImports.check"] });
  return id;
}

async function storedSignIn(channelId: string): Promise<string> {
  const { prisma } = app.app.runtime;
  const { workspaceId } = await prisma.channel.findFirstOrThrow({ where: { id: channelId } });
  return (await prisma.metaConnection.create({ data: { workspaceId, metaUserId: "900" } })).id;
}

async function storedTemplate(channelId: string): Promise<string> {
  const { prisma } = app.app.runtime;
  const { workspaceId } = await prisma.channel.findFirstOrThrow({ where: { id: channelId } });
  const data = { workspaceId, channelId, name: "t", language: "es", status: "APPROVED", components: [] };
  return (await prisma.template.create({ data })).id;
}

async function storedLead(channelId: string): Promise<string> {
  const { prisma } = app.app.runtime;
  const { workspaceId } = await prisma.channel.findFirstOrThrow({ where: { id: channelId } });
  return (await prisma.lead.create({ data: { workspaceId, channelId, platformId: "1", state: "failed" } }))
    .id;
}

async function storedMerge(contactId: string): Promise<string> {
  const { prisma } = app.app.runtime;
  const { workspaceId } = await prisma.contact.findFirstOrThrow({ where: { id: contactId } });
  const other = await prisma.contact.create({ data: { workspaceId, name: "Other" } });
  const merge = { workspaceId, winnerId: contactId, loserId: other.id, moved: {} };
  return (await prisma.contactMerge.create({ data: merge })).id;
}
