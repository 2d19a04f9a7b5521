/** What each platform takes, judged a second time: numbers written down anew from Meta's pages, no code of fitting used. */
import type { ContentOf, MediaKind, MessageContent } from "../content/schema.ts";
import type { Platform } from "./limits.ts";

type Problems = (string | false)[];

const blank = (text: string | undefined) => (text ?? "").trim() === "";
const bytes = (text: string) => Buffer.byteLength(text, "utf8");

/** Every breach of a limit, as sentences; none when the platform takes it. */
export function breaches(content: MessageContent, platform: Platform): string[] {
  const judged =
    platform === "whatsapp" || platform === "simulator"
      ? onWhatsapp(content)
      : onMeta(content, platform === "instagram" ? 1_000 : 2_000, platform === "instagram" ? 1_000 : 8_000);
  return judged.filter((problem) => problem !== false);
}

const required = (what: string, text: string, max: number): Problems => [
  blank(text) && `${what} is empty`,
  text.length > max && `${what} has ${text.length} of ${max}`,
];
const optional = (what: string, text: string | undefined, max: number): Problems =>
  text === undefined ? [] : [...required(what, text, max), /[\r\n]/.test(text) && `${what} has line breaks`];
const label = (what: string, text: string, max: number): Problems => [
  ...required(what, text, max),
  /[\r\n]/.test(text) && `${what} has line breaks`,
];
const differ = (what: string, values: readonly string[]): Problems => [
  new Set(values).size < values.length && `${what} repeat`,
];
const between = (what: string, count: number, min: number, max: number): Problems => [
  (count < min || count > max) && `${count} ${what}`,
];

function header(given: ContentOf<"buttons">["header"], kinds: readonly MediaKind[]): Problems {
  if (given === undefined) return [];
  if (given.kind === "text") return label("header", given.text, 60);
  return [
    !kinds.includes(given.media.kind) && `a ${given.media.kind} as header`,
    given.media.caption !== undefined && "a caption in a header",
  ];
}

const VISUAL = ["image", "video", "document"] as const;

function onWhatsapp(content: MessageContent): Problems {
  switch (content.type) {
    case "text":
      return required("text", content.text, 4_096);
    case "media": {
      const { kind, caption, filename } = content.media;
      const captioned = VISUAL.some((one) => one === kind);
      return [
        caption !== undefined && !captioned && `a caption under ${kind}`,
        ...(caption === undefined ? [] : required("caption", caption, 1_024)),
        filename !== undefined && kind !== "document" && `a file name on ${kind}`,
      ];
    }
    case "buttons":
      return [
        ...required("body", content.text, 1_024),
        ...header(content.header, VISUAL),
        ...optional("footer", content.footer, 60),
        ...between("buttons", content.options.length, 1, 3),
        ...content.options.flatMap(({ title }) => label("title", title, 20)),
        ...differ(
          "titles",
          content.options.map(({ title }) => title),
        ),
      ];
    case "list":
      return whatsappList(content);
    case "cta-url":
      return [
        ...required("body", content.text, 1_024),
        ...header(content.header, VISUAL),
        ...optional("footer", content.footer, 60),
        ...label("label", content.label, 20),
        (content.url.length > 2_000 || !/^https?:\/\/\S+$/i.test(content.url)) && "not an address",
      ];
    case "location-request":
      return required("body", content.text, 1_024);
    case "location":
      return [
        !(Math.abs(content.latitude) <= 90 && Math.abs(content.longitude) <= 180) && "not on the globe",
        (content.name ?? "").length > 1_000 && "name too long",
        (content.address ?? "").length > 1_000 && "address too long",
      ];
    case "contact-card":
      return [
        ...between("cards", content.contacts.length, 1, 257),
        content.contacts.some(({ name }) => blank(name)) && "a card without a name",
      ];
    case "reaction":
      return [content.emoji.length > 30 && "emoji too long"];
    case "product":
      return whatsappProduct(content);
    case "carousel":
      return whatsappCarousel(content);
    case "template":
      return whatsappTemplate(content);
    case "form":
      return [
        ...required("body", content.text, 1_024),
        ...optional("header", content.header, 60),
        ...optional("footer", content.footer, 60),
        ...label("button", content.button, 20),
      ];
  }
}

function whatsappList(content: ContentOf<"list">): Problems {
  const rows = content.sections.flatMap((section) => section.rows);
  return [
    ...required("body", content.text, 4_096),
    ...label("button", content.button, 20),
    ...optional("header", content.header, 60),
    ...optional("footer", content.footer, 60),
    ...between("sections", content.sections.length, 1, 10),
    ...between("rows", rows.length, 1, 10),
    content.sections.some((section) => section.rows.length === 0) && "a section without rows",
    content.sections.length > 1 && content.sections.some(({ title }) => blank(title)) && "a section unnamed",
    ...content.sections.flatMap(({ title }) => optional("section", title, 24)),
    ...rows.flatMap(({ title }) => label("row", title, 24)),
    ...rows.flatMap(({ description }) => optional("description", description, 72)),
  ];
}

