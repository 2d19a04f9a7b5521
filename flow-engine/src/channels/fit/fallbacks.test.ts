/** What stands in for a kind of message where a platform does not have it. */
import { describe, expect, test } from "vitest";
import type { CarouselCard, MessageContent } from "../../content/schema.ts";
import type { Platform } from "../limits.ts";
import { fit } from "./fit.ts";

const made = (content: MessageContent, platform: Platform) => fit(content, platform).messages;
const picture = { kind: "image", url: "https://x.test/a.png" } as const;
const open = { kind: "url", label: "Open", url: "https://x.test/1" } as const;
const choose = { kind: "reply", id: "card-1", title: "Choose" } as const;
const carousel = (...cards: CarouselCard[]): MessageContent => ({ type: "carousel", text: "Ours", cards });

describe("on Instagram and Messenger", () => {
  test("header and footer are part of the text, a picture and its caption go before", () => {
    const frame = { text: "Choose", footer: "Foot", options: [{ id: "a", title: "A" }] };
    expect(made({ type: "buttons", ...frame, header: { kind: "text", text: "Head" } }, "messenger")).toEqual([
      { type: "buttons", text: "Head\n\nChoose\n\nFoot", options: frame.options },
    ]);
    const header = { kind: "media", media: { ...picture, caption: "Look" } } as const;
    expect(made({ type: "buttons", ...frame, header }, "instagram")).toEqual([
      { type: "media", media: picture },
      { type: "text", text: "Look" },
      { type: "buttons", text: "Choose\n\nFoot", options: frame.options },
    ]);
  });

  test("a list becomes quick replies, and what stood below its rows is told above them", () => {
    const list: MessageContent = {
      type: "list",
      text: "Choose",
      button: "Open",
      sections: [
        { title: "Bread", rows: [{ id: "r", title: "Rye", description: "With seeds" }] },
        { title: "Sweet", rows: [{ id: "c", title: "Cake" }] },
      ],
    };
    expect(made(list, "messenger")).toEqual([
      {
        type: "buttons",
        text: "Choose\n\nBread\nRye: With seeds\n\nSweet\nCake",
        options: [
          { id: "r", title: "Rye" },
          { id: "c", title: "Cake" },
        ],
      },
    ]);
  });

  test("Instagram counts bytes, Messenger characters", () => {
    const text = "ñ".repeat(900);
    expect(made({ type: "text", text }, "messenger")).toHaveLength(1);
    expect(
      made({ type: "text", text }, "instagram").map((part) => "text" in part && part.text?.length),
    ).toEqual([500, 400]);
  });

  test("a button with an address holds 640 characters: what is more goes before", () => {
    const [before, button] = made(
      { type: "cta-url", text: "word ".repeat(200), label: "Open", url: "https://x.test" },
      "messenger",
    );
    expect(before).toMatchObject({ type: "text" });
    expect(button).toMatchObject({ type: "cta-url", label: "Open" });
  });

  test("a place is told with a link to a map", () => {
    const place = { type: "location", latitude: 41.38741234, longitude: -0.0000001 } as const;
    expect(made({ ...place, name: "Shop", address: "Road 1" }, "instagram")).toEqual([
      {
        type: "text",
        text: "Shop\nRoad 1\nhttps://www.google.com/maps/search/?api=1&query=41.387412,0",
      },
    ]);
  });

  test("a card is told line by line", () => {
    const contacts = [
      {
        name: "Ana",
        organization: "Hilo",
        phones: ["+34600"],
        emails: ["ana@x.test"],
        url: "https://x.test",
      },
      { name: "Bo", phones: [], emails: [] },
    ];
    expect(made({ type: "contact-card", contacts }, "messenger")).toEqual([
      { type: "text", text: "Ana\nHilo\n+34600\nana@x.test\nhttps://x.test\n\nBo" },
    ]);
  });

  test("products are told with the link to them", () => {
    const sections = [{ products: ["a", "b"] }];
    const product: MessageContent = {
      type: "product",
      text: "Ours",
      header: "Shop",
      catalogId: "c",
      sections,
    };
    expect(made({ ...product, link: "https://x.test" }, "messenger")).toEqual([
      { type: "text", text: "Shop\n\nOurs\n\nhttps://x.test" },
    ]);
    expect(made(product, "messenger")).toEqual([{ type: "text", text: "Shop\n\nOurs" }]);
  });

  test("cards go below their text, each with a title, three buttons at most and the rest beside it", () => {
    const reply = (n: number) => ({ kind: "reply", id: `b${n}`, title: `B${n}` }) as const;
    const { messages, notes } = fit(
      carousel({ text: "Words first", media: picture, buttons: [0, 1, 2, 3].map(reply) }),
      "instagram",
    );
    expect(messages).toEqual([
      { type: "text", text: "Ours" },
      {
        type: "carousel",
        text: "",
        cards: [
          { media: picture, title: "Words first", buttons: [0, 1, 2].map(reply) },
          { media: picture, title: "Words first", buttons: [reply(3)] },
        ],
      },
    ]);
    expect(notes.map(({ code }) => code)).toEqual(["split", "moved"]);
  });

  test("eleven cards go in two messages", () => {
    const cards = Array.from({ length: 11 }, (_, n) => ({ title: `T${n}`, text: "x", buttons: [] }));
    expect(
      made(carousel(...cards), "messenger").map((one) => one.type === "carousel" && one.cards.length),
    ).toEqual([false, 10, 1]);
  });

  test("a film on a card makes messages of the cards", () => {
    const film = { kind: "video", url: "https://x.test/a.mp4" } as const;
    expect(made(carousel({ media: film, title: "Film", buttons: [open] }), "messenger")).toEqual([
      { type: "text", text: "Ours" },
      { type: "media", media: film },
      { type: "cta-url", text: "Film", label: "Open", url: "https://x.test/1" },
    ]);
  });

  test("a voice note is an audio, a spreadsheet on Instagram a link, an uploaded one its name", () => {
    const voice = { kind: "voice", url: "https://x.test/a.m4a" } as const;
    expect(made({ type: "media", media: voice }, "instagram")).toEqual([
      { type: "media", media: { ...voice, kind: "audio" } },
    ]);
    const sheet = { kind: "document", filename: "Prices.xlsx", caption: "Ours" } as const;
    expect(made({ type: "media", media: { ...sheet, url: "https://x.test/1" } }, "instagram")).toEqual([
      { type: "text", text: "Ours\nPrices.xlsx\nhttps://x.test/1", preview: true },
    ]);
    expect(made({ type: "media", media: { ...sheet, fileId: "f" } }, "instagram")).toEqual([
      { type: "text", text: "Ours\nPrices.xlsx" },
    ]);
  });

  test("a form on the web opens by a button", () => {
    const form = { type: "form", text: "Book", button: "Open", formId: "f", token: "t" } as const;
    expect(made({ ...form, footer: "Foot", link: "https://x.test/f" }, "messenger")).toEqual([
      { type: "cta-url", text: "Book\n\nFoot", label: "Open", url: "https://x.test/f" },
    ]);
  });
});

