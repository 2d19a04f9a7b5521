/** What the Send API of Messenger and Instagram takes: the far side refuses what Meta would refuse. Pure. */
import { z } from "zod";
import { LINK, text } from "./rule-parts.ts";

/** Instagram counts bytes. */
const fewBytes = z
  .string()
  .refine((value) => value.trim() !== "" && Buffer.byteLength(value) <= 1_000, "1 to 1,000 bytes");

const quickReply = z.strictObject({
  content_type: z.literal("text"),
  title: text(20),
  payload: z.string().min(1).max(1_000),
});
const webUrl = z.strictObject({ type: z.literal("web_url"), title: text(20), url: LINK });
const postback = z.strictObject({
  type: z.literal("postback"),
  title: text(20),
  payload: z.string().min(1).max(1_000),
});
const element = z.strictObject({
  title: text(80),
  subtitle: text(80).optional(),
  image_url: LINK.optional(),
  buttons: z
    .array(z.discriminatedUnion("type", [webUrl, postback]))
    .min(1)
    .max(3)
    .optional(),
});
const attachment = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.enum(["image", "video", "audio", "file"]),
    payload: z.union([
      z.strictObject({ url: LINK, is_reusable: z.boolean() }),
      z.strictObject({ attachment_id: z.string().min(1) }),
    ]),
  }),
  z.strictObject({
    type: z.literal("template"),
    payload: z.discriminatedUnion("template_type", [
      z.strictObject({
        template_type: z.literal("button"),
        text: text(640),
        buttons: z.array(webUrl).min(1).max(3),
      }),
      z.strictObject({ template_type: z.literal("generic"), elements: z.array(element).min(1).max(10) }),
    ]),
  }),
]);

function messageSchema(words: z.ZodType<string>) {
  const metadata = z.string().max(1_000);
  return z.union([
    z.strictObject({ text: words, quick_replies: z.array(quickReply).min(1).max(13).optional(), metadata }),
    z.strictObject({ attachment, metadata }),
  ]);
}

const action = {
  sender_action: z.enum(["react", "unreact", "typing_on", "typing_off", "mark_seen"]),
  payload: z.strictObject({ message_id: z.string(), reaction: z.string().optional() }).optional(),
};

/** @param platform Instagram counts bytes and takes no messaging type but for tags */
function pageRequestSchema(platform: "messenger" | "instagram") {
  const recipient = z.union([
    z.strictObject({ id: z.string().min(1) }),
    z.strictObject({ comment_id: z.string().min(1) }),
  ]);
  const purpose = {
    messaging_type:
      platform === "messenger"
        ? z.enum(["RESPONSE", "UPDATE", "MESSAGE_TAG"])
        : z.literal("MESSAGE_TAG").optional(),
    tag: z.literal("HUMAN_AGENT").optional(),
  };
  const reply_to = z.strictObject({ mid: z.string().min(1) }).optional();
  const words = platform === "instagram" ? fewBytes : text(2_000);
  return z.union([
    z.strictObject({ recipient, ...purpose, message: messageSchema(words), reply_to }),
    z.strictObject({ recipient, ...purpose, ...action }),
  ]);
}

const SCHEMAS = { messenger: pageRequestSchema("messenger"), instagram: pageRequestSchema("instagram") };

export type PageVerdict =
  /** `recipient`: null when it is a comment's author. `isAction`: nothing is said. */
  | { ok: true; recipient: string | null; metadata: string | undefined; isAction: boolean }
  | { ok: false; details: string };

export function judgePageSend(platform: "messenger" | "instagram", request: unknown): PageVerdict {
  const parsed = SCHEMAS[platform].safeParse(request);
  if (!parsed.success) return { ok: false, details: z.prettifyError(parsed.error).slice(0, 600) };
  const { data } = parsed;
  return {
    ok: true,
    recipient: "id" in data.recipient ? data.recipient.id : null,
    metadata: "message" in data ? data.message.metadata : undefined,
    isAction: "sender_action" in data,
  };
}
