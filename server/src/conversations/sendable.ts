/** What an agent or the API may ask to send: refused at once when no channel could take it. */
import { type ContentOf, foldText, type Media, type MessageContent } from "@hilo/flow-engine";
import { isStorable } from "./storable.ts";

/** @returns one sentence, or null when it can be sent */
export function whyNotSendable(content: MessageContent): string | null {
  if (!isStorable(content))
    return "A text has a character that can't be sent: NUL (U+0000), or half of a surrogate pair. Take it out.";
  switch (content.type) {
    case "text":
      return blank(content.text);
    case "buttons":
      return blank(content.text) ?? badChoices(content.options);
    case "list":
      return blank(content.text) ?? badChoices(content.sections.flatMap((section) => section.rows));
    case "media":
      return badMedia(content.media);
    case "location": {
      const { latitude, longitude } = content;
      const onEarth = Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
      return onEarth
        ? null
        : "There is no such place: latitude goes from -90 to 90, longitude from -180 to 180.";
    }
    case "cta-url":
      return blank(content.text) ?? badAddress(content.url);
    case "carousel":
      return badCards(content.cards);
    case "product":
      return content.sections.some(({ products }) => products.length > 0) ? null : "There is no product.";
    case "form":
      return blank(content.text) ?? (content.formId === "" ? "The form's id is missing." : null);
    case "contact-card":
    case "location-request":
    case "reaction":
    case "template":
      return null;
  }
}

function badCards(cards: ContentOf<"carousel">["cards"]): string | null {
  if (cards.length === 0) return "There are no cards.";
  const buttons = cards.flatMap((card) => card.buttons);
  const replies = buttons.filter((button) => button.kind === "reply");
  if (new Set(replies.map(({ id }) => id)).size < replies.length) return "Two choices have the same id.";
  const links = buttons.filter((button) => button.kind === "url");
  return links.map(({ url }) => badAddress(url)).find((problem) => problem !== null) ?? null;
}

const blank = (text: string): string | null => (text.trim() === "" ? "The text is empty." : null);

function badChoices(choices: readonly { id: string; title: string }[]): string | null {
  if (choices.length === 0) return "There is nothing to choose from.";
  if (new Set(choices.map((choice) => choice.id)).size < choices.length)
    return "Two choices have the same id.";
  if (choices.some((choice) => choice.title.trim() === "")) return "A choice has no title.";
  const titles = choices.map(({ title }) => foldText(title));
  const twice = choices.find((_, at) => titles.indexOf(titles[at] ?? "") < at);
  return twice ? `Two choices are called “${twice.title}”. Give each its own title.` : null;
}

function badMedia({ url, fileId }: Media): string | null {
  if (url === undefined) return fileId === undefined ? "The file is missing: give a url." : null;
  return badAddress(url) === null ? null : "The file's address must begin with https://.";
}

function badAddress(url: string): string | null {
  return /^https?:\/\//i.test(url) && URL.canParse(url) ? null : "The address must begin with https://.";
}
