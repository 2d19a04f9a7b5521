/** What a flow says becomes what WhatsApp takes; and the rules that hold for all platforms, on a few hundred contents. */
import { describe, expect, test } from "vitest";
import type { ContentOf, MessageContent } from "../../content/schema.ts";
import { fit } from "./fit.ts";
import { fitInvariants } from "./invariants.fixture.ts";

fitInvariants(150);

const onWhatsapp = (content: MessageContent) => fit(content, "whatsapp").messages;
const options = (count: number, title = (n: number) => `Option ${n + 1}`) =>
  Array.from({ length: count }, (_, n) => ({ id: `opt-${n}`, title: title(n) }));
const buttons = (count: number, more: Partial<ContentOf<"buttons">> = {}): MessageContent => ({
  type: "buttons",
  text: "Choose",
  options: options(count),
  ...more,
});

test("what fits is left as it is", () => {
  const contents: MessageContent[] = [
    { type: "text", text: "hola", preview: true },
    buttons(3, { header: { kind: "text", text: "Head" }, footer: "Foot" }),
    { type: "list", text: "Choose", button: "Open", sections: [{ rows: options(10) }] },
    { type: "media", media: { kind: "image", url: "https://x.test/a.png", caption: "c" } },
    { type: "location-request", text: "Where?" },
    { type: "reaction", messageId: "wamid.X", emoji: "👍" },
    { type: "cta-url", text: "See", label: "Open", url: "https://x.test", footer: "Foot" },
    { type: "contact-card", contacts: [{ name: "Ana", phones: ["+34600"], emails: [] }] },
    { type: "product", text: "", catalogId: "c", sections: [{ products: ["p"] }] },
    { type: "form", text: "Book", button: "Open", formId: "f", token: "t" },
  ];
  for (const content of contents)
    expect(fit(content, "whatsapp")).toEqual({ messages: [content], notes: [] });
});

test("a text over 4,096 goes in several messages, an empty one in none", () => {
  const parts = onWhatsapp({ type: "text", text: "word ".repeat(2_000) });
  expect(parts).toHaveLength(3);
  expect(fit({ type: "text", text: "  " }, "whatsapp")).toEqual({
    messages: [],
    notes: [{ code: "left-out", message: "Nothing is sent: there is nothing to say." }],
  });
});

describe("buttons", () => {
  test("four to ten become a list with the same ids", () => {
    const [list] = onWhatsapp(buttons(4, { header: { kind: "text", text: "Head" } }));
    expect(list).toEqual({
      type: "list",
      text: "Choose",
      button: "Menu",
      header: "Head",
      sections: [{ rows: options(4) }],
    });
  });

  test("more than ten become a numbered text", () => {
    expect(onWhatsapp(buttons(11))[0]).toMatchObject({
      type: "text",
      text: expect.stringContaining("\n11. Option 11"),
    });
  });

  test("none is just the text", () => {
    expect(onWhatsapp(buttons(0))).toEqual([{ type: "text", text: "Choose" }]);
  });

  test("titles that are too long are cut and still differ", () => {
    const long = (n: number) => `The same long beginning of ${n}`;
    const { messages, notes } = fit(buttons(3, { options: options(3, long) }), "whatsapp");
    expect(messages[0]).toMatchObject({
      options: [
        { title: "The same long begin…" },
        { title: "The same long be… 2" },
        { title: "The same long be… 3" },
      ],
    });
    expect(notes[0]?.message).toBe(
      "“The same long beginning of 0” is shortened: a button has at most 20 characters on WhatsApp.",
    );
  });

  test("what is too long for a body goes before, and the buttons stay with the end", () => {
    const text = `${"first ".repeat(300)}last`;
    const [before, message] = onWhatsapp(buttons(2, { text }));
    expect(before).toMatchObject({ type: "text" });
    expect(message).toMatchObject({ type: "buttons", text: expect.stringMatching(/last$/) });
    expect(message?.type === "buttons" && message.text.length).toBeLessThanOrEqual(1_024);
  });

  test("an empty body, which WhatsApp refuses, gets a character", () => {
    expect(onWhatsapp(buttons(1, { text: " " }))[0]).toMatchObject({ text: "…" });
  });

  test("a picture above buttons that had to become a list goes first", () => {
    const media = { kind: "image", url: "https://x.test/a.png" } as const;
    expect(onWhatsapp(buttons(5, { header: { kind: "media", media } })).map(({ type }) => type)).toEqual([
      "media",
      "list",
    ]);
  });

  test("sound can't be a header and goes before; a header's caption begins the text", () => {
    const above = (kind: "image" | "audio") =>
      buttons(1, { header: { kind: "media", media: { kind, url: "https://x.test/a", caption: "Look" } } });
    expect(onWhatsapp(above("audio"))).toMatchObject([
      { type: "media", media: { kind: "audio" } },
      { type: "text", text: "Look" },
      { type: "buttons", text: "Choose" },
    ]);
    expect(onWhatsapp(above("image"))).toMatchObject([
      { header: { media: { kind: "image", url: "https://x.test/a" } }, text: "Look\n\nChoose" },
    ]);
  });
});

