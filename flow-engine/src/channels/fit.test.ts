/** What a flow says becomes what WhatsApp takes, and how it is told on Messenger and Instagram. */

import { describe, expect, test } from "vitest";
import type { MessageContent } from "../content/schema.ts";
import { fit as fitOn } from "./fit.ts";

const fit = (content: MessageContent) => fitOn(content, "whatsapp").messages;

const options = (count: number, title = (n: number) => `Option ${n + 1}`) =>
  Array.from({ length: count }, (_, n) => ({ id: `opt-${n}`, title: title(n) }));
const buttons = (
  count: number,
  more: Partial<Extract<MessageContent, { type: "buttons" }>> = {},
): MessageContent => ({
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
  ];
  for (const content of contents) expect(fit(content)).toEqual([content]);
});

test("a text over 4,096 goes in several messages, an empty one in none", () => {
  const parts = fit({ type: "text", text: "word ".repeat(2_000) });
  expect(parts).toHaveLength(3);
  expect(fit({ type: "text", text: "  " })).toEqual([]);
});

describe("buttons", () => {
  test("four to ten become a list with the same ids", () => {
    const [list] = fit(buttons(4, { header: { kind: "text", text: "Head" } }));
    expect(list).toEqual({
      type: "list",
      text: "Choose",
      button: "Menu",
      header: "Head",
      sections: [{ rows: options(4) }],
    });
  });

  test("more than ten become a numbered text", () => {
    expect(fit(buttons(11))[0]).toMatchObject({
      type: "text",
      text: expect.stringContaining("\n11. Option 11"),
    });
  });

  test("none is just the text", () => {
    expect(fit(buttons(0))).toEqual([{ type: "text", text: "Choose" }]);
  });

  test("titles that are too long are cut and still differ", () => {
    const long = (n: number) => `The same long beginning of ${n}`;
    expect(fit(buttons(3, { options: options(3, long) }))[0]).toMatchObject({
      options: [
        { title: "The same long begin…" },
        { title: "The same long beg… 2" },
        { title: "The same long beg… 3" },
      ],
    });
  });

  test("what is too long for a body goes before, and the buttons stay with the end", () => {
    const text = `${"first ".repeat(300)}last`;
    const [before, message] = fit(buttons(2, { text }));
    expect(before).toMatchObject({ type: "text" });
    expect(message).toMatchObject({ type: "buttons", text: expect.stringMatching(/last$/) });
    expect(message?.type === "buttons" && message.text.length).toBeLessThanOrEqual(1_024);
  });

  test("an empty body, which WhatsApp refuses, gets a character", () => {
    expect(fit(buttons(1, { text: " " }))[0]).toMatchObject({ text: "…" });
  });

  test("a picture above buttons that had to become a list goes first", () => {
    const media = { kind: "image", url: "https://x.test/a.png" } as const;
    expect(fit(buttons(5, { header: { kind: "media", media } })).map(({ type }) => type)).toEqual([
      "media",
      "list",
    ]);
  });
});

describe("list", () => {
  test("a row's title that had to be cut is told in full below", () => {
    const rows = [{ id: "item-0", title: "Devoluciones y cambios de producto" }];
    expect(fit({ type: "list", text: "x", button: "Open", sections: [{ rows }] })[0]).toMatchObject({
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
    expect(fit({ type: "list", text: "x", button: "", sections })[0]).toMatchObject({
      button: "Menu",
      sections: [{ title: "1" }, { title: "B" }],
    });
  });
});

describe("media", () => {
  test("a caption that may not stand under a voice note or is too long follows as text", () => {
    const voice = fit({
      type: "media",
      media: { kind: "voice", url: "https://x.test/a.ogg", caption: "listen" },
    });
    expect(voice).toEqual([
      { type: "media", media: { kind: "voice", url: "https://x.test/a.ogg" } },
      { type: "text", text: "listen" },
    ]);
    const caption = "word ".repeat(300);
    const long = fit({ type: "media", media: { kind: "image", url: "https://x.test/a.png", caption } });
    expect(long.map(({ type }) => type)).toEqual(["media", "text"]);
  });

  test("only documents have a file name", () => {
    const [image] = fit({
      type: "media",
      media: { kind: "image", url: "https://x.test/a", filename: "a.png" },
    });
    expect(image).toEqual({ type: "media", media: { kind: "image", url: "https://x.test/a" } });
  });
});

test("a point that is not on the globe is told in words", () => {
  expect(fit({ type: "location", latitude: 400, longitude: 0, name: "Shop" })).toEqual([
    { type: "text", text: "Shop" },
  ]);
});
