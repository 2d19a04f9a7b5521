/** Each kind of content as the request of Meta's own pages ("Messages", "Interactive", "Templates", "Flows"). The reason for its length: one table of examples. */
import type { MessageContent } from "@hilo/flow-engine";
import { expect, test } from "vitest";
import { render } from "./render.ts";

const TARGET = { platformId: "1001", externalId: "573001112233", phone: null, messageId: "m-1" };
const url = "https://shop.test/a";
const image = { kind: "image", url } as const;

const TABLE: [string, MessageContent, Record<string, unknown>][] = [
  [
    "a text",
    { type: "text", text: "Hola", preview: true },
    { type: "text", text: { body: "Hola", preview_url: true } },
  ],
  [
    "a document with its name",
    { type: "media", media: { kind: "document", url, caption: "Menú", filename: "menu.pdf" } },
    { type: "document", document: { link: url, caption: "Menú", filename: "menu.pdf" } },
  ],
  [
    "a voice note that was uploaded before",
    { type: "media", media: { kind: "voice", fileId: "123" } },
    { type: "audio", audio: { id: "123", voice: true } },
  ],
  [
    "buttons below a picture",
    {
      type: "buttons",
      text: "¿Qué?",
      header: { kind: "media", media: image },
      footer: "Pie",
      options: [{ id: "opt-0", title: "Sí" }],
    },
    {
      type: "interactive",
      interactive: {
        type: "button",
        header: { type: "image", image: { link: url } },
        body: { text: "¿Qué?" },
        footer: { text: "Pie" },
        action: { buttons: [{ type: "reply", reply: { id: "opt-0", title: "Sí" } }] },
      },
    },
  ],
  [
    "a list",
    {
      type: "list",
      text: "Elige",
      button: "Ver",
      header: "Carta",
      sections: [{ title: "Comida", rows: [{ id: "r", title: "Pizza", description: "9 €" }] }],
    },
    {
      type: "interactive",
      interactive: {
        type: "list",
        header: { type: "text", text: "Carta" },
        body: { text: "Elige" },
        action: {
          button: "Ver",
          sections: [{ title: "Comida", rows: [{ id: "r", title: "Pizza", description: "9 €" }] }],
        },
      },
    },
  ],
  [
    "a link button",
    { type: "cta-url", text: "Mira", header: { kind: "text", text: "Oferta" }, label: "Abrir", url },
    {
      type: "interactive",
      interactive: {
        type: "cta_url",
        header: { type: "text", text: "Oferta" },
        body: { text: "Mira" },
        action: { name: "cta_url", parameters: { display_text: "Abrir", url } },
      },
    },
  ],
  [
    "a request for the location",
    { type: "location-request", text: "¿Dónde?" },
    {
      type: "interactive",
      interactive: {
        type: "location_request_message",
        body: { text: "¿Dónde?" },
        action: { name: "send_location" },
      },
    },
  ],
  [
    "a place",
    { type: "location", latitude: 36.5, longitude: -6.3, name: "Cádiz" },
    { type: "location", location: { latitude: 36.5, longitude: -6.3, name: "Cádiz" } },
  ],
  [
    "a contact card",
    {
      type: "contact-card",
      contacts: [{ name: "Ana", phones: ["+34600"], emails: ["a@b.test"], organization: "Hilo", url }],
    },
    {
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Ana", first_name: "Ana" },
          phones: [{ phone: "+34600", type: "CELL" }],
          emails: [{ email: "a@b.test" }],
          org: { company: "Hilo" },
          urls: [{ url }],
        },
      ],
    },
  ],
  [
    "a reaction",
    { type: "reaction", messageId: "wamid.X", emoji: "👍" },
    { type: "reaction", reaction: { message_id: "wamid.X", emoji: "👍" } },
  ],
  [
    "one product",
    { type: "product", text: "Mira", header: "Nuevo", catalogId: "c", sections: [{ products: ["sku-1"] }] },
    {
      type: "interactive",
      interactive: {
        type: "product",
        body: { text: "Mira" },
        action: { catalog_id: "c", product_retailer_id: "sku-1" },
      },
    },
  ],
  [
    "one product without words",
    { type: "product", text: "", footer: "Pie", catalogId: "c", sections: [{ products: ["sku-1"] }] },
    {
      type: "interactive",
      interactive: {
        type: "product",
        footer: { text: "Pie" },
        action: { catalog_id: "c", product_retailer_id: "sku-1" },
      },
    },
  ],
  [
    "several products",
    {
      type: "product",
      text: "Mira",
      header: "Nuevo",
      catalogId: "c",
      sections: [{ title: "A", products: ["1", "2"] }],
    },
    {
      type: "interactive",
      interactive: {
        type: "product_list",
        header: { type: "text", text: "Nuevo" },
        body: { text: "Mira" },
        action: {
          catalog_id: "c",
          sections: [
            { title: "A", product_items: [{ product_retailer_id: "1" }, { product_retailer_id: "2" }] },
          ],
        },
      },
    },
  ],
  [
    "a carousel",
    {
      type: "carousel",
      text: "Ofertas",
      cards: [
        { media: image, text: "Uno", buttons: [{ kind: "url", label: "Ver", url }] },
        { media: image, buttons: [{ kind: "url", label: "Ver", url }] },
      ],
    },
    {
      type: "interactive",
      interactive: {
        type: "carousel",
        body: { text: "Ofertas" },
        action: {
          cards: [
            {
              card_index: 0,
              type: "cta_url",
              header: { type: "image", image: { link: url } },
              body: { text: "Uno" },
              action: { name: "cta_url", parameters: { display_text: "Ver", url } },
            },
            {
              card_index: 1,
              type: "cta_url",
              header: { type: "image", image: { link: url } },
              action: { name: "cta_url", parameters: { display_text: "Ver", url } },
            },
          ],
        },
      },
    },
  ],
  [
    "a template with everything",
    {
      type: "template",
      name: "pedido",
      language: "es_MX",
      parameters: {
        header: { kind: "media", media: { kind: "document", url, filename: "factura.pdf" } },
        body: [{ text: "Ana" }, { name: "total", text: "9 €" }],
        buttons: [
          { kind: "quick-reply", index: 0, payload: "opt-0" },
          { kind: "url", index: 1, text: "123" },
          { kind: "copy-code", index: 2, code: "PROMO" },
          { kind: "form", index: 3, token: "s:1" },
        ],
      },
    },
    {
      type: "template",
      template: {
        name: "pedido",
        language: { code: "es_MX" },
        components: [
          {
            type: "header",
            parameters: [{ type: "document", document: { link: url, filename: "factura.pdf" } }],
          },
          {
            type: "body",
            parameters: [
              { type: "text", text: "Ana" },
              { type: "text", text: "9 €", parameter_name: "total" },
            ],
          },
          {
            type: "button",
            index: "0",
            sub_type: "quick_reply",
            parameters: [{ type: "payload", payload: "opt-0" }],
          },
          { type: "button", index: "1", sub_type: "url", parameters: [{ type: "text", text: "123" }] },
          {
            type: "button",
            index: "2",
            sub_type: "copy_code",
            parameters: [{ type: "coupon_code", coupon_code: "PROMO" }],
          },
          {
            type: "button",
            index: "3",
            sub_type: "flow",
            parameters: [{ type: "action", action: { flow_token: "s:1" } }],
          },
        ],
      },
    },
  ],
  [
    "a template whose components the caller has ready",
    {
      type: "template",
      name: "hola",
      language: "es",
      components: [{ type: "body" }],
      parameters: { body: [], buttons: [] },
    },
    {
      type: "template",
      template: { name: "hola", language: { code: "es" }, components: [{ type: "body" }] },
    },
  ],
  [
    "a form that opens on a screen",
    {
      type: "form",
      text: "Rellena",
      button: "Abrir",
      formId: "77",
      token: "s:1",
      screen: "A",
      data: { n: 1 },
      draft: true,
    },
    {
      type: "interactive",
      interactive: {
        type: "flow",
        body: { text: "Rellena" },
        action: {
          name: "flow",
          parameters: {
            flow_message_version: "3",
            flow_id: "77",
            flow_token: "s:1",
            flow_cta: "Abrir",
            mode: "draft",
            flow_action: "navigate",
            flow_action_payload: { screen: "A", data: { n: 1 } },
          },
        },
      },
    },
  ],
];

test.each(TABLE)("%s", (_what, content, expected) => {
  const { messaging_product, recipient_type, to, biz_opaque_callback_data, ...rest } = render(
    content,
    TARGET,
  ).body;
  expect({ messaging_product, recipient_type, to, biz_opaque_callback_data }).toEqual({
    messaging_product: "whatsapp",
    recipient_type: "individual",
    to: "+573001112233",
    biz_opaque_callback_data: "m-1",
  });
  expect(rest).toEqual(expected);
});

test("a quote names the message it answers, but on reactions and templates, which show none", () => {
  const quoting = { ...TARGET, replyTo: "wamid.Q" };
  expect(render({ type: "text", text: "x" }, quoting).body).toMatchObject({
    context: { message_id: "wamid.Q" },
  });
  for (const content of [
    { type: "reaction", messageId: "wamid.X", emoji: "👍" },
    { type: "template", name: "a", language: "es" },
  ] as const)
    expect(render(content, quoting).body).not.toHaveProperty("context");
});