function whatsappProduct(content: ContentOf<"product">): Problems {
  const products = content.sections.flatMap((section) => section.products);
  const single = products.length === 1;
  return [
    ...between("products", products.length, 1, 30),
    ...between("sections", content.sections.length, 1, 10),
    content.sections.some((section) => section.products.length === 0) && "a section without products",
    products.some(blank) && "a product without an id",
    single && content.header !== undefined && "a header over one product",
    content.text.length > 1_024 && "body too long",
    ...(single ? [] : [...label("header", content.header ?? "", 60), blank(content.text) && "no body"]),
    ...optional("footer", content.footer, 60),
    content.sections.length > 1 && content.sections.some(({ title }) => blank(title)) && "a section unnamed",
    ...content.sections.flatMap(({ title }) => optional("section", title, 24)),
  ];
}

function whatsappCarousel({ text, cards }: ContentOf<"carousel">): Problems {
  return [
    ...required("body", text, 1_024),
    ...between("cards", cards.length, 2, 10),
    ...cards.flatMap((card): Problems => {
      const [button, ...more] = card.buttons;
      return [
        !(card.media?.kind === "image" || card.media?.kind === "video") && "a card without a picture",
        card.media?.kind !== cards[0]?.media?.kind && "cards of two kinds",
        card.media?.caption !== undefined && "a caption on a card",
        card.title !== undefined && "a title on a card",
        ...(card.text === undefined ? [] : required("card", card.text, 160)),
        (card.text ?? "").split("\n").length > 3 && "more than two line breaks",
        (button?.kind !== "url" || more.length > 0) && "not one button with an address",
        ...(button?.kind === "url" ? label("label", button.label, 20) : []),
      ];
    }),
  ];
}

function whatsappTemplate({ parameters, components }: ContentOf<"template">): Problems {
  if (!parameters || components) return [];
  const { header: top, body } = parameters;
  return [
    ...(top?.kind === "text" ? label("header", top.text, 60) : []),
    ...body.flatMap(
      ({ text }): Problems => [
        ...label("parameter", text, 1_024),
        /\t| {5}/.test(text) && "tabs or long gaps",
      ],
    ),
  ];
}

/** Messenger and Instagram. @param max characters of a text @param maxBytes bytes of a text */
function onMeta(content: MessageContent, max: number, maxBytes: number): Problems {
  const text = (what: string, given: string, limit = max): Problems => [
    ...required(what, given, limit),
    bytes(given) > maxBytes && `${what} has ${bytes(given)} of ${maxBytes} bytes`,
  ];
  switch (content.type) {
    case "text":
      return text("text", content.text);
    case "media":
      return [
        (content.media.kind === "voice" || content.media.kind === "sticker") && `a ${content.media.kind}`,
        content.media.caption !== undefined && "a caption",
      ];
    case "buttons":
      return [
        ...text("text", content.text),
        (content.header !== undefined || content.footer !== undefined) && "a header or a footer",
        ...between("quick replies", content.options.length, 1, 13),
        ...content.options.flatMap(({ title }) => label("title", title, 20)),
        ...content.options.flatMap(({ id }) => required("payload", id, 1_000)),
      ];
    case "cta-url":
      return [
        ...text("text", content.text, 640),
        (content.header !== undefined || content.footer !== undefined) && "a header or a footer",
        ...label("label", content.label, 20),
        !/^https?:\/\/\S+$/i.test(content.url) && "not an address",
      ];
    case "carousel":
      return [
        content.text !== "" && "a text over the cards",
        ...between("cards", content.cards.length, 1, 10),
        ...content.cards.flatMap(genericElement),
      ];
    case "reaction":
      return [content.emoji.length > 30 && "emoji too long"];
    default:
      return [`no ${content.type} there`];
  }
}

function genericElement(card: ContentOf<"carousel">["cards"][number]): Problems {
  return [
    ...label("title", card.title ?? "", 80),
    ...optional("subtitle", card.text, 80),
    card.media !== undefined && card.media.url === undefined && "an image without an address",
    card.media !== undefined && card.media.kind !== "image" && `a ${card.media.kind} on a card`,
    card.text === undefined && card.media === undefined && card.buttons.length === 0 && "a title alone",
    ...between("buttons", card.buttons.length, 0, 3),
    ...card.buttons.flatMap((button) =>
      button.kind === "url" ? label("label", button.label, 20) : label("title", button.title, 20),
    ),
  ];
}
