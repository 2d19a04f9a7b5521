/** What Meta's send endpoint takes: the simulator's far side refuses what Meta would refuse, so that nobody learns it from customers. Pure. */
import { z } from "zod";
import { interactive } from "./interactive-rules.ts";
import { media, text } from "./rule-parts.ts";
import { template } from "./template-rules.ts";

const caption = { caption: text(1_024).optional() };
const image = media(caption);
const video = media(caption);
const document = media({ ...caption, filename: z.string().min(1).max(240).optional() });

const envelope = {
  messaging_product: z.literal("whatsapp"),
  recipient_type: z.literal("individual"),
  to: z
    .string()
    .regex(/^\+\d{5,20}$/, "a number with + and country code")
    .optional(),
  recipient: z.string().min(1).max(160).optional(),
  context: z.strictObject({ message_id: z.string().min(1) }).optional(),
  biz_opaque_callback_data: z.string().max(512).optional(),
};
const of = <T extends string, S extends z.ZodType>(type: T, schema: S) =>
  z.strictObject({ ...envelope, type: z.literal(type), [type]: schema });

const contactCard = z.strictObject({
  name: z.strictObject({ formatted_name: z.string().min(1), first_name: z.string().min(1) }),
  phones: z.array(z.strictObject({ phone: z.string(), type: z.string() })).optional(),
  emails: z.array(z.strictObject({ email: z.string() })).optional(),
  org: z.strictObject({ company: z.string() }).optional(),
  urls: z.array(z.strictObject({ url: z.string() })).optional(),
});

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/** None takes the reaction back. */
const emoji = z
  .string()
  .max(30)
  .refine((value) => [...graphemes.segment(value)].length < 2, "at most one emoji");

const message = z.discriminatedUnion("type", [
  of("text", z.strictObject({ body: text(4_096), preview_url: z.boolean().optional() })),
  of("image", image),
  of("video", video),
  of("audio", media({ voice: z.boolean().optional() })),
  of("document", document),
  of("sticker", media()),
  of(
    "location",
    z.strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      name: z.string().max(1_000).optional(),
      address: z.string().max(1_000).optional(),
    }),
  ),
  of("contacts", z.array(contactCard).min(1).max(257)),
  of("reaction", z.strictObject({ message_id: z.string().min(1), emoji })),
  of("template", template),
  of("interactive", interactive),
]);

const sendSchema = message.refine(({ to, recipient }) => to !== undefined || recipient !== undefined, {
  message: "to or recipient is missing",
  path: ["to"],
});
export type GraphSend = z.infer<typeof message>;

/** Marks an inbound message read, with or without a typing sign. */
export const readReceiptSchema = z.strictObject({
  messaging_product: z.literal("whatsapp"),
  status: z.literal("read"),
  message_id: z.string().min(1),
  typing_indicator: z.strictObject({ type: z.literal("text") }).optional(),
});

export type GraphVerdict = { ok: true; send: GraphSend } | { ok: false; code: 100 | 131009; details: string };

/** 131009: a value is outside what is allowed. 100: a parameter is unknown, missing or of the wrong kind. */
export function judge(request: unknown): GraphVerdict {
  const parsed = sendSchema.safeParse(request);
  if (parsed.success) return { ok: true, send: parsed.data };
  const issue = parsed.error.issues[0];
  const isValue = issue?.code === "too_big" || issue?.code === "too_small" || issue?.code === "custom";
  return { ok: false, code: isValue ? 131009 : 100, details: z.prettifyError(parsed.error).slice(0, 400) };
}

/** Meta's error body. */
export function graphError(code: number, message: string, details?: string) {
  return {
    error: {
      message: `(#${code}) ${message}`,
      type: "OAuthException",
      code,
      ...(details ? { error_data: { messaging_product: "whatsapp", details } } : {}),
      fbtrace_id: "simulator",
    },
  };
}
