/** Blue ticks and “typing…” on WhatsApp: one call, about the customer's latest message ("Mark messages as read", "Typing indicators"). */
import type { RenderedSend, SendTarget, Signal } from "../channel.ts";

/** The typing sign goes away with the next message, after 25 seconds at the latest; it marks the message as read too. */
export function renderSignal(
  { kind, messageId }: Signal,
  { platformId }: Pick<SendTarget, "platformId">,
): RenderedSend | null {
  if (messageId === null) return null;
  return {
    path: `${platformId}/messages`,
    body: {
      messaging_product: "whatsapp",
      status: "read",
      message_id: messageId,
      ...(kind === "typing" ? { typing_indicator: { type: "text" } } : {}),
    },
  };
}
