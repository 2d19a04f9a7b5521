/** Channels connected by signing in at Meta, kept working, and let go. The reason for its length: one app and one stand-in of Meta serve the whole life of a channel. */
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { channelSecretAad } from "../../server/src/channels/secrets.ts";
import { tellAdmins } from "../../server/src/channels/tell-admins.ts";
import { renewDueTokens } from "../../server/src/channels/token-care.ts";
import { newId } from "../../server/src/db/ids.ts";
import type { Mail } from "../../server/src/tasks/mailer.ts";
import { useApp } from "../support/app.ts";
import { GraphStandIn, metaError } from "../support/graph-stand-in.ts";

const SECRET = "the app's secret";
const WABA = "102290129340398";
const NUMBER = "106540352242922";
const PAGE = "20531316728";
const INSTAGRAM = "17841405822304914";

let graph: GraphStandIn;
const env: Record<string, string> = { META_APP_SECRET: SECRET, META_APP_ID: "4242" };
beforeAll(async () => {
  graph = await GraphStandIn.start();
  env.GRAPH_API_URL = graph.url;
});
afterAll(() => graph.stop());
const app = useApp(env);

let key = "";
beforeEach(async () => {
  const { prisma } = app.app.runtime;
  await prisma.channel.deleteMany({ where: { platform: { not: "simulator" } } });
  app.app.services.directory.invalidate();
  key = await app.keyFor("admin");
  const { account } = graph;
  account.calls.length = 0;
  account.subscribed.clear();
  account.numbers.set(WABA, [{ id: NUMBER, display_phone_number: "+34 600 000 000", verified_name: "Shop" }]);
  account.pages.splice(0, account.pages.length, {
    id: PAGE,
    name: "Shop",
    access_token: "page-token",
    instagram_business_account: { id: INSTAGRAM, username: "shop" },
  });
  account.nodes.set(NUMBER, {
    display_phone_number: "+34 600 000 000",
    verified_name: "Shop",
    quality_rating: "GREEN",
    throughput: { level: "HIGH" },
    whatsapp_business_manager_messaging_limit: "TIER_10K",
    health_status: { entities: [{ entity_type: "WABA", id: WABA }] },
  });
});

/** The browser goes to Meta and comes back; answers where it ends. */
async function signIn(cookie?: string): Promise<URL> {
  const who = cookie === undefined ? { key } : { cookie };
  const { json, status } = await app.call("POST", "/meta/sign-in", {
    ...who,
    body: { platforms: ["whatsapp", "instagram"] },
  });
  expect(status).toBe(200);
  const dialog = await fetch(json.url, { redirect: "manual" });
  const back = new URL(dialog.headers.get("location") ?? "");
  expect(back.pathname).toBe("/api/meta/oauth/callback");
  return back;
}

async function comeBack(back: URL, cookie?: string): Promise<URL> {
  const answer = await app.call("GET", back.pathname + back.search, cookie === undefined ? {} : { cookie });
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get("location") ?? "");
}

async function connection(): Promise<string> {
  const end = await comeBack(await signIn());
  return end.searchParams.get("connection") ?? "";
}

const channelOf = (id: string) => app.app.runtime.prisma.channel.findFirstOrThrow({ where: { id } });
const opened = async (id: string) => {
  const { workspaceId, accessToken } = await channelOf(id);
  return app.app.runtime.secrets.open(accessToken ?? "", channelSecretAad(workspaceId, id, "accessToken"));
};

async function paste(token: string, more: Record<string, unknown> = {}): Promise<string> {
  const body = { platform: "whatsapp", name: "Shop", platformId: NUMBER, accessToken: token, ...more };
  const { json, status } = await app.call("POST", "/channels", { key, body });
  expect(status).toBe(201);
  return json.id;
}

