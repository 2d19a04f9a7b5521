/** Faults 102 and 107, from the contract: no other site's page changes anything, reading changes nothing, and no field is taken that is not offered. */
import { traverseContractProcedures } from "@orpc/server";
import { beforeAll, describe, expect, it } from "vitest";
import { OPEN_AUTH_PATHS } from "../../server/src/auth/auth.ts";
import { contract } from "../../server/src/contract/index.ts";
import { cookieOf, GREETING, useApp } from "../support/app.ts";
import { databaseDigest } from "../support/database-digest.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
const NOBODY = "00000000-0000-4000-8000-000000000000";
const OWNER = { name: "Ana", email: "ana@example.org", password: "correct horse battery" };

interface Route {
  name: string;
  method: string;
  url: string;
  /** The Zod schema of its input. */
  input: unknown;
}
const routes: Route[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
  const { inputSchema, route } = procedure["~orpc"];
  routes.push({
    name: path.join("."),
    method: route.method ?? "POST",
    url: `/api/v1${route.path ?? ""}`,
    input: inputSchema,
  });
});
const writing = routes.filter((route) => route.method !== "GET");
const reading = routes.filter((route) => route.method === "GET");

/** Real ids, so that a hole would do real harm. */
const ids: Record<string, string> = {};
let cookie = "";

beforeAll(async () => {
  const token = new URL(app.app.setupLink ?? "").searchParams.get("token");
  cookie = cookieOf(await app.call("POST", "/setup", { body: { ...OWNER, token } }));
  const make = async (path: string, body: object) => (await app.call("POST", path, { cookie, body })).json;
  ids.flows = (await make("/flows", { name: "Greeting", definition: GREETING })).id;
  const published = await make(`/flows/${ids.flows}/publish`, {});
  ids.version = published.published.versionId;
  const phone = await make("/simulator/phone", {});
  ids.contacts = phone.contactId;
  ids.conversations = phone.conversationId;
  await make("/simulator/messages", { phone: phone.phone, message: { type: "text", text: "hola" } });
  await until(
    async () => (await app.call("GET", "/sessions", { cookie })).json.items[0]?.status === "Paused",
    "the flow asked its question",
  );
  await app.app.services.simulator.idle();
  ids.sessions = (await app.call("GET", "/sessions", { cookie })).json.items[0].id;
  ids["api-keys"] = (await make("/api-keys", { name: "Script", role: "viewer" })).id;
  ids.secrets = (await make("/secrets", { name: "x", value: "y" })).id;
  ids.teams = (await make("/teams", { name: "Sales" })).id;
  ids.channels = (
    await make("/channels", { platform: "whatsapp", name: "Shop", platformId: "10777", accessToken: "t" })
  ).id;
});

const addressOf = ({ url }: Route) => {
  const kind = url.split("/")[3] ?? "";
  return url.replace("{id}", ids[kind] ?? NOBODY).replace("{versionId}", ids.version ?? NOBODY);
};

async function send(method: string, path: string, headers: Record<string, string>, body?: string) {
  const answer = await fetch(app.url + path, {
    method,
    redirect: "manual",
    headers,
    ...(body === undefined ? {} : { body }),
  });
  return { status: answer.status, code: codeIn(await answer.text()) };
}

function codeIn(text: string): unknown {
  try {
    return Object(JSON.parse(text).error).code;
  } catch {
    return text.slice(0, 80);
  }
}

