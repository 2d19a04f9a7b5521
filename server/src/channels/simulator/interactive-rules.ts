/** Messages with something to press, as Meta takes them ("Interactive messages"). Pure. */
import { z } from "zod";
import { LINK, label, media, text } from "./rule-parts.ts";

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
  flow_token: z.string().min(1).optional(),
  flow_cta: label(20),
  mode: z.enum(["draft", "published"]).optional(),
  flow_action: z.enum(["navigate", "data_exchange"]).optional(),
  flow_action_payload: z
    .strictObject({ screen: z.string().min(1), data: z.record(z.string(), z.unknown()).optional() })
    .optional(),
});

export const interactive = z.discriminatedUnion("type", [
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
