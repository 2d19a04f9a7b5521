/** What the platforms' own pages say of a message, written down once more and apart from the code that fits: an oracle for tests. */
import type { MessageContent } from "../content/schema.ts";

/** Why a platform would refuse the message; null when it would not. */
export function refusal(
  content: MessageContent,
  platform: "whatsapp" | "messenger" | "instagram",
): string | null {
  const rules = platform === "whatsapp" ? whatsapp(content) : pages(content, platform);
  return rules.find((rule) => rule !== null) ?? null;
}

type Rule = string | null;
const rule = (holds: boolean, says: string): Rule => (holds ? null : says);
const filled = (text: string, max: number, what: string): Rule =>
  rule(text.trim() !== "" && text.length <= max, `${what} has ${text.length} of 1–${max}`);
const optional = (text: string | undefined, max: number, what: string): Rule =>
  text === undefined ? null : filled(text, max, what);
const line = (text: string, max: number, what: string): Rule =>
  /[\r\n]/.test(text) ? `${what} has a line break` : filled(text, max, what);
const distinct = (values: readonly string[], what: string): Rule =>
  rule(new Set(values).size === values.length, `${what} repeat`);

function whatsapp(content: MessageContent): Rule[] {
  switch (content.type) {
    case "text":
      return [filled(content.text, 4096, "body")];
    case "media":
      return [optional(content.media.caption, 1024, "caption")];
    case "buttons":
      return [
        filled(content.text, 1024, "body"),
        optional(content.footer, 60, "footer"),
        content.header?.kind === "text" ? filled(content.header.text, 60, "header") : null,
        rule(content.options.length >= 1 && content.options.length <= 3, "buttons 1–3"),
        ...content.options.map(({ title }) => line(title, 20, "button")),
        distinct(
          content.options.map(({ title }) => title),
          "titles",
        ),
      ];
    case "list": {
      const rows = content.sections.flatMap((section) => section.rows);
      return [
        filled(content.text, 4096, "body"),
        line(content.button, 20, "button"),
        optional(content.header, 60, "header"),
        optional(content.footer, 60, "footer"),
        rule(rows.length >= 1 && rows.length <= 10, "rows 1–10"),
        ...rows.map(({ title }) => line(title, 24, "row")),
        ...rows.map(({ description }) => optional(description, 72, "description")),
        ...content.sections.map(({ title }) => optional(title, 24, "section")),
        rule(
          content.sections.length === 1 || content.sections.every(({ title }) => title),
          "sections have titles",
        ),
      ];
    }
    case "cta-url":
      return [
        filled(content.text, 1024, "body"),
        line(content.label, 20, "label"),
        optional(content.footer, 60, "footer"),
      ];
    case "location-request":
      return [filled(content.text, 1024, "body")];
    case "location":
      return [rule(Math.abs(content.latitude) <= 90 && Math.abs(content.longitude) <= 180, "on the globe")];
    case "contact-card":
      return [
        rule(content.contacts.length <= 257, "257 contacts"),
        ...content.contacts.map(({ name }) => rule(name.trim() !== "", "cards have names")),
      ];
    case "product": {
      const products = content.sections.flatMap((section) => section.products);
      return [
        filled(content.text, 1024, "body"),
        rule(products.length >= 1 && products.length <= 30, "products 1–30"),
        rule(content.sections.length <= 10, "sections 10"),
        rule(products.length === 1 || Boolean(content.header), "several products need a header"),
        optional(content.header, 60, "header"),
      ];
    }
    case "carousel":
      return [
        filled(content.text, 1024, "body"),
        rule(content.cards.length >= 2 && content.cards.length <= 10, "cards 2–10"),
        rule(new Set(content.cards.map(({ media }) => media?.kind)).size === 1, "one kind of header"),
        ...content.cards.map(({ text }) => optional(text, 160, "card")),
        ...content.cards.map(({ text = "" }) =>
          rule(text.split("\n").length <= 3, "two line breaks in a card"),
        ),
        ...content.cards.map(({ buttons }) =>
          rule(buttons.length === 1 && buttons[0]?.kind === "url", "one link"),
        ),
        ...content.cards.flatMap(({ buttons }) =>
          buttons.map((button) => (button.kind === "url" ? line(button.label, 20, "label") : null)),
        ),
      ];
    case "form":
      return [filled(content.text, 1024, "body"), line(content.button, 20, "button")];
    case "reaction":
    case "template":
      return [];
  }
}

function pages(content: MessageContent, platform: "messenger" | "instagram"): Rule[] {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const body = (text: string): Rule =>
    platform === "instagram"
      ? rule(text.trim() !== "" && bytes(text) <= 1000, `text has ${bytes(text)} of 1–1000 bytes`)
      : filled(text, 2000, "text");
  switch (content.type) {
    case "text":
      return [body(content.text)];
    case "media":
      return [
        rule(content.media.caption === undefined, "media have no words"),
        rule(
          ["image", "video", "audio", "document"].includes(content.media.kind),
          `no ${content.media.kind}`,
        ),
      ];
    case "buttons":
      return [
        body(content.text),
        rule(content.header === undefined && content.footer === undefined, "nothing above or below"),
        rule(content.options.length >= 1 && content.options.length <= 13, "quick replies 1–13"),
        ...content.options.map(({ title }) => line(title, 20, "quick reply")),
      ];
    case "cta-url":
      return [
        filled(content.text, 640, "text"),
        line(content.label, 20, "label"),
        rule(content.header === undefined && content.footer === undefined, "nothing above or below"),
      ];
    case "carousel":
      return [
        rule(content.text === "", "cards have no text above"),
        rule(content.cards.length >= 1 && content.cards.length <= 10, "elements 1–10"),
        ...content.cards.map(({ title }) => line(title ?? "", 80, "title")),
        ...content.cards.map(({ text }) => optional(text, 80, "subtitle")),
        ...content.cards.map(({ buttons }) => rule(buttons.length <= 3, "three buttons")),
      ];
    case "reaction":
      return [];
    default:
      return [`no ${content.type}`];
  }
}
