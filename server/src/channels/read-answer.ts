/** What came of a send, read from Graph's answer: the same for every platform but for where the message's id stands. Pure. */
import { z } from "zod";
import type { DeliveryError, Platform, SendAnswer, SendResult } from "./channel.ts";
import { deliveryError, lookUpError, type RefusalCode } from "./errors.ts";

const refusedSchema = z.object({
  error: z.object({
    code: z.union([z.number(), z.string()]).transform(String),
    error_subcode: z.union([z.number(), z.string()]).transform(String).optional().catch(undefined),
    message: z.string().nullish(),
    is_transient: z.boolean().nullish(),
    error_data: z.object({ details: z.string().nullish() }).nullish().catch(null),
  }),
});
type Refused = z.infer<typeof refusedSchema>["error"];

const SETTLED_LATER = "It is not sent again by itself; the delivery status settles it when it comes.";
/** When a platform says no more than that it is too much. */
const THROTTLE_MS = 5_000;

/** @param acceptedId the message's id in an answer that says yes, null for an action; undefined when it is not there */
export function readGraphAnswer(
  platform: Platform,
  { status, body, retryAfterMs }: SendAnswer,
  acceptedId: (body: unknown) => string | null | undefined,
): SendResult {
  if (status >= 200 && status < 300) return accepted(acceptedId(body));
  const refused = refusedSchema.safeParse(body);
  if (refused.success) return readRefused(platform, status, retryAfterMs, refused.data.error);
  const said = `The platform answered with HTTP status ${status}.`;
  const error = deliveryError(platform, { code: `http-${status}` }, said);
  if (status === 429)
    return { outcome: "retry", afterMs: retryAfterMs ?? THROTTLE_MS, scope: "channel", error };
  // A gateway that gave up waiting does not know what became of the request.
  if (status === 504) return { outcome: "uncertain", error: { ...error, remedy: SETTLED_LATER } };
  if (status >= 500 || status === 408)
    return { outcome: "retry", afterMs: retryAfterMs ?? 0, scope: "message", error };
  if (status === 401)
    return {
      outcome: "hold-channel",
      state: "reauthorize",
      error: deliveryError(platform, { code: "190" }, null),
    };
  return { outcome: "dead", error };
}

/** 200 means accepted only when it names the message; anything else leaves us not knowing. */
function accepted(platformMessageId: string | null | undefined): SendResult {
  if (platformMessageId !== undefined) return { outcome: "sent", platformMessageId };
  const message = "The platform said yes but named no message.";
  return {
    outcome: "uncertain",
    error: { code: "no-message-id", class: "unknown", message, remedy: SETTLED_LATER },
  };
}

function readRefused(
  platform: Platform,
  status: number,
  retryAfterMs: number | null,
  refused: Refused,
): SendResult {
  const code: RefusalCode = { code: refused.code, subcode: refused.error_subcode };
  const error = deliveryError(platform, code, refused.error_data?.details ?? refused.message ?? null);
  const entry = lookUpError(platform, code);
  const afterMs = Math.max(entry?.afterMs ?? 0, retryAfterMs ?? 0);
  switch (entry?.class) {
    case "retry":
      return { outcome: "retry", afterMs, scope: "message", error };
    case "pause":
      return entry.afterMs === undefined
        ? { outcome: "hold-channel", state: "paused", error }
        : { outcome: "retry", afterMs, scope: "channel", error };
    case "pair":
      return { outcome: "retry", afterMs, scope: "conversation", error };
    case "reauthorize":
      return { outcome: "hold-channel", state: "reauthorize", error };
    case "window":
    case "recipient":
    case "template":
    case "media":
    case "permanent":
      return { outcome: "dead", error };
    case undefined:
      return readUnknownCode(status, afterMs, refused.is_transient === true, error);
  }
}

/** A code nobody told us about: only the platform's own word, or its own trouble, makes it worth another try. */
function readUnknownCode(
  status: number,
  afterMs: number,
  isTransient: boolean,
  error: DeliveryError,
): SendResult {
  if (status === 429)
    return { outcome: "retry", afterMs: Math.max(afterMs, THROTTLE_MS), scope: "channel", error };
  if (isTransient || status >= 500) return { outcome: "retry", afterMs, scope: "message", error };
  return { outcome: "dead", error };
}
