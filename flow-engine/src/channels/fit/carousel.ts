/** Cards side by side, or one after the other. Pure. */
import type { CardButton, CarouselCard, ContentOf, MessageContent } from "../../content/schema.ts";
import { splitText } from "../shorten.ts";
import { isBlank } from "./conditions.ts";
import { FILLER, type Fitting, fitBody, fitLine, paragraphs, sayText } from "./fitting.ts";
import { fitUrlLabel, linkLine } from "./links.ts";

type Carousel = ContentOf<"carousel">;

export function fitCarousel(content: Carousel, fitting: Fitting): MessageContent[] {
  const { body: bodyRoom, maxCards } = fitting.limits.carousel;
  const cards = content.cards.flatMap((card) => fitCard(card, fitting));
  const { before, body } =
    bodyRoom > 0 ? fitBody(fitting, content.text, bodyRoom) : textBefore(content, fitting);
  const messages: MessageContent[] = [];
  for (let at = 0; at < cards.length; at += maxCards)
    messages.push({ type: "carousel", text: body, cards: cards.slice(at, at + maxCards) });
  if (messages.length > 1)
    fitting.note(
      "split",
      `The cards go in ${messages.length} messages: ${fitting.limits.name} shows ${maxCards} at once.`,
    );
  return [...before, ...messages];
}

function textBefore({ text }: Carousel, fitting: Fitting): { before: MessageContent[]; body: string } {
  if (!isBlank(text))
    fitting.note("moved", `The text goes before the cards: ${fitting.limits.name} shows none above them.`);
  return { before: sayText(fitting, text), body: "" };
}

/** A card with more buttons than there is room for is followed by another with the rest. */
function fitCard(card: CarouselCard, fitting: Fitting): CarouselCard[] {
  const { buttons: perCard, name } = { ...fitting.limits.carousel, name: fitting.limits.name };
  const words = fitWords(card, fitting);
  const { caption: _told, filename: _none, ...media } = card.media ?? { kind: "image" as const };
  const shown = { ...(card.media ? { media } : {}), ...words };
  const buttons = card.buttons.map((button) => fitCardButton(button, fitting));
  if (buttons.length <= perCard) return [{ ...shown, buttons }];
  fitting.note(
    "split",
    `A card has at most ${perCard} buttons on ${name}: the others are on a card beside it.`,
  );
  return Array.from({ length: Math.ceil(buttons.length / perCard) }, (_, nth) => ({
    ...shown,
    buttons: buttons.slice(nth * perCard, (nth + 1) * perCard),
  }));
}

function fitWords(card: CarouselCard, fitting: Fitting): { title?: string; text?: string } {
  const { title: titleRoom, text: room, lineBreaks } = fitting.limits.carousel;
  const told = [card.text, card.media?.caption].filter((words) => !isBlank(words));
  if (titleRoom === 0) {
    if (!isBlank(card.title))
      fitting.note(
        "moved",
        `A card’s title is part of its text: ${fitting.limits.name} has no titles on cards.`,
      );
    const lines = [card.title, ...told].flatMap((words) => (words ?? "").split(/\s*[\r\n]+\s*/));
    const text = fitLines(
      lines.filter((line) => !isBlank(line)),
      lineBreaks,
      room,
      fitting,
    );
    return text ? { text } : {};
  }
  const full = told.join(" ");
  if (isBlank(card.title)) return titleFromText(card, full, fitting);
  const title = fitLine(fitting, card.title ?? "", titleRoom, "the title of a card");
  const below = fitLine(fitting, full, room, "a card’s text");
  return { title, ...(below ? { text: below } : {}) };
}

/** Where every card has a title, the beginning of the text is one, or what its first button says. */
function titleFromText(card: CarouselCard, text: string, fitting: Fitting): { title: string; text?: string } {
  const { title: titleRoom, text: room } = fitting.limits.carousel;
  const whole = text.replace(/\s+/g, " ").trim();
  const button = card.buttons[0];
  const label = button ? fitCardButton(button, fitting) : undefined;
  const title = splitText(whole, { characters: titleRoom })[0] ?? (label ? wordsOfButton(label) : FILLER);
  const below = fitLine(fitting, whole.slice(title.length), room, "a card’s text");
  return { title, ...(whole.startsWith(title) && below ? { text: below } : {}) };
}

const wordsOfButton = (button: CardButton) => (button.kind === "url" ? button.label : button.title);

/** Of several lines as many as there may be breaks; the rest go on in the last. */
function fitLines(lines: readonly string[], breaks: number, room: number, fitting: Fitting): string {
  const kept = lines.map((line) => line.replace(/\s+/g, " ").trim());
  const text = [...kept.slice(0, breaks), kept.slice(breaks).join(" ")]
    .filter((line) => line !== "")
    .join("\n");
  if (text.length <= room) return text;
  const first = splitText(text, { characters: room - 1 })[0] ?? "";
  fitting.note(
    "shortened",
    `A card’s text is shortened: it has at most ${room} characters on ${fitting.limits.name}.`,
    { max: room },
  );
  return `${first}…`;
}

function fitCardButton(button: CardButton, fitting: Fitting): CardButton {
  const { label: room } = fitting.limits.carousel;
  if (button.kind === "url") return { ...button, label: fitUrlLabel(button, room, fitting) };
  return {
    ...button,
    title: fitLine(fitting, button.title, room, "a button") || fitLine(fitting, button.id, room, "a button"),
  };
}

export function messagePerCard({ text, cards }: Carousel, fitting: Fitting): MessageContent[] {
  return [...sayText(fitting, text), ...cards.flatMap((card) => fitting.fit(asMessage(card)))];
}

/** One button that answers makes it a choice; one that opens an address stands alone below the text. */
function asMessage({ media, title, text, buttons }: CarouselCard): MessageContent {
  const options = buttons.flatMap((button) =>
    button.kind === "reply" ? [{ id: button.id, title: button.title }] : [],
  );
  const links = buttons.flatMap((button) => (button.kind === "url" ? [button] : []));
  const words = [title, text].filter((part) => !isBlank(part)).join("\n");
  const header = media ? { header: { kind: "media", media } as const } : {};
  if (options.length > 0)
    return { type: "buttons", text: paragraphs(words, ...links.map(linkLine)), ...header, options };
  const [first, ...others] = links;
  if (first) {
    const { label, url } = first;
    return { type: "cta-url", text: paragraphs(words, ...others.map(linkLine)), ...header, label, url };
  }
  if (!media) return { type: "text", text: words };
  const caption = paragraphs(words, media.caption);
  return { type: "media", media: { ...media, ...(caption ? { caption } : {}) } };
}