describe("signing in", () => {
  test("a code becomes a long-lived token, and what the person has is offered", async () => {
    const id = await connection();
    const exchanges = graph.account.callsTo("GET", /^oauth\/access_token$/);
    expect(exchanges.map(({ query }) => query.get("grant_type"))).toEqual([null, "fb_exchange_token"]);
    expect(exchanges.every(({ query }) => query.get("client_secret") === SECRET)).toBe(true);
    const { json } = await app.call("GET", `/meta/connections/${id}`, { key });
    expect(json.name).toBe("Ana Ruiz");
    expect(json.choices).toEqual([
      { platform: "whatsapp", platformId: NUMBER, name: "Shop", detail: "+34 600 000 000", channelId: null },
      { platform: "messenger", platformId: PAGE, name: "Shop", detail: "Facebook page", channelId: null },
      { platform: "instagram", platformId: INSTAGRAM, name: "@shop", detail: "Page Shop", channelId: null },
    ]);
    expect(JSON.stringify(json)).not.toContain("token");
  });

  test("chosen ones become channels with their own tokens, and their webhooks come here", async () => {
    const id = await connection();
    const chosen = [
      { platform: "whatsapp", platformId: NUMBER },
      { platform: "instagram", platformId: INSTAGRAM },
      { platform: "messenger", platformId: "999" },
    ];
    const { json } = await app.call("POST", `/meta/connections/${id}`, { key, body: { chosen } });
    const [number, instagram, strange] = json.results;
    expect([number.problem, instagram.problem]).toEqual([null, null]);
    expect(strange).toMatchObject({ channelId: null, problem: expect.stringContaining("sign in again") });
    expect(await opened(number.channelId)).toMatch(/^long-/);
    expect(await opened(instagram.channelId)).toBe("page-token");
    expect(graph.account.subscribed).toEqual(new Set([WABA, PAGE]));
    const shown = (await app.call("GET", `/channels/${number.channelId}`, { key })).json;
    expect(shown).toMatchObject({ accountId: WABA, connectedBy: "sign-in", health: { subscribed: true } });
    expect(Date.parse(shown.tokenExpiresAt)).toBeGreaterThan(Date.now() + 50 * 86_400_000);
  });

  test("webhooks that can't be subscribed are told, and the channel is there all the same", async () => {
    const id = await connection();
    graph.account.failNext("POST", /subscribed_apps$/, 400, metaError(200, "Permissions error"));
    const { json } = await app.call("POST", `/meta/connections/${id}`, {
      key,
      body: { chosen: [{ platform: "whatsapp", platformId: NUMBER }] },
    });
    expect(json.results[0].channelId).not.toBeNull();
    expect(json.results[0].problem).toContain("webhooks do not come yet");
  });

  test("a channel of another workspace is not taken over", async () => {
    const stranger = await app.stranger();
    await app.call("POST", "/channels", {
      key: stranger.key,
      body: { platform: "whatsapp", name: "Theirs", platformId: NUMBER, accessToken: "theirs" },
    });
    const id = await connection();
    const { json } = await app.call("POST", `/meta/connections/${id}`, {
      key,
      body: { chosen: [{ platform: "whatsapp", platformId: NUMBER }] },
    });
    expect(json.results[0]).toMatchObject({
      channelId: null,
      problem: expect.stringContaining("connected already"),
    });
    expect((await app.call("GET", `/meta/connections/${id}`, { key: stranger.key })).status).toBe(404);
  });

  test("a state is good once, for its time, and a no is a no", async () => {
    const back = await signIn();
    expect((await comeBack(back)).searchParams.has("connection")).toBe(true);
    expect((await comeBack(back)).searchParams.get("sign-in")).toBe("expired");
    const late = await signIn();
    await app.app.runtime.pool.query("UPDATE oauth_states SET expires_at = now() - interval '1 second'");
    expect((await comeBack(late)).searchParams.get("sign-in")).toBe("expired");
    const denied = await signIn();
    denied.searchParams.delete("code");
    denied.searchParams.set("error", "access_denied");
    expect((await comeBack(denied)).searchParams.get("sign-in")).toBe("denied");
    const forged = await signIn();
    forged.searchParams.set("state", "x");
    expect((await comeBack(forged)).searchParams.get("sign-in")).toBe("expired");
    const stale = await signIn();
    stale.searchParams.set("code", "used");
    expect((await comeBack(stale)).searchParams.get("sign-in")).toBe("failed");
  });

  test("begun in one person's browser, it is not finished in another's", async () => {
    const back = await signIn();
    await app.app.runtime.pool.query("UPDATE oauth_states SET user_id = 'somebody'");
    expect((await comeBack(back)).searchParams.get("sign-in")).toBe("expired");
  });
});

