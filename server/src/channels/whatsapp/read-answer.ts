/** What came of a send, read from Graph's answer. Pure. */
import { z } from "zod";
import type { DeliveryError, SendAnswer, SendResult } from "../channel.ts";
import { deliveryError, lookUpError } from "./errors.ts";
import { wireId } from "./wire.ts";

const acceptedSchema = z.object({ messages: z.tuple([z.object({ id: wireId })], z.unknown()) });

const refusedSchema = z.object({
  error: z.object({
    code: z.union([z.number(), z.string()]).transform(String),
    message: z.string().nullish(),
    is_transient: z.boolean().nullish(),
    error_data: z.object({ details: z.string().nullish() }).nullish().catch(null),
  }),
});

const SETTLED_LATER = "It is not sent again by itself; the delivery status settles it when it comes.";

export function readAnswer({ status, body, retryAfterMs }: SendAnswer): SendResult {
  if (status >= 200 && status < 300) return readAccepted(body);
  const refused = refusedSchema.safeParse(body);
  if (refused.success) return readRefused(status, retryAfterMs, refused.data.error);
  const error = deliveryError(`http-${status}`, `The platform answered with HTTP status ${status}.`);
  if (status === 429) return { outcome: "retry", afterMs: retryAfterMs ?? 5_000, scope: "channel", error };
  // A gateway that gave up waiting does not know what became of the request.
  if (status === 504) return { outcome: "uncertain", error: { ...error, remedy: SETTLED_LATER } };
  if (status >= 500 || status === 408)
    return { outcome: "retry", afterMs: retryAfterMs ?? 0, scope: "message", error };
  if (status === 401)
    return { outcome: "hold-channel", state: "reauthorize", error: deliveryError("190", null) };
  return { outcome: "dead", error };
}

/** 200 means accepted only when it names the message; anything else leaves us not knowing. */
function readAccepted(body: unknown): SendResult {
  const accepted = acceptedSchema.safeParse(body);
  if (accepted.success) return { outcome: "sent", platformMessageId: accepted.data.messages[0].id };
  return {
    outcome: "uncertain",
    error: {
      code: "no-message-id",
      message: "The platform said yes but named no message.",
      remedy: SETTLED_LATER,
    },
  };
}

function readRefused(
  status: number,
  retryAfterMs: number | null,
  refused: z.infer<typeof refusedSchema>["error"],
): SendResult {
  const error = deliveryError(refused.code, refused.error_data?.details ?? refused.message ?? null);
  const entry = lookUpError(refused.code);
  const afterMs = Math.max(entry?.afterMs ?? 0, retryAfterMs ?? 0);
  switch (entry?.class) {
    case "retry":
      return { outcome: "retry", afterMs, scope: "message", error };
    case "throttle":
      return { outcome: "retry", afterMs, scope: "channel", error };
    case "pair":
      return { outcome: "retry", afterMs, scope: "conversation", error };
    case "token":
      return { outcome: "hold-channel", state: "reauthorize", error };
    case "account":
      return { outcome: "hold-channel", state: "paused", error };
    case "dead":
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
  if (status === 429) return { outcome: "retry", afterMs: Math.max(afterMs, 5_000), scope: "channel", error };
  if (isTransient || status >= 500) return { outcome: "retry", afterMs, scope: "message", error };
  return { outcome: "dead", error };
}
