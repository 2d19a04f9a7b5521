/** `/api/v1/hooks/{token}`: a program outside goes on with a session that waits for it. The token in the address is the proof. */
import express, { type Request, type Response, Router } from "express";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { newId, providerKey } from "../db/ids.ts";
import { AppError } from "../http/app-error.ts";
import type { Runtime } from "../runtime.ts";
import { createHookTokens } from "./hook-token.ts";

/** What a flow keeps of a call is a few fields. */
const MAX_BODY = "64kb";
/** Calls of one session: more than this is a program gone wild. */
const CALLS_A_MINUTE = 60;

export function hookRoutes(runtime: Runtime): Router {
  const tokens = createHookTokens(runtime.config.encryptionKeys);
  const limiter = new RateLimiterMemory({ points: CALLS_A_MINUTE, duration: 60 });
  const take = async (req: Request, res: Response) => {
    const opened = tokens.open(String(req.params.token));
    if (!opened)
      throw new AppError("not-found", 404, "Nothing waits at this address. Check that it is whole.");
    await limit(limiter, opened.sessionId);
    await store(runtime, opened, bodyOf(req), req.get("idempotency-key"));
    res.set("Cache-Control", "no-store").status(202).json({ accepted: true });
  };
  const routes = Router();
  routes
    .route("/hooks/:token")
    .get(take)
    .post(
      express.json({ limit: MAX_BODY, type: ["application/json", "application/*+json"], strict: false }),
      express.urlencoded({ limit: MAX_BODY, extended: false }),
      express.text({ limit: MAX_BODY, type: "text/*" }),
      take,
    );
  return routes;
}

async function limit(limiter: RateLimiterMemory, sessionId: string): Promise<void> {
  try {
    await limiter.consume(sessionId);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    throw new AppError(
      "rate-limited",
      429,
      `At most ${CALLS_A_MINUTE} calls a minute. Try again in a minute.`,
    );
  }
}

/** What was posted; without a body, what stands after the question mark. */
function bodyOf(req: Request): unknown {
  const { body } = req;
  const empty = body === undefined || body === "" || (isObject(body) && Object.keys(body).length === 0);
  if (!empty) return body;
  const type = req.get("content-type");
  if (req.method === "POST" && Number(req.get("content-length") ?? 0) > 0 && type && !isObject(body))
    throw new AppError("unsupported-media-type", 415, "Send JSON, a form or plain text.");
  return { ...req.query };
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

async function store(
  runtime: Runtime,
  { workspaceId, sessionId }: { workspaceId: string; sessionId: string },
  body: unknown,
  idempotencyKey: string | undefined,
): Promise<void> {
  const { rows } = await runtime.pool.query<{ status: string; shard: number | null }>({
    name: "store-hook-call",
    text: `WITH target AS (
             SELECT s.status, c.workspace_id, c.id, c.channel_id, c.external_id, c.shard
               FROM sessions s JOIN conversations c ON c.workspace_id = s.workspace_id AND c.id = s.conversation_id
              WHERE s.workspace_id = $1 AND s.id = $2
           ), stored AS (
             INSERT INTO inbox_events (workspace_id, channel_id, kind, external_id, conversation_id, shard, provider_key, payload, received_at)
             SELECT workspace_id, channel_id, 'webhook', external_id, id, shard, $3, $4::json, $5
               FROM target WHERE status IN ('Active', 'Paused')
             ON CONFLICT (workspace_id, channel_id, provider_key) DO NOTHING RETURNING shard
           )
           SELECT status, (SELECT shard FROM stored) AS shard FROM target`,
    values: [
      workspaceId,
      sessionId,
      providerKey("hook", sessionId, idempotencyKey ?? newId()),
      JSON.stringify({ sessionId, body }),
      runtime.now(),
    ],
  });
  const [target] = rows;
  if (!target) throw new AppError("not-found", 404, "Nothing waits at this address any more.");
  if (target.status !== "Active" && target.status !== "Paused")
    throw new AppError("gone", 410, "The conversation's flow has ended: nothing waits for this call.");
  if (target.shard !== null) runtime.wake("drain", String(target.shard));
}
