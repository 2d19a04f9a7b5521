/** What a customer sent, as every channel's parser states it and every flow reads it. */
import { z } from "zod";
import { mediaKindSchema } from "./schema.ts";

/** A tap on a button or a list row. `nodeId` and `sessionId` are filled when the tapped message is known. */
export const tapSchema = z.object({
  kind: z.enum(["button", "list", "template-button", "quick-reply", "postback"]),
  id: z.string(),
  title: z.string(),
  sessionId: z.string().optional(),
  nodeId: z.string().optional(),
});
export type Tap = z.infer<typeof tapSchema>;

/** What people do besides writing. `rating`: of a page; `post`: on the page; `call`: they rang. */
export const noticeSchema = z.enum([
  "mention",
  "rating",
  "post",
  "call",
  "referral",
  "opt-in",
  "lead",
  "number-changed",
]);
export type Notice = z.infer<typeof noticeSchema>;

const inboundMediaSchema = z.object({
  kind: mediaKindSchema,
  /** The platform's media id or URL; bytes are fetched by the server. */
  id: z.string().optional(),
  url: z.string().optional(),
  mimeType: z.string().optional(),
  filename: z.string().optional(),
  /** Bytes, where the platform says. */
  size: z.number().optional(),
});

export const inboundContentSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("tap"), tap: tapSchema }),
  z.object({ type: z.literal("media"), media: inboundMediaSchema, caption: z.string().optional() }),
  z.object({
    type: z.literal("location"),
    latitude: z.number(),
    longitude: z.number(),
    name: z.string().optional(),
    address: z.string().optional(),
  }),
  z.object({ type: z.literal("contacts"), contacts: z.array(z.record(z.string(), z.unknown())) }),
  /** An empty emoji takes the reaction back. */
  z.object({ type: z.literal("reaction"), messageId: z.string(), emoji: z.string() }),
  z.object({ type: z.literal("form"), name: z.string(), values: z.record(z.string(), z.unknown()) }),
  /** A post, a reel or a page that the customer shared. */
  z.object({ type: z.literal("link"), url: z.string(), title: z.string().optional() }),
  z.object({ type: z.literal("order"), order: z.record(z.string(), z.unknown()) }),
  /** Written in public, under a post or a live video: shown in the conversation, answered in private. */
  z.object({
    type: z.literal("comment"),
    text: z.string(),
    commentId: z.string(),
    postId: z.string().optional(),
    live: z.boolean().optional(),
  }),
  /** Something the person did besides writing to us: shown in the conversation, no answer to any question. */
  z.object({ type: z.literal("notice"), about: noticeSchema, text: z.string() }),
  /** Kept as it came: nothing here understands it yet. */
  z.object({ type: z.literal("unknown"), platformType: z.string(), raw: z.unknown() }),
]);
export type InboundContent = z.infer<typeof inboundContentSchema>;

/** The words a message carries for keyword matching and answers; null when it has none. */
export function inboundText(content: InboundContent): string | null {
  switch (content.type) {
    case "text":
      return content.text;
    case "tap":
      return content.tap.title;
    case "media":
      return content.caption ?? null;
    default:
      return null;
  }
}