describe("on WhatsApp", () => {
  test("an address that no button can open is told below the text", () => {
    const button = {
      type: "cta-url",
      text: "Call us",
      footer: "Foot",
      label: "Call",
      url: "tel:+34600",
    } as const;
    expect(made(button, "whatsapp")).toEqual([{ type: "text", text: "Call us\n\nCall: tel:+34600\n\nFoot" }]);
  });

  test("cards with pictures and one address each stand side by side, their titles in their text", () => {
    const one = { media: { ...picture, caption: "Look" }, title: "One", text: "a\nb\nc", buttons: [open] };
    expect(made(carousel(one, one), "whatsapp")).toEqual([
      {
        type: "carousel",
        text: "Ours",
        cards: [
          { media: picture, text: "One\na\nb c Look", buttons: [open] },
          { media: picture, text: "One\na\nb c Look", buttons: [open] },
        ],
      },
    ]);
  });

  test("other cards are messages: with choices, with an address, or with a picture alone", () => {
    const cards: CarouselCard[] = [
      { media: picture, title: "One", text: "First", buttons: [choose, open] },
      { media: picture, title: "Two", buttons: [open, { ...open, label: "", url: "https://x.test/2" }] },
      { media: picture, title: "Three", buttons: [] },
      { title: "Four", buttons: [] },
    ];
    expect(made(carousel(...cards), "whatsapp")).toEqual([
      { type: "text", text: "Ours" },
      {
        type: "buttons",
        text: "One\nFirst\n\nOpen: https://x.test/1",
        header: { kind: "media", media: picture },
        options: [{ id: "card-1", title: "Choose" }],
      },
      {
        type: "cta-url",
        text: "Two\n\nhttps://x.test/2",
        header: { kind: "media", media: picture },
        label: "Open",
        url: "https://x.test/1",
      },
      { type: "media", media: { ...picture, caption: "Three" } },
      { type: "text", text: "Four" },
    ]);
  });

  test("more products than a message holds go on in the next, the last one by itself", () => {
    const ids = Array.from({ length: 31 }, (_, n) => `p${n}`);
    const product: MessageContent = {
      type: "product",
      text: "Ours",
      catalogId: "c",
      sections: [{ title: "All", products: ids.slice(0, 20) }, { products: ids.slice(20) }],
    };
    expect(made(product, "whatsapp")).toMatchObject([
      {
        header: "All",
        text: "Ours",
        sections: [
          { title: "All", products: ids.slice(0, 20) },
          { title: "2", products: ids.slice(20, 30) },
        ],
      },
      { text: "All", sections: [{ products: ["p30"] }] },
    ]);
  });

  test("what fills in a template is one line, and never empty", () => {
    const parameters = {
      header: { kind: "text" as const, text: "A\nB" },
      body: [{ name: "first_name", text: " " }, { text: "a\r\n\tb       c" }],
      buttons: [{ kind: "copy-code" as const, index: 0, code: "LONGER-THAN-15-SIGNS" }],
    };
    const { messages, notes } = fit({ type: "template", name: "t", language: "es", parameters }, "whatsapp");
    expect(messages).toMatchObject([
      {
        parameters: {
          header: { text: "A B" },
          body: [{ name: "first_name", text: "…" }, { text: "a b    c" }],
          buttons: parameters.buttons,
        },
      },
    ]);
    expect(notes.map(({ code }) => code)).toEqual(["refused", "filled-in", "shortened"]);
  });

  test("components that a caller made are left alone", () => {
    const content: MessageContent = {
      type: "template",
      name: "t",
      language: "es",
      parameters: { body: [{ text: "a\nb" }], buttons: [] },
      components: [{ type: "body", parameters: [{ type: "text", text: "a\nb" }] }],
    };
    expect(fit(content, "whatsapp")).toEqual({ messages: [content], notes: [] });
  });

  test("a card without a name is called by what is known of it", () => {
    const contacts = [
      { name: " ", phones: ["", "+34600"], emails: [] },
      { name: "", phones: [], emails: [] },
    ];
    expect(made({ type: "contact-card", contacts }, "whatsapp")).toEqual([
      {
        type: "contact-card",
        contacts: [
          { name: "+34600", phones: ["+34600"], emails: [] },
          { name: "…", phones: [], emails: [] },
        ],
      },
    ]);
  });
});
