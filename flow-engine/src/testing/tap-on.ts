/** Which tap a customer means: the latest message that has such an option. */
import type { InboundContent } from "../content/inbound.ts";
import type { MessageContent } from "../content/schema.ts";
import type { SentMessage } from "./conversation.ts";

/** By the option's id or title; null when no message has it. */
export function tapOn(sent: readonly SentMessage[], idOrTitle: string): InboundContent | null {
  for (const { content, sessionId, nodeId } of sent.toReversed()) {
    const option = optionsOf(content).find(({ id, title }) => id === idOrTitle || title === idOrTitle);
    if (!option) continue;
    const { id, title } = option;
    const from = { ...(sessionId ? { sessionId } : {}), ...(nodeId ? { nodeId } : {}) };
    return { type: "tap", tap: { kind: TAP_KINDS[content.type] ?? "button", id, title, ...from } };
  }
  return null;
}

const TAP_KINDS = { list: "list", template: "template-button", carousel: "postback" } as Readonly<
  Partial<Record<MessageContent["type"], "list" | "template-button" | "postback">>
>;

function optionsOf(content: MessageContent): readonly { id: string; title: string }[] {
  switch (content.type) {
    case "buttons":
      return content.options;
    case "list":
      return content.sections.flatMap(({ rows }) => rows);
    case "carousel":
      return content.cards.flatMap(({ buttons }) => buttons.filter((button) => button.kind === "reply"));
    case "template":
      return (content.parameters?.buttons ?? [])
        .filter((button) => button.kind === "quick-reply")
        .map(({ payload, label = payload }) => ({ id: payload, title: label }));
    default:
      return [];
  }
}
