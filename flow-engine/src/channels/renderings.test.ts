/** The table of renderings: every line of it is taken by something, and what comes out is what the line says. */
import { describe, expect, test } from "vitest";
import type { ContentType, MessageContent } from "../content/schema.ts";
import { fit, renderingOf } from "./fit/fit.ts";
import type { Platform } from "./limits.ts";
import { type Rendering, renderingWords, type Ways } from "./rendering.ts";
import { RENDERINGS } from "./renderings.ts";

interface Sample {
  content: MessageContent;
  /** Kinds of the messages it becomes. */
  becomes: readonly ContentType[];
}
type Samples = { [T in ContentType]: Record<Ways[T], Partial<Record<"whatsapp" | "meta", Sample>>> };

const options = (count: number) => Array.from({ length: count }, (_, n) => ({ id: `o${n}`, title: `O${n}` }));
const buttons = (count: number): MessageContent => ({ type: "buttons", text: "?", options: options(count) });
const list = (count: number): MessageContent => ({
  type: "list",
  text: "?",
  button: "Open",
  sections: [{ rows: options(count) }],
});
const file = (kind: "image" | "voice" | "sticker" | "document", url: string): MessageContent => ({
  type: "media",
  media: { kind, url },
});
const link = (url: string): MessageContent => ({ type: "cta-url", text: "See", label: "Open", url });
const products = (count: number): MessageContent => ({
  type: "product",
  text: "Ours",
  catalogId: "c",
  sections: [{ title: "All", products: options(count).map(({ id }) => id) }],
  link: "https://x.test/shop",
});
const picture = { kind: "image", url: "https://x.test/a.png" } as const;
const open = { kind: "url", label: "Open", url: "https://x.test" } as const;
const cards = (count: number, title: string): MessageContent => ({
  type: "carousel",
  text: "",
  cards: Array.from({ length: count }, () => ({ media: picture, title, buttons: [open] })),
});
const place: MessageContent = { type: "location", latitude: 1, longitude: 2, name: "Shop" };
const card: MessageContent = {
  type: "contact-card",
  contacts: [
    { name: "Ana", phones: ["+34600"], emails: ["ana@x.test"], organization: "Hilo", url: "x.test" },
  ],
};
const reaction: MessageContent = { type: "reaction", messageId: "m", emoji: "👍" };
const template: MessageContent = { type: "template", name: "hello", language: "es" };
const form: MessageContent = { type: "form", text: "Book", button: "Open", formId: "f", token: "t" };
const text: MessageContent = { type: "text", text: "hola" };
const asking: MessageContent = { type: "location-request", text: "Where?" };
const lonely: MessageContent = { type: "carousel", text: "", cards: [{ title: "Only", buttons: [] }] };

const both = (content: MessageContent, ...becomes: ContentType[]) => ({
  whatsapp: { content, becomes },
  meta: { content, becomes },
});
const onWhatsapp = (content: MessageContent, ...becomes: ContentType[]) => ({
  whatsapp: { content, becomes },
});
const onMeta = (content: MessageContent, ...becomes: ContentType[]) => ({ meta: { content, becomes } });

