/** What Meta's send endpoint takes: the simulator's far side refuses what Meta would refuse, so that nobody learns it from customers. Pure. */
import { z } from "zod";

const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value.trim() !== "", "must not be blank");
/** Labels and titles stand on one line. */
const label = (max: number) => text(max).refine((value) => !/[\r\n]/.test(value), "must be one line");

const LINK = z
  .string()
  .max(2_048)
  .regex(/^https?:\/\//i);
const media = (extra: z.ZodRawShape = {}) =>
  z
    .strictObject({ id: z.string().min(1).optional(), link: LINK.optional(), ...extra })
    .refine((file) => (file.id === undefined) !== (file.link === undefined), "needs either id or link");
const caption = { caption: text(1_024).optional() };
const image = media(caption);
const video = media(caption);
const document = media({ ...caption, filename: z.string().min(1).max(240).optional() });

const header = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: label(60) }),
  z.strictObject({ type: z.literal("image"), image: media() }),
  z.strictObject({ type: z.literal("video"), video: media() }),
  z.strictObject({
    type: z.literal("document"),
    document: media({ filename: z.string().min(1).max(240).optional() }),
  }),
]);
const footer = z.strictObject({ text: label(60) }).optional();
const body = (max: number) => z.strictObject({ text: text(max) });
const distinct = <T>(key: (item: T) => string, what: string) =>
  [(items: T[]) => new Set(items.map(key)).size === items.length, `${what} must differ`] as const;

const button = z.strictObject({
  type: z.literal("reply"),
  reply: z.strictObject({ id: text(256), title: label(20) }),
});
const buttons = z
  .array(button)
  .min(1)
  .max(3)
  .refine(...distinct<z.infer<typeof button>>(({ reply }) => reply.id, "ids"))
  .refine(...distinct<z.infer<typeof button>>(({ reply }) => reply.title, "titles"));

const row = z.strictObject({ id: text(200), title: label(24), description: label(72).optional() });
const section = z.strictObject({ title: label(24).optional(), rows: z.array(row).min(1) });
const sections = z
  .array(section)
  .min(1)
  .max(10)
  .refine((all) => all.flatMap(({ rows }) => rows).length <= 10, "at most 10 rows in all sections together")
  .refine(
    (all) => all.length === 1 || all.every(({ title }) => title !== undefined),
    "each of several sections needs a title",
  )
  .refine((all) => {
    const ids = all.flatMap(({ rows }) => rows.map(({ id }) => id));
    return new Set(ids).size === ids.length;
  }, "ids must differ");

const link = z.strictObject({
  name: z.literal("cta_url"),
  parameters: z.strictObject({ display_text: label(20), url: LINK }),
});
const textHeader = z.strictObject({ type: z.literal("text"), text: label(60) });
const retailerId = z.string().min(1).max(100);

const productSection = z.strictObject({
  title: label(24).optional(),
  product_items: z.array(z.strictObject({ product_retailer_id: retailerId })).min(1),
});
const productSections = z
  .array(productSection)
  .min(1)
  .max(10)
  .refine((all) => all.flatMap((each) => each.product_items).length <= 30, "at most 30 products")
  .refine((all) => all.length === 1 || all.every(({ title }) => title !== undefined), "sections need titles");

const cardText = text(160).refine((value) => value.split("\n").length <= 3, "at most two line breaks");
const card = z.strictObject({
  card_index: z.number().int().min(0).max(9),
  type: z.literal("cta_url"),
  header: z.discriminatedUnion("type", [
    z.strictObject({ type: z.literal("image"), image: media() }),
    z.strictObject({ type: z.literal("video"), video: media() }),
  ]),
  body: z.strictObject({ text: cardText }).optional(),
  action: link,
});
const cards = z
  .array(card)
  .min(2)
  .max(10)
  .refine((all) => new Set(all.map(({ header: { type } }) => type)).size === 1, "headers of one kind")
  .refine((all) => all.every(({ card_index }, at) => card_index === at), "cards in order");

const flowParameters = z.strictObject({
  flow_message_version: z.literal("3"),
  flow_id: z.string().min(1),
  flow_token: z.string().min(1),
  flow_cta: label(20),
  mode: z.enum(["draft", "published"]).optional(),
  flow_action: z.enum(["navigate", "data_exchange"]).optional(),
  flow_action_payload: z
    .strictObject({ screen: z.string().min(1), data: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});

const interactive = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("cta_url"),
    header: header.optional(),
    body: body(1_024),
    footer,
    action: link,
  }),
  z.strictObject({
    type: z.literal("product"),
    body: body(1_024).optional(),
    footer,
    action: z.strictObject({ catalog_id: z.string().min(1), product_retailer_id: retailerId }),
  }),
  z.strictObject({
    type: z.literal("product_list"),
    header: textHeader,
    body: body(1_024),
    footer,
    action: z.strictObject({ catalog_id: z.string().min(1), sections: productSections }),
  }),
  z.strictObject({ type: z.literal("carousel"), body: body(1_024), action: z.strictObject({ cards }) }),
  z.strictObject({
    type: z.literal("flow"),
    header: textHeader.optional(),
    body: body(1_024),
    footer,
    action: z.strictObject({ name: z.literal("flow"), parameters: flowParameters }),
  }),
  z.strictObject({
    type: z.literal("button"),
    header: header.optional(),
    body: body(1_024),
    footer,
    action: z.strictObject({ buttons }),
  }),
  z.strictObject({
    type: z.literal("list"),
    header: z.strictObject({ type: z.literal("text"), text: label(60) }).optional(),
    body: body(4_096),
    footer,
    action: z.strictObject({ button: label(20), sections }),
  }),
  z.strictObject({
    type: z.literal("location_request_message"),
    body: body(1_024),
    action: z.strictObject({ name: z.literal("send_location") }),
  }),
]);

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
  of("reaction", z.strictObject({ message_id: z.string().min(1), emoji: z.string().max(30) })),
  of(
    "template",
    z.strictObject({
      name: z.string().min(1).max(512),
      language: z.strictObject({ code: z.string().min(2) }),
      components: z.array(z.record(z.string(), z.unknown())).optional(),
    }),
  ),
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
