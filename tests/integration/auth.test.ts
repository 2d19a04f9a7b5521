// Set-up, signing in and out, keys and what ends them.
import { describe, expect, it } from "vitest";
import { makeSetupLink, ownerByPassword } from "../../server/src/auth/setup.ts";
import { cookieOf, useApp } from "../support/app.ts";

const app = useApp();
const owner = { name: "Ana", email: "Ana@Example.org", password: "correct horse battery" };
const signIn = (email: string, password: string, headers: Record<string, string> = {}) =>
  app.call("POST", "/api/auth/sign-in/email", {
    body: { email, password },
    headers: { origin: app.url, ...headers },
  });

describe("set-up of the owner", () => {
  it("is asked for until it is done, works once, and signs the browser in", async () => {
    expect((await app.call("GET", "/setup")).json).toEqual({ needed: true });
    const token = new URL(app.app.setupLink ?? "").searchParams.get("token") ?? "";
    const second =
      new URL((await makeSetupLink(app.app.runtime, app.url)) ?? "").searchParams.get("token") ?? "";
    const wrong = await app.call("POST", "/setup", { body: { ...owner, token: `${token}x` } });
    expect([wrong.status, wrong.json.error.code]).toEqual([403, "setup-token-invalid"]);
    const weak = await app.call("POST", "/setup", { body: { ...owner, token, password: "short" } });
    expect([weak.status, weak.json.error.code, weak.json.error.issues[0].path]).toEqual([
      400,
      "bad-request",
      ["password"],
    ]);

    const answers = await Promise.all([
      app.call("POST", "/setup", { body: { ...owner, token, workspaceName: "Shop" } }),
      app.call("POST", "/setup", {
        body: { ...owner, email: "eve@example.org", token: second, workspaceName: "Shop" },
      }),
    ]);
    expect(answers.map((answer) => answer.status).sort()).toEqual([201, 403]);
    const done = answers.find((answer) => answer.status === 201);
    expect(done?.json).toMatchObject({ role: "owner", actor: "member", workspace: { name: "Shop" } });
    const me = await app.call("GET", "/me", { cookie: cookieOf(done ?? answers[0]) });
    expect(me.status).toBe(200);

    const again = await app.call("POST", "/setup", { body: { ...owner, email: "eve2@example.org", token } });
    expect([again.status, again.json.error.code]).toEqual([403, "setup-closed"]);
    expect((await app.call("GET", "/setup")).json).toEqual({ needed: false });
    expect(await makeSetupLink(app.app.runtime, app.url)).toBeNull();
    expect(await app.app.runtime.prisma.user.count()).toBe(1);
    const { email } = await app.app.runtime.prisma.user.findFirstOrThrow();
    expect(await ownerByPassword(app.app.runtime, email.toUpperCase(), owner.password)).not.toBeNull();
    expect(await ownerByPassword(app.app.runtime, email, `${owner.password}!`)).toBeNull();
    expect(await ownerByPassword(app.app.runtime, "nobody@example.org", owner.password)).toBeNull();
  });
});

