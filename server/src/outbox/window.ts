/** Whether a message may be sent now: the platform's window for free words, and what goes beyond it. Pure. */
import type { MessageContent } from "@hilo/flow-engine";
import type { DeliveryError, PlayedPlatform } from "../channels/channel.ts";

/** What a send is judged by. */
export interface Occasion {
  author: string;
  /** A comment that it answers in private. */
  commentId: string | null;
  /** Null: the customer never wrote; whether anything may be sent, the platform knows. */
  windowExpiresAt: Date | null;
  lastInboundAt: Date | null;
  /** A simulated customer's clock goes before ours by so much. */
  clockAheadMs?: number;
}

export type Leave =
  | { open: true; tag: "HUMAN_AGENT" | null }
  /** The platform would refuse it: it is not asked. */
  | { open: false; error: DeliveryError };

const DAY = 86_400_000;
/** Messenger and Instagram, "Human agent": seven days from the customer's last message, for people only. */
export const HUMAN_AGENT_MS = 7 * DAY;

export function leaveFor(
  platform: PlayedPlatform,
  content: MessageContent,
  occasion: Occasion,
  { humanAgent }: { humanAgent: boolean },
  at: Date,
): Leave {
  const { author, commentId, windowExpiresAt, lastInboundAt, clockAheadMs = 0 } = occasion;
  const now = new Date(at.getTime() + clockAheadMs);
  const free = { open: true, tag: null } as const;
  if (content.type === "template" || commentId !== null) return free;
  if (windowExpiresAt === null || windowExpiresAt > now) return free;
  if (platform === "whatsapp") return { open: false, error: CLOSED_WHATSAPP };
  const heard = lastInboundAt !== null && now.getTime() - lastInboundAt.getTime() < HUMAN_AGENT_MS;
  if (author !== "agent" || !heard) return { open: false, error: CLOSED };
  return humanAgent ? { open: true, tag: "HUMAN_AGENT" } : { open: false, error: CLOSED_WITHOUT_HUMAN_AGENT };
}

const CLOSED_WHATSAPP: DeliveryError = {
  code: "window-closed",
  class: "window",
  message: "The customer has not written for 24 hours: WhatsApp takes approved templates only.",
  remedy: "Send a template, or wait until the customer writes again.",
};
const CLOSED: DeliveryError = {
  code: "window-closed",
  class: "window",
  message: "The customer has not written for 24 hours: nothing may be sent to them.",
  remedy: "Wait until the customer writes again.",
};
const CLOSED_WITHOUT_HUMAN_AGENT: DeliveryError = {
  ...CLOSED,
  remedy:
    "People may write for seven days when Meta granted the app the human agent feature: then turn it on in the channel's settings.",
};
