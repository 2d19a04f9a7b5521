/** Fault 103: what a browser's session survives, and what ends it. */
import { describe, expect, it } from "vitest";
import { cookieOf, useApp } from "../support/app.ts";
import { outcome, useLive } from "../support/live-client.ts";
import { PASSWORD, type Person, person } from "../support/member.ts";
import { until } from "../support/server-process.ts";

const app = useApp();
const live = useLive(app);
const SOCKET_ENDS_MS = 6_000;

const signIn = (email: string, password = PASSWORD, headers: Record<string, string> = {}) =>
  app.call("POST", "/api/auth/sign-in/email", {
    body: { email, password },
    headers: { origin: app.url, ...headers },
  });

/** A browser's cookie and a socket opened with it. */
async function browser({ email }: Person) {
  const cookie = cookieOf(await signIn(email));
  const socket = live.connect({}, { cookie, origin: app.url });
  expect(await outcome(socket)).toBe("connected");
  return { cookie, socket };
}

const status = async (cookie: string) => (await app.call("GET", "/me", { cookie })).status;

describe("signing in", () => {
  it("gives a session of its own, whatever cookie the browser came with", async () => {
    const ana = await person(app, "agent");
    const planted = cookieOf(await signIn(ana.email));
    const bea = await person(app, "agent");
    const answer = await signIn(bea.email, PASSWORD, { cookie: planted });
    const given = cookieOf(answer);
    expect(given).not.toBe(planted);
    expect((await app.call("GET", "/me", { cookie: given })).json.user.email).toBe(bea.email);
    expect((await app.call("GET", "/me", { cookie: planted })).json.user.email).toBe(ana.email);
    const invented = "hilo.session_token=attackers-choice.AAAA";
    expect(cookieOf(await signIn(bea.email, PASSWORD, { cookie: invented }))).not.toContain(
      "attackers-choice",
    );
    expect(await status(invented)).toBe(401);
  });

  it("leaves no token in the database that is worth stealing by itself", async () => {
    const { cookie } = await browser(await person(app, "agent"));
    const { rows } = await app.app.runtime.pool.query<{ token: string }>("SELECT token FROM auth_sessions");
    // The cookie is the token and its signature; the key of that is not in the database.
    const name = cookie.split("=")[0] ?? "";
    for (const { token } of rows) expect(await status(`${name}=${token}`)).toBe(401);
    expect(await status(cookie)).toBe(200);
  });
});

describe("a session is dead at once, and its socket within seconds, after", () => {
  it("a change of password in another browser, though it asked to spare the others", async () => {
    const who = await person(app, "agent");
    const stolen = await browser(who);
    const own = cookieOf(await signIn(who.email));
    const answer = await app.call("POST", "/api/auth/change-password", {
      cookie: own,
      body: {
        currentPassword: PASSWORD,
        newPassword: "another long password",
        revokeOtherSessions: false,
      },
    });
    expect(answer.status).toBe(200);
    expect(await status(stolen.cookie)).toBe(401);
    expect(await status(own)).toBe(401);
    expect(await status(cookieOf(answer))).toBe(200);
    await until(() => !stolen.socket.connected, "the other browser's socket is closed", SOCKET_ENDS_MS);
    expect((await signIn(who.email)).status).toBe(401);
  });

  it("removal from the workspace", async () => {
    const who = await person(app, "admin");
    const { cookie, socket } = await browser(who);
    await app.app.runtime.prisma.member.deleteMany({ where: { userId: who.userId } });
    expect(await status(cookie)).toBe(401);
    await until(() => !socket.connected, "the socket is closed", SOCKET_ENDS_MS);
  });

  it("deletion of the account", async () => {
    const who = await person(app, "admin");
    const { cookie, socket } = await browser(who);
    await app.app.runtime.prisma.user.delete({ where: { id: who.userId } });
    expect(await status(cookie)).toBe(401);
    await until(() => !socket.connected, "the socket is closed", SOCKET_ENDS_MS);
  });

  it("its time", async () => {
    const who = await person(app, "agent");
    const { cookie, socket } = await browser(who);
    await app.app.runtime.prisma.authSession.updateMany({
      where: { userId: who.userId },
      data: { expiresAt: new Date(Date.now() - 1_000) },
    });
    expect(await status(cookie)).toBe(401);
    await until(() => !socket.connected, "the socket is closed", SOCKET_ENDS_MS);
  });
});

it("a lesser role counts from the next request on, and the socket of the greater one ends", async () => {
  const who = await person(app, "admin");
  const { cookie, socket } = await browser(who);
  const list = () => app.call("GET", "/api-keys", { cookie });
  expect((await list()).status).toBe(200);
  await app.app.runtime.prisma.member.updateMany({ where: { userId: who.userId }, data: { role: "viewer" } });
  expect((await list()).status).toBe(403);
  expect((await app.call("GET", "/me", { cookie })).json.role).toBe("viewer");
  await until(() => !socket.connected, "the socket is closed", SOCKET_ENDS_MS);
});

it("a role that nobody knows is no role", async () => {
  const who = await person(app, "agent");
  const { cookie } = await browser(who);
  for (const role of ["superuser", "OWNER", "", "owner "]) {
    await app.app.runtime.prisma.member.updateMany({ where: { userId: who.userId }, data: { role } });
    expect([role, await status(cookie)]).toEqual([role, 401]);
  }
});
