/** An Instagram account without a Facebook page: signed in at Instagram, sent by its own host, kept working, and let go. */
import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { channelSecretAad } from "../../server/src/channels/secrets.ts";
import { checkDueChannels, renewDueTokens } from "../../server/src/channels/token-care.ts";
import { newId } from "../../server/src/db/ids.ts";
import { useApp } from "../support/app.ts";
import { GraphStandIn, postSigned } from "../support/graph-stand-in.ts";
import { until } from "../support/server-process.ts";

const SECRET = "the instagram app's secret";
const ACCOUNT = "17841400000000001";

let instagram: GraphStandIn;
let facebook: GraphStandIn;
// No Facebook app at all: the one sign-in does not lean on the other.
const env: Record<string, string> = { INSTAGRAM_APP_ID: "77", INSTAGRAM_APP_SECRET: SECRET };
beforeAll(async () => {
  [instagram, facebook] = await Promise.all([GraphStandIn.start(), GraphStandIn.start()]);
  env.INSTAGRAM_GRAPH_URL = instagram.url;
  env.GRAPH_API_URL = facebook.url;
});
afterAll(() => Promise.all([instagram.stop(), facebook.stop()]));
const app = useApp(env);

let key = "";
beforeEach(async () => {
  await app.app.runtime.prisma.channel.deleteMany({ where: { platform: { not: "simulator" } } });
  app.app.services.directory.invalidate();
  key = await app.keyFor("admin");
  instagram.account.calls.length = 0;
  instagram.account.subscribed.clear();
});

async function signIn(): Promise<URL> {
  const body = { platforms: ["instagram"], login: "instagram" };
  const { json } = await app.call("POST", "/meta/sign-in", { key, body });
  const address = new URL(json.url);
  expect([address.origin, address.pathname]).toEqual([instagram.url, "/oauth/authorize"]);
  expect(address.searchParams.get("scope")).toContain("instagram_business_manage_messages");
  const dialog = await fetch(address, { redirect: "manual" });
  return new URL(dialog.headers.get("location") ?? "");
}

async function comeBack(back: URL): Promise<URL> {
  const answer = await app.call("GET", back.pathname + back.search);
  expect(answer.status).toBe(303);
  return new URL(answer.headers.get("location") ?? "");
}

async function connected(): Promise<{ id: string; token: string }> {
  expect((await comeBack(await signIn())).search).toBe("?sign-in=done");
  const { json } = await app.call("GET", "/channels", { key });
  const { id } = json.items.find((one: { platform: string }) => one.platform === "instagram");
  return { id, token: await tokenOf(id) };
}

const channelOf = (id: string) => app.app.runtime.prisma.channel.findFirstOrThrow({ where: { id } });
async function tokenOf(id: string): Promise<string> {
  const { workspaceId, accessToken } = await channelOf(id);
  return app.app.runtime.secrets.open(accessToken ?? "", channelSecretAad(workspaceId, id, "accessToken"));
}

const textFrom = (person: string, mid: string, text: string) => ({
  object: "instagram",
  entry: [
    {
      id: ACCOUNT,
      time: Date.now(),
      messaging: [
        { sender: { id: person }, recipient: { id: ACCOUNT }, timestamp: Date.now(), message: { mid, text } },
      ],
    },
  ],
});

describe("signing in", () => {
  test("the one account is connected at once, with a token of sixty days and its webhooks", async () => {
    const { id, token } = await connected();
    expect(token).toMatch(/^IGAAlong-/);
    const shown = (await app.call("GET", `/channels/${id}`, { key })).json;
    expect(shown).toMatchObject({
      name: "@luna.shoes",
      platformId: ACCOUNT,
      login: "instagram",
      connectedBy: "sign-in",
      state: "active",
      health: { subscribed: true },
    });
    expect(Date.parse(shown.tokenExpiresAt)).toBeGreaterThan(Date.now() + 50 * 86_400_000);
    expect(instagram.account.subscribed).toEqual(new Set([ACCOUNT]));
    expect(instagram.account.callsTo("POST", /subscribed_apps$/)[0]?.query.get("subscribed_fields")).toMatch(
      /messages,.*comments/,
    );
    const [exchange] = instagram.account.callsTo("POST", /^oauth\/access_token$/);
    expect(new URLSearchParams(exchange?.body).get("client_secret")).toBe(SECRET);
    expect(facebook.account.calls).toEqual([]);
  });

  test("again for the same account it gives a new token to the same channel, and what waited goes on", async () => {
    const { id, token } = await connected();
    await app.app.runtime.prisma.channel.updateMany({ where: { id }, data: { state: "reauthorize" } });
    const again = await connected();
    expect(again.id).toBe(id);
    expect(again.token).not.toBe(token);
    expect((await channelOf(id)).state).toBe("active");
  });

  test("a state is good once, a no is a no, and another workspace's account is not taken over", async () => {
    const back = await signIn();
    expect((await comeBack(back)).search).toBe("?sign-in=done");
    expect((await comeBack(back)).search).toBe("?sign-in=expired");
    const denied = await signIn();
    denied.searchParams.delete("code");
    expect((await comeBack(denied)).search).toBe("?sign-in=denied");
    const wrong = await signIn();
    wrong.searchParams.set("code", "used");
    expect((await comeBack(wrong)).search).toBe("?sign-in=failed");
    const stranger = await app.stranger();
    const { prisma } = app.app.runtime;
    await prisma.channel.updateMany({
      where: { platform: "instagram" },
      data: { workspaceId: stranger.workspaceId },
    });
    expect((await comeBack(await signIn())).search).toBe("?sign-in=taken");
  });

  test("where the server has no Instagram app the setup says so, and a start is refused with what to set", async () => {
    expect((await app.call("GET", "/meta/setup", { key })).json).toMatchObject({
      canSignIn: false,
      canSignInAtInstagram: true,
    });
    const { meta } = app.app.runtime.config;
    meta.instagramAppId = undefined;
    try {
      expect((await app.call("GET", "/meta/setup", { key })).json.canSignInAtInstagram).toBe(false);
      const body = { platforms: ["instagram"], login: "instagram" };
      const refused = await app.call("POST", "/meta/sign-in", { key, body });
      expect([refused.status, refused.text]).toEqual([409, expect.stringContaining("INSTAGRAM_APP_SECRET")]);
    } finally {
      meta.instagramAppId = "77";
    }
  });
});