describe("health", () => {
  test("a check learns tier, limit, account and permissions, and has webhooks sent here", async () => {
    graph.account.addToken("tok", { scopes: ["whatsapp_business_messaging"], expiresAt: 1_900_000_000 });
    const id = await paste("tok");
    const { json } = await app.call("POST", `/channels/${id}/check`, { key });
    expect(json.ok).toBe(true);
    expect(json.message).toContain("The token belongs to “Shop”.");
    expect(json.message).toContain("whatsapp_business_management");
    const shown = (await app.call("GET", `/channels/${id}`, { key })).json;
    expect(shown.health).toMatchObject({
      displayName: "Shop",
      quality: "GREEN",
      throughput: "HIGH",
      messagingLimit: "TIER_10K",
      subscribed: true,
      missingScopes: ["whatsapp_business_management"],
    });
    expect(shown.tokenExpiresAt).toBe(new Date(1_900_000_000_000).toISOString());
    expect(graph.account.subscribed).toContain(WABA);
  });

  test("fault 43: a token that ended holds what is sent; a new one lets it go, in order, once", async () => {
    graph.account.addToken("tok");
    const id = await paste("tok");
    const conversationId = await conversationOn(id);
    graph.answerWith(({ token }) =>
      token === "tok" ? { kind: "reply", status: 401, body: metaError(190, "expired") } : { kind: "accept" },
    );
    const send = (text: string) =>
      app.call("POST", "/messages/send", { key, body: { conversationId, content: { type: "text", text } } });
    await send("one");
    await send("two");
    const shown = () => app.call("GET", `/channels/${id}`, { key }).then(({ json }) => json);
    await vi.waitFor(async () => expect((await shown()).state).toBe("reauthorize"), 8_000);
    expect((await shown()).heldMessages).toBe(2);
    const before = graph.requests.length;
    await send("three");
    await app.call("PATCH", `/channels/${id}`, { key, body: { accessToken: "fresh" } });
    const texts = () =>
      graph.ledger
        .filter(({ platformId, token }) => platformId === NUMBER && token === "fresh")
        .map(({ body }) => Object(body.text).body);
    await vi.waitFor(() => expect(texts()).toEqual(["one", "two", "three"]), 8_000);
    expect(graph.requests.slice(before).every(({ token }) => token === "fresh")).toBe(true);
    expect(await shown()).toMatchObject({ state: "active", heldMessages: 0 });
    graph.answerWith(() => ({ kind: "accept" }));
  });

  test("a check that meets a dead token holds the channel before a message finds out", async () => {
    graph.account.addToken("tok", { valid: false });
    const id = await paste("tok");
    const { json } = await app.call("POST", `/channels/${id}/check`, { key });
    expect(json.ok).toBe(false);
    expect(await channelOf(id)).toMatchObject({ state: "reauthorize" });
    graph.account.addToken("tok");
    expect((await app.call("POST", `/channels/${id}/check`, { key })).json.ok).toBe(true);
    expect(await channelOf(id)).toMatchObject({ state: "active", stateReason: null });
  });

  test("fault 43: admins get one mail for each token that ends, and none for a channel that works", async () => {
    const { prisma, pool, config, log } = app.app.runtime;
    const workspaceId = await app.workspaceId();
    const user = { id: newId(), name: "Ana", email: "ana@example.org", emailVerified: true };
    await prisma.user.create({ data: user });
    await prisma.member.create({ data: { workspaceId, userId: user.id, role: "owner" } });
    const id = await paste("tok");
    const mails: Mail[] = [];
    const mailer = { send: async (mail: Mail) => void mails.push(mail), close: () => {} };
    const tell = () => tellAdmins({ pool, config, log }, mailer);
    const hold = () =>
      prisma.channel.updateMany({
        where: { id },
        data: { state: "reauthorize", stateReason: "It ended. [190]" },
      });
    await tell();
    expect(mails).toEqual([]);
    await hold();
    await Promise.all([tell(), tell()]);
    await tell();
    expect(mails.map(({ to }) => to)).toEqual(["ana@example.org"]);
    expect(mails[0]?.text).toContain("It ended.");
    await app.call("PATCH", `/channels/${id}`, { key, body: { accessToken: "next" } });
    await hold();
    await tell();
    expect(mails).toHaveLength(2);
  });

  test("fault 49: a token is renewed before it ends, by one process of many", async () => {
    graph.account.addToken("tok", { userId: "900" });
    const id = await paste("tok");
    const soon = new Date(Date.now() + 86_400_000);
    await app.app.runtime.prisma.channel.updateMany({ where: { id }, data: { tokenExpiresAt: soon } });
    const parts = { ...app.app.services, runtime: app.app.runtime };
    const renewed = await Promise.all([1, 2, 3, 4].map(() => renewDueTokens(parts)));
    expect(renewed.reduce((sum, one) => sum + one)).toBe(1);
    expect(graph.account.callsTo("GET", /^oauth\/access_token$/)).toHaveLength(1);
    expect(await opened(id)).toMatch(/^long-/);
    expect((await channelOf(id)).tokenExpiresAt?.getTime()).toBeGreaterThan(soon.getTime());
    expect(await renewDueTokens(parts)).toBe(0);
  });

  test("a renewal that Meta refuses leaves the old token, and is not tried every minute", async () => {
    graph.account.addToken("tok", { valid: false });
    const id = await paste("tok");
    await app.app.runtime.prisma.channel.updateMany({
      where: { id },
      data: { tokenExpiresAt: new Date(Date.now() + 86_400_000) },
    });
    const parts = { ...app.app.services, runtime: app.app.runtime };
    expect(await renewDueTokens(parts)).toBe(0);
    expect(await renewDueTokens(parts)).toBe(0);
    expect(graph.account.callsTo("GET", /^oauth\/access_token$/)).toHaveLength(1);
    expect(await opened(id)).toBe("tok");
  });
});

