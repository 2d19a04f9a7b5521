/** What a caller of `executeFlow` says of a message → the engine's inbound content. */
import { z } from "zod";
import type { InboundContent, Tap } from "../content/inbound.ts";
import { mediaKindSchema } from "../content/schema.ts";

export const messageMetadataSchema = z.looseObject({
  /** The channel's message type: `text`, `interactive`, `button`, `image`, … */
  type: z.string().default("text"),
  /** The text as the customer wrote it, when `messageText` was changed on the way. */
  rawText: z.string().nullish(),
  /** A tapped button or list row; `id` is the option's id. */
  interactive: z
    .looseObject({ type: z.string().nullish(), id: z.string(), title: z.string().nullish() })
    .nullish(),
});
export type MessageMetadata = z.input<typeof messageMetadataSchema>;

const TAP_KINDS: Readonly<Record<string, Tap["kind"]>> = {
  list_reply: "list",
  list: "list",
  quick_reply: "quick-reply",
  postback: "postback",
  button: "template-button",
};

/** @throws ZodError when the metadata is of another shape */
export function inboundContentOf(messageText: string | null, given: MessageMetadata): InboundContent {
  const metadata = messageMetadataSchema.parse(given);
  const text = metadata.rawText || messageText;
  if (metadata.interactive) {
    const { type, id, title } = metadata.interactive;
    return { type: "tap", tap: { kind: TAP_KINDS[type ?? ""] ?? "button", id, title: title ?? text ?? id } };
  }
  const media = mediaKindSchema.safeParse(metadata.type);
  if (media.success)
    return { type: "media", media: { kind: media.data }, ...(text ? { caption: text } : {}) };
  if (text !== null && text !== "") return { type: "text", text };
  return { type: "unknown", platformType: metadata.type, raw: metadata };
}
