/** Every kind of content of either side, drawn. */
import type { ContentType, InboundContent, MessageContent } from "@hilo/flow-engine";
import type { Message } from "@hilo/server/contract";
import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Bubble, type BubbleActions } from "./Bubble.tsx";
import { testMessage } from "./test-message.ts";

afterEach(cleanup);

function show(changed: Partial<Message>, actions: BubbleActions = {}) {
  const message = testMessage(1, changed);
  const { container } = render(
    <MantineProvider>
      <Bubble message={message} side="left" first ticks {...actions} />
    </MantineProvider>,
  );
  return { message, container };
}

const url = "https://shop.test/a";
const picture = { kind: "image", url: "https://shop.test/a.png" } as const;

/** A content of each kind, and words of it that must be on the screen. */
const SAID: { [T in ContentType]: [Extract<MessageContent, { type: T }>, string[]] } = {
  text: [{ type: "text", text: "Hola" }, ["Hola"]],
  media: [{ type: "media", media: { ...picture, caption: "Menú" } }, ["Menú"]],
  buttons: [
    {
      type: "buttons",
      text: "¿Qué?",
      header: { kind: "text", text: "Carta" },
      footer: "Pie",
      options: [{ id: "a", title: "Sí" }],
    },
    ["Carta", "¿Qué?", "Pie", "Sí"],
  ],
  list: [
    {
      type: "list",
      text: "Elige",
      button: "Ver la carta",
      header: "Carta",
      sections: [{ rows: [{ id: "a", title: "A" }] }],
    },
    ["Carta", "Elige", "Ver la carta"],
  ],
  "cta-url": [
    {
      type: "cta-url",
      text: "Mira",
      header: { kind: "text", text: "Oferta" },
      footer: "Hoy",
      label: "Abrir",
      url,
    },
    ["Oferta", "Mira", "Hoy", "Abrir"],
  ],
  "location-request": [{ type: "location-request", text: "¿Dónde?" }, ["¿Dónde?", "Send location"]],
  location: [
    { type: "location", latitude: 36.5, longitude: -6.3, name: "Cádiz", address: "Calle Ancha" },
    ["Cádiz", "Calle Ancha"],
  ],
  "contact-card": [
    {
      type: "contact-card",
      contacts: [
        {
          name: "Ana Ruiz",
          phones: ["+34 600 000 001"],
          emails: ["ana@shop.test"],
          organization: "Hilo",
          url,
        },
      ],
    },
    ["Ana Ruiz", "AR", "+34 600 000 001", "ana@shop.test", "Hilo", url],
  ],
  reaction: [{ type: "reaction", messageId: "m", emoji: "👍" }, ["👍"]],
  product: [
    {
      type: "product",
      text: "Los nuestros",
      header: "Tienda",
      catalogId: "c",
      sections: [{ title: "Pan", products: ["sku-1", "sku-2"] }],
    },
    ["Tienda", "Los nuestros", "2 products", "Pan", "sku-1", "View products"],
  ],
  carousel: [
    {
      type: "carousel",
      text: "Ofertas",
      cards: [{ media: picture, title: "Uno", text: "9 €", buttons: [{ kind: "url", label: "Ver", url }] }],
    },
    ["Ofertas", "Uno", "9 €", "Ver"],
  ],
  template: [
    {
      type: "template",
      name: "pedido",
      language: "es",
      text: "Tu pedido llega hoy",
      parameters: {
        header: { kind: "text", text: "Pedido 9" },
        body: [],
        buttons: [{ kind: "quick-reply", index: 0, payload: "ok", label: "Vale" }],
      },
    },
    ["Pedido 9", "Tu pedido llega hoy", "Vale"],
  ],
  form: [
    { type: "form", text: "Rellena", header: "Cita", button: "Reservar", formId: "f", token: "t" },
    ["Cita", "Rellena", "Reservar"],
  ],
};

type InboundType = InboundContent["type"];
const HEARD: { [T in InboundType]: [Extract<InboundContent, { type: T }>, string[]] } = {
  text: [{ type: "text", text: "Hola" }, ["Hola"]],
  comment: [
    { type: "comment", text: "¿Precio?", commentId: "1", live: true },
    ["Comment on the live video", "¿Precio?"],
  ],
  notice: [{ type: "notice", about: "rating", text: "★★★★ Muy bien" }, ["Rated the page", "★★★★ Muy bien"]],
  tap: [{ type: "tap", tap: { kind: "button", id: "a", title: "Sí" } }, ["Sí"]],
  media: [{ type: "media", media: { kind: "document", filename: "a.pdf" } }, ["a.pdf"]],
  location: [{ type: "location", latitude: 1, longitude: 2, name: "Casa" }, ["Casa"]],
  contacts: [
    {
      type: "contacts",
      contacts: [{ name: { formatted_name: "Juan" }, phones: [{ phone: "+57 300", wa_id: "57300" }] }],
    },
    ["Juan", "+57 300"],
  ],
  reaction: [{ type: "reaction", messageId: "m", emoji: "" }, ["Took a reaction back"]],
  form: [
    {
      type: "form",
      name: "Cita",
      values: { primer_dia: "2026-11-24", avisar: true, colores: ["rojo", "azul"], flow_token: "s:1" },
    },
    ["Cita", "primer dia", "2026-11-24", "Yes", "rojo, azul"],
  ],
  link: [{ type: "link", url, title: "Un reel" }, ["Un reel", url]],
  order: [
    {
      type: "order",
      order: {
        text: "Para hoy",
        product_items: [{ product_retailer_id: "sku-1", quantity: 2, item_price: 4.5, currency: "EUR" }],
      },
    },
    ["Order of 1 product", "2 × sku-1", "Total", "Para hoy"],
  ],
  unknown: [{ type: "unknown", platformType: "poll", raw: {} }, ["poll"]],
};