describe("letting go", () => {
  test("disconnected: webhooks taken back, token forgotten, and connected again by a new one", async () => {
    graph.account.addToken("tok");
    const id = await paste("tok", { accountId: WABA });
    graph.account.subscribed.add(WABA);
    const { json } = await app.call("POST", `/channels/${id}/disconnect`, { key });
    expect(json).toMatchObject({ state: "disabled", hasAccessToken: false });
    expect(graph.account.subscribed).not.toContain(WABA);
    const again = await app.call("PATCH", `/channels/${id}`, { key, body: { accessToken: "other" } });
    expect(again.json).toMatchObject({ state: "active", hasAccessToken: true });
  });

  test("webhooks of an account that another number lives by are left alone", async () => {
    graph.account.addToken("tok");
    const id = await paste("tok", { accountId: WABA });
    await paste("tok", { accountId: WABA, platformId: "777777" });
    graph.account.subscribed.add(WABA);
    await app.call("POST", `/channels/${id}/disconnect`, { key });
    expect(graph.account.subscribed).toContain(WABA);
  });

  const signedRequest = (userId: string, secret = SECRET) => {
    const payload = Buffer.from(JSON.stringify({ algorithm: "HMAC-SHA256", user_id: userId })).toString(
      "base64url",
    );
    return `${createHmac("sha256", secret).update(payload).digest("base64url")}.${payload}`;
  };
  const post = (path: string, signed: string) =>
    fetch(`${app.url}/api/meta/${path}`, {
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ signed_request: signed }),
    });

  test("access taken away at Meta ends the sign-in, and its channels ask for a new one", async () => {
    const connectionId = await connection();
    const { json } = await app.call("POST", `/meta/connections/${connectionId}`, {
      key,
      body: { chosen: [{ platform: "whatsapp", platformId: NUMBER }] },
    });
    expect((await post("deauthorize", signedRequest("900", "forged"))).status).toBe(401);
    expect((await channelOf(json.results[0].channelId)).state).toBe("active");
    expect((await post("deauthorize", signedRequest("900"))).status).toBe(200);
    expect(await channelOf(json.results[0].channelId)).toMatchObject({
      state: "reauthorize",
      accessToken: null,
    });
    const left = await app.call("GET", `/meta/connections/${connectionId}`, { key });
    expect(left.json).toMatchObject({ choices: [], problems: [expect.stringContaining("withdrawn")] });
  });

  test("fault 122: data deletion answers a link and a code, and the person is gone", async () => {
    const page = newId();
    const { prisma } = app.app.runtime;
    const workspaceId = await app.workspaceId();
    await prisma.channel.create({
      data: { workspaceId, id: page, platform: "messenger", name: "P", platformId: PAGE },
    });
    const contact = await conversationOn(page, "5550001");
    expect((await post("data-deletion", signedRequest("5550001", "forged"))).status).toBe(401);
    expect(await prisma.conversation.count({ where: { id: contact } })).toBe(1);
    const answer = await post("data-deletion", signedRequest("5550001"));
    const { url, confirmation_code: code } = Object(await answer.json());
    expect(url).toMatch(new RegExp(`/api/meta/data-deletion/${code}$`));
    expect(await prisma.conversation.count({ where: { id: contact } })).toBe(0);
    const state = await app.call("GET", new URL(url).pathname);
    expect([state.status, state.text]).toEqual([200, expect.stringContaining("is done")]);
    expect((await app.call("GET", "/api/meta/data-deletion/none")).status).toBe(404);
  });
});

/** A contact who wrote a moment ago. */
async function conversationOn(channelId: string, externalId = "34600000001"): Promise<string> {
  const { prisma } = app.app.runtime;
  const workspaceId = await app.workspaceId();
  const contact = await prisma.contact.create({ data: { workspaceId, id: newId() } });
  const inAnHour = new Date(Date.now() + 3_600_000);
  const data = {
    workspaceId,
    channelId,
    externalId,
    contactId: contact.id,
    shard: 1,
    windowExpiresAt: inAnHour,
    lastInboundAt: new Date(),
  };
  return (await prisma.conversation.create({ data })).id;
}
