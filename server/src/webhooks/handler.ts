/** The webhook routes, in front of Express on the same server: verify the raw bytes, parse, store, answer. Nothing else happens here. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ChannelDirectory, ChannelRecord, ChannelSnapshot } from "../channels/directory.ts";
import { adaptersForObject } from "../channels/registry.ts";
import type { Delivery } from "../inbox/delivery.ts";
import { NotStored } from "../inbox/lane.ts";
import type { Receiver } from "../inbox/receive.ts";
import type { Runtime } from "../runtime.ts";
import { answerError, answerText, refuseAndClose } from "./answer.ts";
import { candidateSecrets, hintedChannels, serverSecrets } from "./candidate-secrets.ts";
import { parseJson } from "./parse-json.ts";
import { readBody } from "./read-body.ts";
import { type Refusal, RefusalLog } from "./refusals.ts";
import { routeEvents } from "./route-events.ts";
import { findSigner, readSignature } from "./signature.ts";
import { verifySubscription } from "./verify-subscription.ts";

/** Path → the platform a refusal is noted under; whose delivery it is, its body says. */
const ROUTES: ReadonlyMap<string, string> = new Map([
  ["/api/webhooks/meta", "meta"],
  ["/api/webhooks/whatsapp", "whatsapp"],
  ["/api/v1/whatsapp/webhook", "whatsapp"],
  ["/api/webhooks/instagram", "instagram"],
  ["/api/webhooks/facebook-page", "messenger"],
]);

export type FrontHandler = (req: IncomingMessage, res: ServerResponse, next: () => void) => void;

interface WebhookParts {
  /** Told of each delivery once it is stored. */
  onStored?(delivery: Delivery): void;
  runtime: Runtime;
  directory: ChannelDirectory;
  receiver: Receiver;
  refusals: RefusalLog;
}

/** Calls `next` for every path that is not a webhook's. */
export function createWebhookHandler(parts: {
  runtime: Runtime;
  directory: ChannelDirectory;
  receiver: Receiver;
  onStored?(delivery: Delivery): void;
}): FrontHandler {
  const all: WebhookParts = { ...parts, refusals: new RefusalLog(parts.receiver) };
  return (req, res, next) => {
    const [path = "", query = ""] = (req.url ?? "").split("?", 2);
    const platform = ROUTES.get(path);
    if (platform === undefined) return next();
    handle(all, platform, query, req, res).catch((error: unknown) => {
      if (res.destroyed) return;
      parts.runtime.log.error({ err: error }, "a webhook request failed");
      unavailable(res);
    });
  };
}

async function handle(
  parts: WebhookParts,
  platform: string,
  query: string,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  if (req.method === "GET") {
    const snapshot = await parts.directory.current();
    return verifySubscription(
      new URLSearchParams(query),
      res,
      snapshot,
      parts.runtime.config.meta.verifyToken,
    );
  }
  if (req.method !== "POST") {
    return answerError(res, 405, "method-not-allowed", "Webhooks take GET and POST.", { Allow: "GET, POST" });
  }
  if (isForeignMedia(req))
    return refuseAndClose(res, 415, "unsupported-media-type", "Webhook bodies are JSON, not compressed.");
  const startedAt = performance.now();
  const body = await readBody(req);
  if (body === "too-large") return refuseAndClose(res, 413, "too-large", "Webhook bodies are at most 4 MiB.");
  await receiveBody(parts, { platform, body, startedAt, receivedAt: parts.runtime.now() }, req, res);
}

/** Meta sends JSON, uncompressed. Where no type is told, the signature decides. */
function isForeignMedia(req: IncomingMessage): boolean {
  const encoding = req.headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") return true;
  const type = req.headers["content-type"];
  return type !== undefined && !/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type);
}

interface Arrival {
  platform: string;
  body: Buffer;
  startedAt: number;
  receivedAt: Date;
}