describe("a business says", () => {
  test.each(Object.entries(SAID))("%s", (_type, [content, words]) => {
    const { container } = show({ content });
    for (const word of words) expect(container.textContent).toContain(word);
    expect(container.textContent).not.toContain("can't be shown");
  });
});

describe("a customer says", () => {
  test.each(Object.entries(HEARD))("%s", (type, [content, words]) => {
    const { container } = show({ direction: "in", author: "customer", content });
    for (const word of words) expect(container.textContent).toContain(word);
    expect(container.textContent?.includes("can't be shown")).toBe(type === "unknown");
    expect(container.textContent).not.toContain("s:1");
  });

  test("what was written on the business's own phone is told in the same way", () => {
    show({ direction: "out", author: "echo", content: HEARD.contacts[0] });
    expect(screen.getByText("Juan")).toBeDefined();
  });
});

describe("links", () => {
  const cta = (to: string) => ({ content: { type: "cta-url", text: "x", label: "Abrir", url: to } });

  test("a button with a web address opens it in a tab of its own", () => {
    show(cta(url));
    const link = screen.getByRole("link", { name: "Abrir" });
    expect(link.getAttribute("href")).toBe(url);
    expect(link.getAttribute("target")).toBe("_blank");
    expect(link.getAttribute("rel")).toContain("noopener");
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "//evil.test", "x.test"])(
    "%j opens nothing",
    (to) => {
      show(cta(to));
      expect(screen.getByText("Abrir")).toBeDefined();
      expect(screen.queryByRole("link")).toBeNull();
    },
  );

  test("a card's ways to reach somebody are links that can only dial, write or open the web", () => {
    const contacts = [
      {
        name: "Ana",
        phones: ["+34 600;x=javascript:1"],
        emails: ["a@b.test?bcc=c@d"],
        url: "javascript:alert(1)",
      },
    ];
    show({ content: { type: "contact-card", contacts } });
    const hrefs = screen.getAllByRole("link").map((link) => link.getAttribute("href"));
    expect(hrefs).toEqual(["tel:+346001", "mailto:a%40b.test%3Fbcc%3Dc%40d"]);
  });
});

describe("answers", () => {
  test("a template's quick reply is told by its payload, and its other buttons can't be pressed", async () => {
    const onTemplateTap = vi.fn();
    const parameters = {
      body: [],
      buttons: [
        { kind: "url", index: 1, text: "123", label: "Seguir el envío" },
        { kind: "quick-reply", index: 0, payload: "yes", label: "Sí" },
      ],
    };
    const { message } = show(
      { content: { type: "template", name: "t", language: "es", parameters } },
      { onTemplateTap },
    );
    expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Sí"]);
    expect(screen.getByText("Seguir el envío")).toBeDefined();
    await userEvent.click(screen.getByRole("button", { name: "Sí" }));
    expect(onTemplateTap).toHaveBeenCalledExactlyOnceWith({ id: "yes", title: "Sí" }, message);
  });

  test("an answer on a card is a tap on its message", async () => {
    const onTap = vi.fn();
    const cards = [
      { title: "Uno", buttons: [{ kind: "reply", id: "c-1", title: "Elegir" }] },
      { title: "Dos", buttons: [{ kind: "reply", id: "c-2", title: "Elegir" }] },
    ];
    const { message } = show({ content: { type: "carousel", text: "", cards } }, { onTap });
    const strip = screen.getByRole("region", { name: "2 cards" });
    const second = within(strip).getAllByRole("listitem")[1];
    if (!second) throw new Error("the second card is not drawn");
    await userEvent.click(within(second).getByRole("button", { name: "Elegir" }));
    expect(onTap).toHaveBeenCalledExactlyOnceWith({ id: "c-2", title: "Elegir" }, message);
  });

  test("for an agent they are shown and can't be pressed", () => {
    show({ content: SAID.template[0] });
    expect(screen.getByText("Vale")).toBeDefined();
    expect(screen.queryByRole("button")).toBeNull();
  });
});