describe("working", () => {
  test("what comes signed by Instagram's secret is answered by Instagram's host, with its token", async () => {
    const { id, token } = await connected();
    const path = `${app.url}/api/webhooks/instagram`;
    expect(await postSigned(path, "another secret", textFrom("900100", "m0", "hola"))).toBe(401);
    expect(await postSigned(path, SECRET, textFrom("900100", "m1", "hola"))).toBe(200);
    const { prisma } = app.app.runtime;
    const find = () => prisma.conversation.findFirst({ where: { channelId: id, externalId: "900100" } });
    await until(async () => (await find()) !== null, "the conversation is there");
    const body = { conversationId: (await find())?.id, content: { type: "text", text: "¡Hola!" } };
    const sent = await app.call("POST", "/messages/send", { key, body });
    expect(sent.status).toBe(202);
    await until(() => Promise.resolve(instagram.ledger.length === 1), "Instagram has it");
    expect(instagram.ledger[0]).toMatchObject({ path: `/v25.0/${ACCOUNT}/messages`, token });
    expect(facebook.requests).toEqual([]);
  });

  test("its token is renewed before it ends, by itself", async () => {
    const { id, token } = await connected();
    const soon = new Date(Date.now() + 86_400_000);
    await app.app.runtime.prisma.channel.updateMany({ where: { id }, data: { tokenExpiresAt: soon } });
    const parts = { ...app.app.services, runtime: app.app.runtime };
    const renewed = await Promise.all([renewDueTokens(parts), renewDueTokens(parts)]);
    expect(renewed[0] + renewed[1]).toBe(1);
    expect(await tokenOf(id)).not.toBe(token);
    expect((await channelOf(id)).tokenExpiresAt?.getTime()).toBeGreaterThan(soon.getTime());
    expect(instagram.account.callsTo("GET", /^refresh_access_token$/)).toHaveLength(1);
  });

  test("a check knows whose token it is, and one of another account is no good", async () => {
    const { id } = await connected();
    const good = await app.call("POST", `/channels/${id}/check`, { key });
    expect(good.json).toEqual({ ok: true, message: "The token belongs to “@luna.shoes”." });
    const { account } = instagram.account.instagram;
    instagram.account.instagram.account = { id: "x", user_id: "1784999", username: "other" };
    try {
      const { json } = await app.call("POST", `/channels/${id}/check`, { key });
      expect(json).toMatchObject({ ok: false, message: expect.stringContaining("@other") });
      expect((await channelOf(id)).state).toBe("reauthorize");
    } finally {
      instagram.account.instagram.account = account;
    }
    await app.app.runtime.prisma.channel.updateMany({ where: { id }, data: { health: {} } });
    await app.app.runtime.pool.query(
      "UPDATE channels SET created_at = now() - interval '1 day' WHERE id = $1",
      [id],
    );
    expect(await checkDueChannels({ ...app.app.services, runtime: app.app.runtime })).toBe(1);
    expect((await channelOf(id)).state).toBe("active");
  });

  test("a pasted token says by itself which sign-in it is of", async () => {
    const paste = (accessToken: string) =>
      app.call("POST", "/channels", {
        key,
        body: { platform: "instagram", name: "P", platformId: `${Date.now()}`, accessToken },
      });
    expect((await paste("IGAAxyz")).json.login).toBe("instagram");
    const { json } = await paste("EAAxyz");
    expect(json.login).toBe("facebook");
    const body = { accessToken: "IGAAother" };
    expect((await app.call("PATCH", `/channels/${json.id}`, { key, body })).json.login).toBe("instagram");
  });
});

describe("letting go", () => {
  test("disconnected: webhooks taken back at Instagram, the token forgotten", async () => {
    const { id } = await connected();
    const { json } = await app.call("POST", `/channels/${id}/disconnect`, { key });
    expect(json).toMatchObject({ state: "disabled", hasAccessToken: false });
    expect(instagram.account.subscribed).not.toContain(ACCOUNT);
  });

  test("access taken away at Instagram is signed by its secret, and holds the channel", async () => {
    const { id } = await connected();
    const payload = Buffer.from(
      JSON.stringify({ algorithm: "HMAC-SHA256", user_id: instagram.account.instagram.account.id }),
    ).toString("base64url");
    const deauthorize = (secret: string) =>
      fetch(`${app.url}/api/meta/deauthorize`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({
          signed_request: `${createHmac("sha256", secret).update(payload).digest("base64url")}.${payload}`,
        }),
      });
    expect((await deauthorize(newId())).status).toBe(401);
    expect((await deauthorize(SECRET)).status).toBe(200);
    expect(await channelOf(id)).toMatchObject({ state: "reauthorize", accessToken: null });
  });
});