describe("signing in", () => {
  const email = async () => (await app.app.runtime.prisma.user.findFirstOrThrow()).email;

  it("gives a cookie scripts can't read, and a new one each time", async () => {
    const first = await signIn(await email(), owner.password);
    const second = await signIn(await email(), owner.password);
    expect(first.status).toBe(200);
    const line = first.headers.getSetCookie().join("\n");
    expect(line).toMatch(/HttpOnly/i);
    expect(line).toMatch(/SameSite=Lax/i);
    expect(cookieOf(first)).not.toBe(cookieOf(second));
  });

  it("answers a wrong password and an unknown address alike", async () => {
    const wrong = await signIn(await email(), "correct horse staple");
    const unknown = await signIn("nobody@example.org", "correct horse staple");
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.json).toEqual(unknown.json);
  });

  it("ends with signing out, at once and for every copy of the cookie", async () => {
    const cookie = cookieOf(await signIn(await email(), owner.password));
    expect((await app.call("GET", "/me", { cookie })).status).toBe(200);
    expect((await app.call("POST", "/api/auth/sign-out", { cookie, body: {} })).status).toBe(200);
    expect((await app.call("GET", "/me", { cookie })).status).toBe(401);
  });

  it("is refused to a cookie whose signature was changed", async () => {
    const cookie = cookieOf(await signIn(await email(), owner.password));
    expect((await app.call("GET", "/me", { cookie: cookie.replace(/.{4}$/, "AAAA") })).status).toBe(401);
  });

  it("is slowed when one address guesses", async () => {
    const tries: number[] = [];
    for (let i = 0; i < 12; i += 1)
      tries.push((await signIn("victim@example.org", `wrong password ${i}`)).status);
    expect(tries.slice(0, 10).every((status) => status === 401)).toBe(true);
    expect(tries.slice(10)).toEqual([429, 429]);
    expect((await signIn(await email(), owner.password)).status).toBe(200);
  }, 60_000);

  it("opens nothing but what browsers need: no sign-up, no account changes", async () => {
    for (const path of [
      "sign-up/email",
      "update-user",
      "change-email",
      "delete-user",
      "forget-password",
      "request-password-reset",
      "link-social",
      "ok",
    ]) {
      const answer = await app.call("POST", `/api/auth/${path}`, {
        body: { email: "eve@example.org", password: "correct horse", name: "Eve" },
        headers: { origin: app.url },
      });
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});

describe("a browser's session", () => {
  const cookie = async () =>
    cookieOf(await signIn((await app.app.runtime.prisma.user.findFirstOrThrow()).email, owner.password));
  const create = (options: object) => app.call("POST", "/flows", { body: { name: "X" }, ...options });

  it("changes things only for our own pages", async () => {
    const mine = await cookie();
    expect((await create({ cookie: mine })).status).toBe(201);
    const foreign: Record<string, string>[] = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `${app.url}.evil.example` },
    ];
    for (const headers of foreign) {
      const answer = await create({ cookie: mine, headers });
      expect([headers, answer.status, answer.json.error.code]).toEqual([headers, 403, "foreign-origin"]);
    }
    const crossSite = await fetch(`${app.url}/api/v1/flows`, {
      method: "POST",
      headers: { cookie: mine, "content-type": "application/json", "sec-fetch-site": "cross-site" },
      body: JSON.stringify({ name: "X" }),
    });
    expect(crossSite.status).toBe(403);
    const unnamed = await fetch(`${app.url}/api/v1/flows`, {
      method: "POST",
      headers: { cookie: mine, "content-type": "application/json" },
      body: JSON.stringify({ name: "X" }),
    });
    expect(unnamed.status).toBe(403);
  });

  it("takes JSON only, which no form can send", async () => {
    const mine = await cookie();
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data; boundary=x",
    ]) {
      const answer = await create({ cookie: mine, headers: { "content-type": type } });
      expect([type, answer.status]).toEqual([type, 415]);
    }
  });

  it("ends when the member is removed", async () => {
    const mine = await cookie();
    const { prisma } = app.app.runtime;
    const member = await prisma.member.findFirstOrThrow();
    await prisma.member.deleteMany();
    expect((await app.call("GET", "/me", { cookie: mine })).status).toBe(401);
    await prisma.member.create({ data: member });
    expect((await app.call("GET", "/me", { cookie: mine })).status).toBe(200);
  });
});

describe("API keys", () => {
  it("are shown once, listed by prefix, and dead when revoked", async () => {
    const key = await app.keyFor("admin");
    const made = await app.call("POST", "/api-keys", { key, body: { name: "Script", role: "editor" } });
    expect(made.status).toBe(201);
    expect(made.json.key).toMatch(/^hilo_[0-9a-f]{8}_[\w-]{43}$/);
    const list = await app.call("GET", "/api-keys", { key });
    expect(list.text).not.toContain(made.json.key);
    expect(list.json.items.find((item: { id: string }) => item.id === made.json.id)).toMatchObject({
      name: "Script",
      role: "editor",
    });
    expect((await app.call("GET", "/me", { key: made.json.key })).json).toMatchObject({
      actor: "api-key",
      role: "editor",
      user: null,
    });
    expect((await app.call("DELETE", `/api-keys/${made.json.id}`, { key })).status).toBe(204);
    expect((await app.call("GET", "/me", { key: made.json.key })).status).toBe(401);
    expect((await app.call("DELETE", `/api-keys/${made.json.id}`, { key })).status).toBe(404);
  });

  it("give nobody more than their maker has", async () => {
    const admin = await app.keyFor("admin");
    const refused = await app.call("POST", "/api-keys", { key: admin, body: { name: "Up", role: "owner" } });
    expect([refused.status, refused.json.error.code]).toEqual([403, "forbidden"]);
  });

  it("are refused whatever is wrong with them, also beside a good cookie", async () => {
    const good = await app.keyFor("owner");
    const cookie = cookieOf(
      await signIn((await app.app.runtime.prisma.user.findFirstOrThrow()).email, owner.password),
    );
    for (const key of ["", "x", good.slice(0, -1), `${good}x`, good.toUpperCase(), "hilo_00000000_"]) {
      const answer = await app.call("GET", "/me", { cookie, headers: { authorization: `Bearer ${key}` } });
      expect([key.length, answer.status]).toEqual([key.length, 401]);
    }
    expect((await app.call("GET", "/me", { headers: { authorization: `Basic ${good}` } })).status).toBe(401);
  });
});
