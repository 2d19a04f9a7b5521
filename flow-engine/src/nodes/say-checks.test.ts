/** What the own checks of the nodes that say something find, and what those nodes read and set. */
import { expect, test } from "vitest";
import { type NodeType, nodeSpec } from "./index.ts";
import { nodeProblems, nodeRefs } from "./node-facts.ts";

function codes(type: NodeType, data: Record<string, unknown>): string[] {
  const spec = nodeSpec(type);
  return nodeProblems(spec, spec.schema.parse(data)).map(({ code }) => code);
}

const long = (length: number) => "x".repeat(length);
const link = { text: "Lista", label: "Pagar", url: "https://example.org/{{ order }}" };
const place = { latitude: "36.5", longitude: "{{ east }}" };
const card = { name: "Lucía", phones: ["+34600111222"] };
const product = { text: "Rosas", catalogId: "1", sections: [{ products: ["rose-red"] }] };
const reply = (id: string, title = id) => ({ kind: "reply", id, title });
const room = { title: "Mar", buttons: [reply("opt-0", "Reservar")] };
const carousel = { text: "¿Cuál?", cards: [room, { text: "Jardín", buttons: [] }] };
const template = { name: "order_update", language: "es", body: [{ text: "{{ order }}" }] };
const quick = (id: string, title = id) => ({ kind: "quick-reply", id, title });
const form = { text: "¿Dónde?", button: "Rellenar", formId: "1" };

test.each<[NodeType, Record<string, unknown>]>([
  ["cta-url", { ...link, header: { kind: "media", media: { kind: "image", fileId: "f" } }, footer: "F" }],
  ["location", { ...place, name: "Tienda", address: "Calle Ancha 3" }],
  ["contact-card", { contacts: [card, { name: "B", url: "https://example.org" }] }],
  ["reaction", { emoji: "👍" }],
  ["product", { ...product, link: "https://shop.example.org/{{ sku }}" }],
  ["carousel", { ...carousel, saveAs: "room", invalidText: "Toca una" }],
  ["template", { ...template, buttons: [quick("opt-0", "Sí")], saveAs: "reply" }],
  ["whatsapp-form", { ...form, save: [{ path: "street", name: "street" }] }],
  ["typing", { seconds: 3 }],
  ["mark-read", {}],
])("a %s in order has no problems", (type, data) => {
  expect(codes(type, data)).toEqual([]);
});

test.each<[NodeType, string, Record<string, unknown>, string[]]>([
  ["cta-url", "nothing at all", { text: "", label: "", url: "" }, ["text-empty", "label-empty", "url-empty"]],
  ["cta-url", "an address that is none", { ...link, url: "example.org" }, ["url-invalid"]],
  ["cta-url", "an address that begins with words", { ...link, url: "go to {{ a }}" }, ["url-invalid"]],
  ["cta-url", "words too long for the button", { ...link, label: long(21) }, ["label-too-long"]],
  [
    "cta-url",
    "a header without its picture",
    { ...link, header: { kind: "media", media: { kind: "image" } } },
    ["media-missing"],
  ],
  ["location", "no degrees", { latitude: " ", longitude: "" }, ["latitude-empty", "longitude-empty"]],
  ["location", "degrees beyond the pole", { latitude: "91", longitude: "180" }, ["latitude-invalid"]],
  ["location", "words for degrees", { latitude: "1", longitude: "west" }, ["longitude-invalid"]],
  ["contact-card", "nobody", { contacts: [{ ...card, name: "" }] }, ["name-empty"]],
  ["contact-card", "nobody to be reached", { contacts: [{ name: "A" }] }, ["card-unreachable"]],
  ["contact-card", "a bad address", { contacts: [{ ...card, url: "x" }] }, ["url-invalid"]],
  ["reaction", "words for an emoji", { emoji: long(31) }, ["emoji-too-long"]],
  [
    "product",
    "nothing to show",
    { ...product, catalogId: "", sections: [{ products: [" "] }] },
    ["catalog-empty", "product-empty"],
  ],
  [
    "product",
    "a second section without a title",
    { ...product, header: "H", sections: [{ title: "A", products: ["a"] }, { products: ["b"] }] },
    ["section-untitled"],
  ],
  [
    "carousel",
    "a card with nothing on it",
    { ...carousel, cards: [room, { title: " ", buttons: [] }] },
    ["card-empty"],
  ],
  [
    "carousel",
    "two buttons with one id",
    { ...carousel, cards: [room, { ...room, buttons: [reply("opt-0", "Otra")] }] },
    ["option-id-twice"],
  ],
  [
    "carousel",
    "a button that leads nowhere",
    { ...carousel, cards: [{ ...room, buttons: [{ kind: "url", label: "Ver", url: "here" }] }] },
    ["url-invalid"],
  ],
  [
    "carousel",
    "a variable that belongs to the environment",
    { ...carousel, saveAs: "channel" },
    ["variable-reserved"],
  ],
  ["template", "no template", { name: "", language: "" }, ["template-missing", "language-missing"]],
  ["template", "an empty variable", { ...template, body: [{ text: " " }] }, ["variable-empty"]],
  [
    "template",
    "variables with and without names",
    { ...template, body: [{ text: "a" }, { name: "b", text: "b" }] },
    ["variables-mixed"],
  ],
  [
    "template",
    "two quick replies alike",
    { ...template, buttons: [quick("opt-0", "Sí"), quick("opt-1", "si")] },
    ["title-twice"],
  ],
  [
    "template",
    "a code that is too long",
    { ...template, buttons: [{ kind: "copy-code", code: long(16) }] },
    ["button-too-long"],
  ],
  [
    "template",
    "a header at no place",
    { ...template, header: { kind: "location", latitude: "100", longitude: "0" } },
    ["latitude-invalid"],
  ],
  [
    "whatsapp-form",
    "a name that templates can't read",
    { ...form, save: [{ path: "", name: "mi calle" }] },
    ["variable-name"],
  ],
])("%s: %s is found", (type, _what, data, expected) => {
  expect(codes(type, data)).toEqual(expected);
});

function said(type: NodeType, data: Record<string, unknown>): string[] {
  const spec = nodeSpec(type);
  return nodeRefs(spec, spec.schema.parse(data))
    .map((ref) => `${ref.kind} ${"name" in ref ? ref.name : "?"}`)
    .sort();
}

test.each<[NodeType, Record<string, unknown>, string[]]>([
  ["cta-url", { ...link, footer: "{{ f }}" }, ["reads f", "reads order"]],
  ["location", place, ["reads east"]],
  ["contact-card", { contacts: [{ ...card, phones: ["{{ p }}"] }] }, ["reads p"]],
  ["product", { ...product, sections: [{ products: ["{{ sku }}"] }] }, ["reads sku"]],
  ["carousel", { ...carousel, text: "{{ t }}", saveAs: "room" }, ["reads t", "sets room", "sets room_id"]],
  [
    "template",
    { ...template, buttons: [quick("opt-0", "Sí")], saveAs: "r" },
    ["reads order", "sets r", "sets r_id", "template order_update"],
  ],
  [
    "whatsapp-form",
    { ...form, data: [{ name: "a", value: "{{ v }}" }], save: [{ path: "", name: "s" }], saveAs: "all" },
    ["reads v", "sets all", "sets s"],
  ],
])("%s says which variables it reads and sets", (type, data, expected) => {
  expect(said(type, data)).toEqual(expected);
});