const SAMPLES: Samples = {
  text: { text: both(text, "text") },
  media: {
    media: both(file("image", "https://x.test/a.jpg"), "media"),
    "other-media": both(file("sticker", "https://x.test/a.png"), "media"),
    link: both(file("image", "https://x.test/a.svg"), "text"),
  },
  buttons: {
    "reply-buttons": onWhatsapp(buttons(3), "buttons"),
    "quick-replies": onMeta(buttons(13), "buttons"),
    list: onWhatsapp(buttons(10), "list"),
    "numbered-text": both(buttons(14), "text"),
    text: both(buttons(0), "text"),
  },
  list: {
    list: onWhatsapp(list(10), "list"),
    "quick-replies": onMeta(list(13), "buttons"),
    "numbered-text": both(list(14), "text"),
    text: both(list(0), "text"),
  },
  "cta-url": {
    "url-button": both(link("https://x.test"), "cta-url"),
    "text-with-link": both(link("x.test"), "text"),
  },
  "location-request": {
    "location-request": onWhatsapp(asking, "location-request"),
    text: onMeta(asking, "text"),
  },
  location: {
    location: onWhatsapp(place, "location"),
    "text-with-map-link": {
      ...onMeta(place, "text"),
      ...onWhatsapp({ ...place, latitude: 91 }, "text"),
    },
  },
  "contact-card": { "contact-cards": onWhatsapp(card, "contact-card"), text: onMeta(card, "text") },
  reaction: { reaction: both(reaction, "reaction") },
  product: {
    product: onWhatsapp(products(1), "product"),
    "product-list": onWhatsapp(products(31), "product", "product"),
    "text-with-link": { ...onMeta(products(2), "text"), ...onWhatsapp(products(0), "text") },
  },
  carousel: {
    carousel: both(cards(2, "One"), "carousel"),
    "message-per-card": { ...onWhatsapp(cards(1, "One"), "cta-url"), ...onMeta(lonely, "text") },
  },
  template: {
    template: onWhatsapp(template, "template"),
    text: onMeta({ ...template, text: "Hola" }, "text"),
    nothing: onMeta(template),
  },
  form: {
    form: onWhatsapp(form, "form"),
    "url-button": onMeta({ ...form, link: "https://x.test/f" }, "cta-url"),
    text: onMeta(form, "text"),
  },
};

const lines = Object.entries(RENDERINGS).flatMap(([type, platforms]) =>
  Object.entries(platforms).flatMap(([platform, renderings]) =>
    renderings.map((rendering: Rendering) => ({ type, platform, rendering, as: String(rendering.as) })),
  ),
);

const isPlatform = (name: string): name is Platform =>
  ["whatsapp", "simulator", "instagram", "messenger"].includes(name);

describe("a line of the table", () => {
  test.each(lines)(
    "$type on $platform as $as is taken, and gives what it says",
    ({ type, platform, as, rendering }) => {
      const ways = Object.entries(SAMPLES).find(([name]) => name === type)?.[1];
      const samples = Object.entries(ways ?? {}).find(([name]) => name === as)?.[1];
      const sample = samples?.[platform === "whatsapp" || platform === "simulator" ? "whatsapp" : "meta"];
      if (!sample || !isPlatform(platform)) throw new Error("there is no sample");
      expect(renderingOf(sample.content, platform)).toBe(rendering);
      const { messages, notes } = fit(sample.content, platform);
      expect(messages.map((message) => message.type)).toEqual(sample.becomes);
      if (!rendering.native) expect(notes.map(({ message }) => message).join()).toContain(rendering.shows);
    },
  );

  test("the last way of each list is always possible", () => {
    for (const platforms of Object.values(RENDERINGS))
      for (const renderings of Object.values(platforms)) expect(renderings.at(-1)?.when).toBeUndefined();
  });
});

test("a way and its condition read as one line", () => {
  expect(RENDERINGS.buttons.whatsapp.map(renderingWords)).toEqual([
    "reply buttons, when there are 1 to 3 options",
    "a list that opens at the bottom, when there are 1 to 10 options",
    "a numbered text, answered by typing, when there are options",
    "a text",
  ]);
});

test("a note says which way was not possible, or that the platform has none", () => {
  expect(fit(buttons(4), "whatsapp").notes).toEqual([
    {
      code: "shown-otherwise",
      message:
        "Shown as a list that opens at the bottom, because WhatsApp shows reply buttons only when there are 1 to 3 options.",
      as: "list",
    },
  ]);
  expect(fit(form, "instagram").notes).toEqual([
    {
      code: "shown-otherwise",
      message: "Shown as the text without the form, because Instagram has no forms.",
      as: "text",
    },
  ]);
});
