/** The stand-in for Meta refuses what Meta's pages say is refused, kind by kind; what render.test.ts makes it takes. */
import { describe, expect, test } from "vitest";
import { judge } from "./graph-rules.ts";

const link = "https://x.test/a";
const send = (type: string, part: unknown) => ({
  messaging_product: "whatsapp",
  recipient_type: "individual",
  to: "+34600000001",
  type,
  [type]: part,
});
const pressed = (part: Record<string, unknown>) => send("interactive", { body: { text: "x" }, ...part });
const open = { name: "cta_url", parameters: { display_text: "Open", url: link } };
const card = (at: number) => ({
  card_index: at,
  type: "cta_url",
  header: { type: "image", image: { link } },
  action: open,
});
const section = (count: number, title?: string) => ({
  ...(title ? { title } : {}),
  product_items: Array.from({ length: count }, (_, n) => ({ product_retailer_id: `p${n}` })),
});
const products = (...sections: object[]) => ({
  type: "product_list",
  header: { type: "text", text: "Ours" },
  action: { catalog_id: "c", sections },
});
const template = (...components: object[]) =>
  send("template", { name: "t", language: { code: "es" }, components });
const body = (text: string) => ({ type: "body", parameters: [{ type: "text", text }] });
const button = (sub_type: string, index: string, parameter: object) => ({
  type: "button",
  sub_type,
  index,
  parameters: [parameter],
});
const flow = (parameters: object) =>
  pressed({
    type: "flow",
    action: {
      name: "flow",
      parameters: { flow_message_version: "3", flow_id: "1", flow_cta: "Open", ...parameters },
    },
  });

const TAKEN: [string, unknown][] = [
  ["a link button", pressed({ type: "cta_url", action: open })],
  ["two cards", pressed({ type: "carousel", action: { cards: [card(0), card(1)] } })],
  ["thirty products in two sections", pressed(products(section(15, "A"), section(15, "B")))],
  ["a template without variables", send("template", { name: "t", language: { code: "es" } })],
  [
    "a template with all kinds of parts",
    template(
      { type: "header", parameters: [{ type: "video", video: { id: "1" } }] },
      body("Ana"),
      button("quick_reply", "0", { type: "payload", payload: "opt-0" }),
      button("url", "1", { type: "text", text: "123" }),
      button("copy_code", "2", { type: "coupon_code", coupon_code: "SAVE10" }),
      button("flow", "3", { type: "action", action: { flow_token: "t" } }),
      { type: "button", sub_type: "catalog", index: "4", parameters: [] },
    ),
  ],
  ["a form without a token", flow({})],
];

const REFUSED: [string, unknown, number][] = [
  [
    "a button to no address",
    pressed({ type: "cta_url", action: { ...open, parameters: { display_text: "a", url: "x" } } }),
    100,
  ],
  [
    "a label of 21",
    pressed({
      type: "cta_url",
      action: { ...open, parameters: { display_text: "x".repeat(21), url: link } },
    }),
    131009,
  ],
  ["one card", pressed({ type: "carousel", action: { cards: [card(0)] } }), 131009],
  ["cards out of order", pressed({ type: "carousel", action: { cards: [card(1), card(0)] } }), 131009],
  [
    "pictures and films mixed",
    pressed({
      type: "carousel",
      action: { cards: [card(0), { ...card(1), header: { type: "video", video: { link } } }] },
    }),
    131009,
  ],
  [
    "three line breaks on a card",
    pressed({ type: "carousel", action: { cards: [card(0), { ...card(1), body: { text: "a\nb\nc\nd" } }] } }),
    131009,
  ],
  [
    "a header over cards",
    pressed({ type: "carousel", header: { type: "text", text: "x" }, action: { cards: [card(0), card(1)] } }),
    100,
  ],
  ["31 products", pressed(products(section(31))), 131009],
  [
    "products in eleven sections",
    pressed(products(...Array.from({ length: 11 }, () => section(1, "A")))),
    131009,
  ],
  ["sections without titles", pressed(products(section(1), section(1))), 131009],
  [
    "a header over one product",
    pressed({
      type: "product",
      header: { type: "text", text: "x" },
      action: { catalog_id: "c", product_retailer_id: "p" },
    }),
    100,
  ],
  ["a card without a name", send("contacts", [{ name: { formatted_name: "" } }]), 131009],
  [
    "258 cards",
    send(
      "contacts",
      Array.from({ length: 258 }, () => ({ name: { formatted_name: "A", first_name: "A" } })),
    ),
    131009,
  ],
  ["two emoji", send("reaction", { message_id: "wamid.X", emoji: "👍👍" }), 131009],
  ["a line break in a variable", template(body("a\nb")), 131009],
  ["an empty variable", template(body("")), 131009],
  ["five spaces in a variable", template(body("a     b")), 131009],
  [
    "a header of 61",
    template({ type: "header", parameters: [{ type: "text", text: "x".repeat(61) }] }),
    131009,
  ],
  ["an eleventh button", template(button("quick_reply", "10", { type: "payload", payload: "a" })), 100],
  [
    "a code of 16",
    template(button("copy_code", "0", { type: "coupon_code", coupon_code: "x".repeat(16) })),
    131009,
  ],
  ["a payload where a text belongs", template(button("url", "0", { type: "payload", payload: "a" })), 100],
  ["two bodies", template(body("a"), body("b")), 131009],
  ["a form of another version", flow({ flow_message_version: "2" }), 100],
  ["a form's label of 21", flow({ flow_cta: "x".repeat(21) }), 131009],
];

describe("the far side", () => {
  test.each(TAKEN)("takes %s", (_what, request) => {
    expect(judge(request)).toMatchObject({ ok: true });
  });

  test.each(REFUSED)("refuses %s", (_what, request, code) => {
    expect(judge(request)).toMatchObject({ ok: false, code });
  });
});