describe("list", () => {
  test("a row's title that had to be cut is told in full below", () => {
    const rows = [{ id: "item-0", title: "Devoluciones y cambios de producto" }];
    expect(onWhatsapp({ type: "list", text: "x", button: "Open", sections: [{ rows }] })[0]).toMatchObject({
      sections: [
        { rows: [{ title: "Devoluciones y cambios…", description: "Devoluciones y cambios de producto" }] },
      ],
    });
  });

  test("empty sections go, and of several each has a title", () => {
    const sections = [
      { rows: options(1) },
      { title: "Empty", rows: [] },
      { title: "B", rows: [{ id: "b", title: "B" }] },
    ];
    expect(onWhatsapp({ type: "list", text: "x", button: "", sections })[0]).toMatchObject({
      button: "Menu",
      sections: [{ title: "1" }, { title: "B" }],
    });
  });
});

describe("media", () => {
  test("a caption that may not stand under a voice note or is too long follows as text", () => {
    const voice = onWhatsapp({
      type: "media",
      media: { kind: "voice", url: "https://x.test/a.ogg", caption: "listen" },
    });
    expect(voice).toEqual([
      { type: "media", media: { kind: "voice", url: "https://x.test/a.ogg" } },
      { type: "text", text: "listen" },
    ]);
    const caption = "word ".repeat(300);
    const long = onWhatsapp({
      type: "media",
      media: { kind: "image", url: "https://x.test/a.png", caption },
    });
    expect(long.map(({ type }) => type)).toEqual(["media", "text"]);
  });

  test("only documents have a file name", () => {
    const [image] = onWhatsapp({
      type: "media",
      media: { kind: "image", url: "https://x.test/a", filename: "a.png" },
    });
    expect(image).toEqual({ type: "media", media: { kind: "image", url: "https://x.test/a" } });
  });

  test("a format WhatsApp refuses goes as a near relative, or as a link", () => {
    const file = (kind: "image" | "sticker" | "voice", name: string): MessageContent => ({
      type: "media",
      media: { kind, url: `https://x.test/${name}` },
    });
    expect(onWhatsapp(file("sticker", "a.PNG"))).toEqual([file("image", "a.PNG")]);
    expect(onWhatsapp(file("voice", "a.mp3?x=1"))).toMatchObject([{ media: { kind: "audio" } }]);
    expect(onWhatsapp(file("image", "a.webp"))).toEqual([
      { type: "text", text: "https://x.test/a.webp", preview: true },
    ]);
    expect(onWhatsapp(file("image", "photo.php"))).toEqual([file("image", "photo.php")]);
  });
});

test("a point that is not on the globe is told in words", () => {
  expect(onWhatsapp({ type: "location", latitude: 400, longitude: 0, name: "Shop" })).toEqual([
    { type: "text", text: "Shop" },
  ]);
});
