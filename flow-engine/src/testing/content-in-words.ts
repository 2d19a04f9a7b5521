/** What a message says, in a line of plain text: for terminals, reports and logs. */
import type { CardButton, Media, MessageContent } from "../content/schema.ts";

type ContentOf<T extends MessageContent["type"]> = Extract<MessageContent, { type: T }>;

/** Buttons stand in brackets, rows in braces, what is no text in angle brackets. */
export function contentInWords(content: MessageContent): string {
  switch (content.type) {
    case "text":
      return content.text;
    case "media":
      return mediaInWords(content.media);
    case "buttons":
      return `${content.text} ${bracketed(content.options.map(({ title }) => title))}`;
    case "list":
      return `${content.text} {${content.button}: ${rowTitles(content).join(" | ")}}`;
    case "cta-url":
      return `${content.text} [${content.label} → ${content.url}]`;
    case "carousel":
      return `${content.text} ${content.cards.map(cardInWords).join(" ")}`;
    case "template":
      return templateInWords(content);
    case "location-request":
      return `${content.text} [send location]`;
    case "form":
      return `${content.text} [${content.button}: form ${content.formId}]`;
    case "location":
      return `<place: ${placeInWords(content)}>`;
    case "contact-card":
      return content.contacts.map(({ name, phones }) => `<card: ${[name, ...phones].join(", ")}>`).join(" ");
    case "reaction":
      return content.emoji === "" ? "<takes its reaction back>" : `<reacts ${content.emoji}>`;
    case "product":
      return productInWords(content);
  }
}

const bracketed = (titles: readonly string[]) => titles.map((title) => `[${title}]`).join(" ");

function mediaInWords({ kind, caption, url, filename }: Media): string {
  const what = `<${[kind, filename ?? url].filter(Boolean).join(": ")}>`;
  return caption ? `${what} ${caption}` : what;
}

function rowTitles({ sections }: ContentOf<"list">): string[] {
  return sections.flatMap(({ rows }) => rows.map(({ title }) => title));
}

function cardInWords({ title, text, buttons }: ContentOf<"carousel">["cards"][number]): string {
  const words = [title, text].filter(Boolean).join(", ");
  return `<card: ${[words, bracketed(buttons.map(buttonInWords))].filter(Boolean).join(" ")}>`;
}

const buttonInWords = (button: CardButton) =>
  button.kind === "reply" ? button.title : `${button.label} → ${button.url}`;

function templateInWords({ name, text, parameters }: ContentOf<"template">): string {
  const replies = (parameters?.buttons ?? []).flatMap((button) =>
    button.kind === "quick-reply" ? [button.label ?? button.payload] : [],
  );
  return [`<template ${name}>`, text, bracketed(replies)].filter(Boolean).join(" ");
}

function placeInWords({ name, address, latitude, longitude }: ContentOf<"location">): string {
  return [name, address, `${latitude}, ${longitude}`].filter(Boolean).join(", ");
}

function productInWords({ text, sections }: ContentOf<"product">): string {
  const products = sections.flatMap((section) => section.products);
  return [text, `<products: ${products.join(", ")}>`].filter(Boolean).join(" ");
}
