/** Browser sign-in: better-auth with e-mail and password over our tables, everything else of it closed. */
import { hkdfSync } from "node:crypto";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { APIError, createAuthMiddleware, isAPIError } from "better-auth/api";
import { z } from "zod";
import { newId } from "../db/ids.ts";
import type { Runtime } from "../runtime.ts";
import { isOwnOrigin } from "./origins.ts";
import { hashPassword, verifyPassword } from "./password.ts";
import { SignInLimits } from "./sign-in-limits.ts";

/** Set by the server itself on each request; what a client sends under this name is thrown away. */
export const CLIENT_IP_HEADER = "x-hilo-client-ip";

/** Of all that better-auth can do, what is open to browsers. */
export const OPEN_AUTH_PATHS: ReadonlySet<string> = new Set([
  "/sign-in/email",
  "/sign-out",
  "/get-session",
  "/change-password",
  "/list-sessions",
  "/revoke-session",
  "/revoke-sessions",
  "/revoke-other-sessions",
]);

/** As long as nobody comes back; each day of use begins it anew. */
const SESSION_S = 7 * 86_400;
const REFRESH_AFTER_S = 86_400;
export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 128;

type AuthRuntime = Pick<Runtime, "config" | "prisma" | "log">;
export type Auth = ReturnType<typeof createAuth>;

export function createAuth({ config, prisma, log }: AuthRuntime) {
  const secure = config.publicUrl.startsWith("https://");
  return betterAuth({
    appName: "Hilo",
    baseURL: config.publicUrl,
    basePath: "/api/auth",
    secret: signingSecret(config.encryptionKeys[0]),
    database: prismaAdapter(prisma, { provider: "postgresql" }),
    user: { modelName: "user" },
    session: {
      modelName: "authSession",
      expiresIn: SESSION_S,
      updateAge: REFRESH_AFTER_S,
      cookieCache: { enabled: false },
    },
    account: { modelName: "authAccount" },
    verification: { modelName: "authVerification" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      maxPasswordLength: PASSWORD_MAX,
      password: { hash: hashPassword, verify: verifyPassword },
      revokeSessionsOnPasswordReset: true,
    },
    // Ours: by address, by account and by both.
    rateLimit: { enabled: false },
    hooks: signInGuard(prisma),
    trustedOrigins: (request) => {
      const origin = request?.headers.get("origin");
      const host = request?.headers.get("host") ?? undefined;
      return origin && isOwnOrigin(config, origin, host) ? [origin] : [];
    },
    advanced: {
      // `__Host-` pins the cookie to this very host, over https only; the name must come out without another prefix.
      useSecureCookies: false,
      cookiePrefix: secure ? "__Host-hilo" : "hilo",
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { ipAddressHeaders: [CLIENT_IP_HEADER] },
      database: { generateId: () => newId() },
    },
    telemetry: { enabled: false },
    onAPIError: {
      onError(error) {
        // Refusals are answers; anything else is ours to look into.
        if (!isAPIError(error)) log.error({ err: error, part: "sign-in" }, "request failed");
      },
    },
    logger: {
      level: "warn",
      log: (level, message) => log[level === "error" ? "warn" : "debug"]({ part: "sign-in" }, message),
    },
  });
}

/** Another key for another purpose, so that signing cookies tells nothing about sealed secrets. */
function signingSecret(encryptionKey: string): string {
  return Buffer.from(
    hkdfSync("sha256", Buffer.from(encryptionKey, "hex"), "", "hilo browser sessions", 32),
  ).toString("base64url");
}

const credentials = z.object({ email: z.string() });

function signInGuard(prisma: Runtime["prisma"]) {
  const limits = new SignInLimits();
  const attemptOf = (body: unknown, headers: Headers | undefined) => {
    const parsed = credentials.safeParse(body);
    return parsed.success
      ? { email: parsed.data.email, ip: headers?.get(CLIENT_IP_HEADER) ?? "unknown" }
      : null;
  };
  return {
    before: createAuthMiddleware(async (ctx) => {
      // Whoever changes a password may fear that somebody has it: every other browser is signed out, asked for or not.
      if (ctx.path === "/change-password")
        return { context: { body: { ...ctx.body, revokeOtherSessions: true } } };
      const attempt = ctx.path === "/sign-in/email" ? attemptOf(ctx.body, ctx.headers) : null;
      if (!attempt) return;
      const wait = await limits.admit(attempt, async () => {
        const sessions = await prisma.authSession.count({
          where: {
            ipAddress: attempt.ip,
            user: { email: attempt.email.trim().toLowerCase() },
            expiresAt: { gt: new Date() },
          },
        });
        return sessions > 0;
      });
      if (wait === 0) return;
      throw new APIError("TOO_MANY_REQUESTS", {
        code: "too-many-tries",
        message: `Too many tries. Wait ${wait} s and try again.`,
      });
    }),
    after: createAuthMiddleware(async (ctx) => {
      const attempt = ctx.path === "/sign-in/email" ? attemptOf(ctx.body, ctx.headers) : null;
      if (attempt && ctx.context.newSession) await limits.forgive(attempt);
    }),
  };
}
