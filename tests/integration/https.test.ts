// Behind https: cookies pinned to the host, strict transport, and a web application on an origin of its own.
import { beforeAll, describe, expect, it } from "vitest";
import { createOwner } from "../../server/src/auth/setup.ts";
import { cookieOf, useApp } from "../support/app.ts";

const app = useApp({
  PUBLIC_URL: "https://hilo.example.com",
  FRONTEND_URL: "https://app.example.com",
  METRICS_PORT: "0",
});
const owner = { name: "Ana", email: "ana@example.org", password: "correct horse battery" };
beforeAll(async () => {
  await createOwner(app.app.runtime, owner);
});
const signIn = (origin: string) =>
  app.call("POST", "/api/auth/sign-in/email", {
    body: { email: owner.email, password: owner.password },
    headers: { origin },
  });

describe("a public address with https", () => {
  it("gives cookies that leave neither the host nor https", async () => {
    const answer = await signIn("https://hilo.example.com");
    expect(answer.status).toBe(200);
    const session = answer.headers.getSetCookie().find((line) => line.includes("session_token")) ?? "";
    expect(session).toMatch(/^__Host-hilo\.session_token=/);
    for (const part of [/; Secure/i, /; HttpOnly/i, /; SameSite=Lax/i, /; Path=\//i])
      expect(session).toMatch(part);
    expect(session).not.toMatch(/Domain=/i);
    const cookie = cookieOf(answer);
    expect((await app.call("GET", "/me", { cookie })).status).toBe(200);
    const foreign = await app.call("POST", "/flows", {
      cookie,
      body: { name: "X" },
      headers: { origin: "http://hilo.example.com" },
    });
    expect(foreign.status).toBe(403);
  });

  it("tells browsers to come by https only", async () => {
    expect((await app.call("GET", "/openapi.json")).headers.get("strict-transport-security")).toBe(
      "max-age=31536000; includeSubDomains",
    );
  });

  it("lets the web application's own origin read, and no other", async () => {
    const ask = (origin: string) =>
      app.call("OPTIONS", "/me", { headers: { origin, "access-control-request-method": "GET" } });
    const own = await ask("https://app.example.com");
    expect([own.status, own.headers.get("access-control-allow-origin")]).toEqual([
      204,
      "https://app.example.com",
    ]);
    expect(own.headers.get("access-control-allow-credentials")).toBe("true");
    for (const origin of ["https://evil.example", "https://hilo.example.com.evil.example", "null"]) {
      expect((await ask(origin)).headers.get("access-control-allow-origin")).toBeNull();
    }
    expect((await signIn("https://app.example.com")).status).toBe(200);
    expect((await signIn("https://evil.example")).status).toBe(403);
  });

  it("keeps its figures off the public port when they have their own", async () => {
    expect((await fetch(`${app.url}/metrics`)).status).toBe(404);
  });

  it("notes where a session came from, by the proxy's word", async () => {
    await app.call("POST", "/api/auth/sign-in/email", {
      body: { email: owner.email, password: owner.password },
      headers: {
        origin: "https://hilo.example.com",
        "x-forwarded-for": "203.0.113.9",
        "x-hilo-client-ip": "198.51.100.1",
      },
    });
    const sessions = await app.app.runtime.prisma.authSession.findMany({ orderBy: { createdAt: "asc" } });
    expect(sessions.map(({ ipAddress }) => ipAddress)).toEqual(["127.0.0.1", "127.0.0.1", "203.0.113.9"]);
  });
});