async function receiveBody(
  parts: WebhookParts,
  arrival: Arrival,
  req: IncomingMessage,
  res: ServerResponse,
): Promise<void> {
  const check = await checkSignature(parts, arrival.body, req.headers["x-hub-signature-256"]);
  if (!check.ok) return refuse(parts, arrival, check, res);
  const parsed = parseJson(arrival.body);
  if (!parsed.ok) {
    return refuse(
      parts,
      arrival,
      { ...check, signature: "ok", httpStatus: 400, code: "not-json", reason: parsed.reason },
      res,
    );
  }
  const adapters = adaptersForObject(objectOf(parsed.value));
  const verified = {
    value: parsed.value,
    signer: check.signer,
    appSecrets: serverSecrets(parts.runtime.config),
    ...arrival,
  };
  let delivery = routeEvents(adapters, verified, check.snapshot);
  if (delivery.logs.some((log) => log.state === "quarantined")) {
    // Its channel may have been made a moment ago.
    const snapshot = await parts.directory.afterMiss();
    if (snapshot !== check.snapshot) delivery = routeEvents(adapters, verified, snapshot);
  }
  try {
    await parts.receiver.receive(delivery);
    parts.onStored?.(delivery);
  } catch (error) {
    if (error instanceof NotStored) return unavailable(res);
    throw error;
  }
  answerText(res, 200, "OK");
}

/** Instagram Login is documented with the whole body in an array. */
function objectOf(value: unknown): string {
  const body: unknown = Array.isArray(value) ? value[0] : value;
  const named = typeof body === "object" && body !== null && "object" in body;
  return named && typeof body.object === "string" ? body.object : "";
}

type Problem = Pick<Refusal, "signature" | "httpStatus" | "reason"> & {
  code: string;
  snapshot: ChannelSnapshot;
};
type SignatureCheck = { ok: true; signer: string; snapshot: ChannelSnapshot } | ({ ok: false } & Problem);

async function checkSignature(
  parts: WebhookParts,
  body: Buffer,
  header: string | string[] | undefined,
): Promise<SignatureCheck> {
  const appSecrets = serverSecrets(parts.runtime.config);
  let snapshot = await parts.directory.current();
  let problem = { ok: false as const, snapshot };
  const claimed = readSignature(header);
  if (claimed === null) {
    const signature = header === undefined ? "missing" : "bad";
    return {
      ...problem,
      signature,
      httpStatus: 401,
      code: "bad-signature",
      reason: `X-Hub-Signature-256 is ${signature}.`,
    };
  }
  // Twice: a channel or a secret may have been set a moment ago, by this process or another.
  for (let look = 0; look < 2; look += 1) {
    if (look > 0) {
      snapshot = await parts.directory.afterMiss();
      if (snapshot === problem.snapshot) break;
      problem = { ok: false, snapshot };
    }
    const signer = findSigner(body, claimed, candidateSecrets(body, snapshot, appSecrets));
    if (signer !== null) return { ok: true, signer, snapshot };
  }
  if (
    appSecrets.length === 0 &&
    snapshot.all.every(isWithoutPlatformSecret) &&
    !hintsAtSecret(body, snapshot)
  ) {
    const reason = "No app secret is set: give the channel its app secret, or set META_APP_SECRET.";
    return { ...problem, signature: "no-secret", httpStatus: 503, code: "no-app-secret", reason };
  }
  const reason =
    "No known app secret made this signature: compare the channel's app secret with the app's settings at Meta.";
  return { ...problem, signature: "bad", httpStatus: 401, code: "bad-signature", reason };
}

/** The simulator's channel has a secret from its first start; it says nothing about Meta's. */
const isWithoutPlatformSecret = ({ platform, appSecret }: ChannelRecord): boolean =>
  appSecret === null || platform === "simulator";

const hintsAtSecret = (body: Buffer, snapshot: ChannelSnapshot): boolean =>
  [...hintedChannels(body, snapshot)].some(({ appSecret }) => appSecret !== null);

function refuse(parts: WebhookParts, arrival: Arrival, problem: Problem, res: ServerResponse): void {
  const [hinted] = hintedChannels(arrival.body, problem.snapshot);
  parts.refusals.note({ ...arrival, ...problem }, hinted, problem.snapshot);
  answerError(res, problem.httpStatus, problem.code, problem.reason);
}

function unavailable(res: ServerResponse): void {
  answerError(res, 503, "not-stored", "The delivery could not be stored; send it again.", {
    "Retry-After": "5",
  });
}
