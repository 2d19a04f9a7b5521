/** A request of a flow sent once from its form: as the task would send it, with the secret masked in what comes back. */
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { audit } from "../admin/audit.ts";
import type { Actor } from "../auth/actor.ts";
import type { TriedAnswer, TriedRequest } from "../contract/index.ts";
import { AppError } from "../http/app-error.ts";
import type { GuardedFetch } from "../net/guarded-fetch.ts";
import type { Runtime } from "../runtime.ts";
import { secretMask } from "../secrets/mask-secret.ts";
import { fetchOnce } from "./fetch-task.ts";
import { requestOf } from "./http-request.ts";
import { secretMissing } from "./performer.ts";
import { readSecret } from "./task-data.ts";

/** Enough for a person at a form. */
const TRIES_A_MINUTE = 30;

interface Trying {
  runtime: Pick<Runtime, "prisma" | "secrets">;
  guarded: GuardedFetch;
}

/** Counts are per process: what matters is that nobody hammers another server from here. */
const limits = new RateLimiterMemory({ points: TRIES_A_MINUTE, duration: 60 });

/** @param signal ends it: nobody waits for the answer any more */
export async function tryRequest(
  { runtime, guarded }: Trying,
  actor: Actor,
  request: TriedRequest,
  signal?: AbortSignal,
): Promise<TriedAnswer> {
  await takeTurn(actor);
  const { auth } = request;
  if (!auth) return send(guarded, request, null, signal);
  const secret = await readSecret(runtime, actor.workspaceId, auth.secret);
  if (secret === null)
    return { error: secretMissing(auth.secret), status: null, durationMs: 0, headers: {}, body: "" };
  await audit(runtime.prisma, actor, "request-tried", { type: "secret", id: auth.secret });
  return send(guarded, request, secret, signal);
}

async function send(
  guarded: GuardedFetch,
  request: TriedRequest,
  secret: string | null,
  signal: AbortSignal | undefined,
): Promise<TriedAnswer> {
  const began = performance.now();
  const { result, answer } = await fetchOnce(guarded, {
    ...requestOf({ ...request, kind: "http-request", retries: 0 }, secret),
    ...(signal ? { signal } : {}),
  });
  const durationMs = Math.round(performance.now() - began);
  const mask = secret === null ? (text: string) => text : secretMask(secret);
  const headers = Object.entries(answer?.headers ?? {}).map(([name, value]) => [mask(name), mask(value)]);
  return {
    error: result.ok ? null : { code: result.code, message: mask(result.message) },
    status: answer?.status ?? null,
    durationMs,
    headers: Object.fromEntries(headers),
    body: mask(answer?.text ?? ""),
  };
}

async function takeTurn({ workspaceId, userId, credentialId }: Actor): Promise<void> {
  try {
    await limits.consume(`${workspaceId} ${userId ?? credentialId}`);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1_000));
    throw new AppError(
      "rate-limited",
      429,
      `At most ${TRIES_A_MINUTE} tries a minute. Try again in ${seconds} s.`,
    );
  }
}
