/** A message's stored content, parsed once for showing. What does not parse is shown as unknown, never dropped. */
import {
  type InboundContent,
  inboundContentSchema,
  type MessageContent,
  messageContentSchema,
} from "@hilo/flow-engine";
import type { Message } from "@hilo/server/contract";

export type ShownContent =
  | { from: "customer"; content: InboundContent }
  | { from: "business"; content: MessageContent }
  | { from: "unreadable"; type: string };

/** By message object: caches keep the same object until something about the message changes. */
const parsed = new WeakMap<Message["content"], ShownContent>();

export function shownContent(message: Pick<Message, "direction" | "content">): ShownContent {
  const known = parsed.get(message.content);
  if (known) return known;
  const shown = parse(message);
  parsed.set(message.content, shown);
  return shown;
}

function parse({ direction, content }: Pick<Message, "direction" | "content">): ShownContent {
  if (direction === "in") {
    const inbound = inboundContentSchema.safeParse(content);
    if (inbound.success) return { from: "customer", content: inbound.data };
  } else {
    const outbound = messageContentSchema.safeParse(content);
    if (outbound.success) return { from: "business", content: outbound.data };
    // Written outside Hilo, on the phone: told as the platform tells what customers send.
    const echo = inboundContentSchema.safeParse(content);
    if (echo.success) return { from: "customer", content: echo.data };
  }
  return { from: "unreadable", type: typeof content.type === "string" ? content.type : "unknown" };
}
