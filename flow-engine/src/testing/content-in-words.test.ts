import { expect, it } from "vitest";
import type { MessageContent } from "../content/schema.ts";
import { contentInWords } from "./content-in-words.ts";

it.each<[string, MessageContent]>([
  ["Hola", { type: "text", text: "Hola" }],
  [
    "<document: menu.pdf> Our menu",
    {
      type: "media",
      media: { kind: "document", url: "https://e.org/1", filename: "menu.pdf", caption: "Our menu" },
    },
  ],
  ["<image: https://e.org/1>", { type: "media", media: { kind: "image", url: "https://e.org/1" } }],
  [
    "Sure? [Yes] [No]",
    {
      type: "buttons",
      text: "Sure?",
      options: [
        { id: "opt-0", title: "Yes" },
        { id: "opt-1", title: "No" },
      ],
    },
  ],
  [
    "What? {See: Pizza | Pasta}",
    {
      type: "list",
      text: "What?",
      button: "See",
      sections: [
        { rows: [{ id: "a", title: "Pizza" }] },
        { title: "B", rows: [{ id: "b", title: "Pasta" }] },
      ],
    },
  ],
  [
    "Ready. [Pay → https://e.org/pay]",
    { type: "cta-url", text: "Ready.", label: "Pay", url: "https://e.org/pay" },
  ],
  ["Where are you? [send location]", { type: "location-request", text: "Where are you?" }],
  [
    "<place: Shop, Calle Ancha 3, 36.5, -6.3>",
    { type: "location", latitude: 36.5, longitude: -6.3, name: "Shop", address: "Calle Ancha 3" },
  ],
  [
    "<card: Lucía, +34600111222> <card: Ana>",
    {
      type: "contact-card",
      contacts: [
        { name: "Lucía", phones: ["+34600111222"], emails: [] },
        { name: "Ana", phones: [], emails: [] },
      ],
    },
  ],
  ["<reacts 👍>", { type: "reaction", messageId: "m", emoji: "👍" }],
  ["<takes its reaction back>", { type: "reaction", messageId: "m", emoji: "" }],
  [
    "Roses <products: red, white>",
    {
      type: "product",
      text: "Roses",
      catalogId: "1",
      sections: [{ products: ["red"] }, { products: ["white"] }],
    },
  ],
  [
    "Rooms <card: Sea, 120 € [Book] [More → https://e.org]> <card: Garden>",
    {
      type: "carousel",
      text: "Rooms",
      cards: [
        {
          title: "Sea",
          text: "120 €",
          buttons: [
            { kind: "reply", id: "opt-0", title: "Book" },
            { kind: "url", label: "More", url: "https://e.org" },
          ],
        },
        { title: "Garden", buttons: [] },
      ],
    },
  ],
  [
    "<template order> On its way. [Track it]",
    {
      type: "template",
      name: "order",
      language: "en",
      text: "On its way.",
      parameters: {
        body: [],
        buttons: [{ kind: "quick-reply", index: 0, label: "Track it", payload: "opt-0" }],
      },
    },
  ],
  [
    "Where to? [Fill in: form 12]",
    { type: "form", text: "Where to?", button: "Fill in", formId: "12", token: "t" },
  ],
])("%s", (words, content) => {
  expect(contentInWords(content)).toBe(words);
});