const JSON_TYPE = { "content-type": "application/json" };
/** What a browser would send along from a page that is not ours, as this method allows. */
const FOREIGN: [string, Record<string, string>][] = [
  ["another site", { ...JSON_TYPE, origin: "https://evil.example", "sec-fetch-site": "cross-site" }],
  ["a sandboxed frame", { ...JSON_TYPE, origin: "null" }],
  ["a neighbour's port", { ...JSON_TYPE, origin: "http://127.0.0.1:1", "sec-fetch-site": "same-site" }],
  ["a look-alike", { ...JSON_TYPE, origin: "http://127.0.0.1.evil.example" }],
  ["a page that hides its origin", { ...JSON_TYPE, "sec-fetch-site": "cross-site" }],
  ["a browser that names nothing", JSON_TYPE],
  ["a form", { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" }],
  ["a form for files", { "content-type": "multipart/form-data; boundary=x", origin: "https://evil.example" }],
  ["a plain request", { "content-type": "text/plain;charset=UTF-8", origin: "https://evil.example" }],
  ["our page with a form", { "content-type": "application/x-www-form-urlencoded" }],
];
const targets: [string, string, () => string][] = [
  ...writing.map((route): [string, string, () => string] => [
    route.name,
    route.method,
    () => addressOf(route),
  ]),
  ["media.upload", "POST", () => "/api/v1/media?name=x.txt"],
  ...[...OPEN_AUTH_PATHS].map((path): [string, string, () => string] => [
    `auth ${path}`,
    "POST",
    () => `/api/auth${path}`,
  ]),
];

describe("with a signed-in browser", () => {
  it("every route that writes is tried", () => {
    expect(writing.length).toBeGreaterThan(25);
  });

  it.each(targets)("%s takes nothing from another site's page", async (_, method, address) => {
    const before = await databaseDigest(app.app.runtime.pool);
    for (const [who, headers] of FOREIGN) {
      const body = JSON.stringify({
        ...OWNER,
        currentPassword: OWNER.password,
        newPassword: "a new password",
      });
      const origin = who === "our page with a form" ? { origin: app.url } : {};
      const answer = await send(method, address(), { cookie, ...headers, ...origin }, body);
      if (who === "our page with a form" && address().startsWith("/api/v1/media?")) continue;
      expect([who, [403, 404, 415].includes(answer.status)]).toEqual([who, true]);
      expect(["foreign-origin", "unsupported-media-type", "not-found"]).toContain(answer.code);
    }
    const bare = await send(method, address(), { cookie, origin: "https://evil.example" });
    expect(bare).toEqual({ status: 403, code: "foreign-origin" });
    const after = await databaseDigest(app.app.runtime.pool);
    if (!address().startsWith("/api/v1/media?")) expect(after).toEqual(before);
  });

  it("no reading route changes a thing, and none answers a foreign page with leave to read", async () => {
    const before = await databaseDigest(app.app.runtime.pool);
    for (const route of reading) {
      const answer = await fetch(app.url + addressOf(route), {
        headers: { cookie, origin: "https://evil.example" },
      });
      await answer.arrayBuffer();
      expect([route.name, answer.headers.get("access-control-allow-origin")]).toEqual([route.name, null]);
      expect([route.name, answer.headers.get("cache-control")]).toEqual([route.name, "no-store"]);
      expect([route.name, answer.status < 500]).toEqual([route.name, true]);
    }
    // That somebody took a person's data out is noted; nothing else is.
    const audited = { audit_log: expect.any(String) };
    expect(await databaseDigest(app.app.runtime.pool)).toEqual({ ...before, ...audited });
  });

  it("no method in disguise reaches a writing route", async () => {
    const path = `/api/v1/flows/${ids.flows}`;
    for (const headers of [{ "x-http-method-override": "DELETE" }, { "x-method-override": "DELETE" }])
      await send("GET", `${path}?_method=DELETE`, { cookie, ...headers });
    expect((await send("GET", path, { cookie })).status).toBe(200);
  });
});

/** Names that no caller may set, wherever they are put. */
const FORBIDDEN = {
  workspaceId: NOBODY,
  workspace_id: NOBODY,
  createdBy: "x",
  createdAt: "2020-01-01T00:00:00Z",
  isAdmin: true,
  actor: { role: "owner" },
  credentialId: "x",
  publishedVersionId: NOBODY,
};

/** Names of a schema's fields and whether it refuses others; null for what takes no object. */
function shapeOf(schema: unknown): { names: string[]; isStrict: boolean } | null {
  const def = Object(Object(schema)._zod?.def);
  if (def.type !== "object") return null;
  return { names: Object.keys(def.shape), isStrict: Object(def.catchall)._zod?.def.type === "never" };
}

describe("a body", () => {
  it("of every writing route takes the fields that are named and refuses any other", () => {
    const loose = writing.filter(({ input, url }) => {
      const shape = shapeOf(input);
      // A route that takes nothing but what its address says has no field to slip in.
      return shape && !shape.isStrict && shape.names.some((name) => !url.includes(`{${name}}`));
    });
    expect(loose.map((route) => route.name)).toEqual([]);
  });

  it.each(Object.entries(FORBIDDEN))("with %s in it sets nothing anywhere", async (name, value) => {
    const stranger = await app.stranger();
    const evil = { [name]: name.startsWith("workspace") ? stranger.workspaceId : value };
    const bodies: [string, string, object][] = [
      ["POST", "/flows", { name: "Mine" }],
      ["POST", "/api-keys", { name: "Mine", role: "viewer" }],
      ["POST", "/teams", { name: "Mine" }],
      ["POST", "/secrets", { name: "mine", value: "x" }],
      ["PATCH", "/workspace", { name: "Mine" }],
      ["PATCH", `/contacts/${ids.contacts}`, { name: "Mine" }],
      ["POST", `/contacts/${ids.contacts}/notes`, { text: "Mine" }],
      ["PATCH", `/channels/${ids.channels}`, { name: "Mine" }],
      ["POST", "/messages/send", { conversationId: ids.conversations, content: { type: "text", text: "x" } }],
    ];
    const before = await databaseDigest(app.app.runtime.pool);
    for (const [method, path, body] of bodies) {
      const answer = await app.call(method, path, { cookie, body: { ...body, ...evil } });
      expect([path, answer.status, answer.json.error.code]).toEqual([path, 400, "bad-request"]);
      expect(JSON.stringify(answer.json.error.issues)).toContain(name);
    }
    expect(await databaseDigest(app.app.runtime.pool)).toEqual(before);
  });

  it("with a prototype in it changes no object of the server", async () => {
    for (const body of [
      '{"name":"x","__proto__":{"polluted":1}}',
      '{"constructor":{"prototype":{"polluted":1}}}',
    ])
      await app.call("POST", "/flows", { cookie, body });
    await app.call("PATCH", `/contacts/${ids.contacts}`, {
      cookie,
      body: '{"fields":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    });
    expect(Reflect.get({}, "polluted")).toBeUndefined();
    expect((await app.call("GET", `/contacts/${ids.contacts}`, { cookie })).status).toBe(200);
  });
});
