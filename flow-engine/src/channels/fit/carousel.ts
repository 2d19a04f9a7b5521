/** Cards side by side, or one message for each. */
import type { CardButton, CarouselCard, ContentOf, Media } from "../../content/schema.ts";
import { type ChannelLimits, limitsOf, type Platform } from "../limits.ts";
import { characters, oneLine, shorten } from "./cut.ts";
import { type Fitted, fitted, joined, otherwise } from "./fitted.ts";
import { alone } from "./media.ts";
import { fitBody, fitLines } from "./text.ts";

type Carousel = ContentOf<"carousel">;
type Limits = ChannelLimits["carousel"];

/** Whatever may stand on a button that got no label. */
const OPEN = "→";

export function mediaCarousel(content: Carousel, platform: Platform): Fitted | null {
  const limits = limitsOf(platform).carousel;
  const { cards } = content;
  const kinds = new Set(cards.map(({ media }) => media?.kind));
  const [kind] = kinds;
  if (kinds.size !== 1 || (kind !== "image" && kind !== "video")) return null;
  if (cards.length < limits.min || cards.length > limits.max) return null;
  if (!cards.every(({ buttons }) => buttons.length === 1 && buttons[0]?.kind === "url")) return null;
  const { before, body } = fitBody(content.text, characters(limits.body), platform);
  return fitted([
    ...before,
    { type: "carousel", text: body, cards: cards.map((card) => mediaCard(card, limits)) },
  ]);
}

/** A card's title is the first line of its words there. */
function mediaCard({ media, title, text, buttons }: CarouselCard, limits: Limits): CarouselCard {
  const words = [title, text].filter((part) => part?.trim()).join("\n");
  // WhatsApp takes two line breaks in a card at most.
  const lines = words.split(/\n+/);
  const short = shorten([...lines.slice(0, 2), lines.slice(2).join(" ")].join("\n").trim(), limits.text);
  return {
    ...(media ? { media: bare(media) } : {}),
    ...(short ? { text: short } : {}),
    buttons: buttons.map((button) => fitButton(button, limits)),
  };
}

const bare = ({ caption: _words, filename: _name, ...media }: Media): Media => media;

function fitButton(button: CardButton, { label }: Limits): CardButton {
  if (button.kind === "url") return { ...button, label: oneLine(button.label, label) || OPEN };
  return { ...button, title: oneLine(button.title, label) || shorten(button.id, label) };
}

export function genericTemplate(content: Carousel, platform: Platform): Fitted | null {
  const limits = limitsOf(platform).carousel;
  const { cards } = content;
  if (cards.length < limits.min || cards.length > limits.max) return null;
  const images = cards.every(({ media }) => media === undefined || (media.kind === "image" && media.url));
  if (!images || cards.some(({ buttons }) => buttons.length > limits.buttons)) return null;
  const before = fitLines([content.text], platform);
  return joined(
    before,
    fitted([{ type: "carousel", text: "", cards: cards.map((card) => element(card, limits)) }]),
  );
}

/** An element needs a title. */
function element({ media, title, text, buttons }: CarouselCard, limits: Limits): CarouselCard {
  const head = oneLine(title ?? "", limits.title) || oneLine(text ?? "", limits.title) || OPEN;
  const below = title?.trim() ? oneLine(text ?? "", limits.text) : "";
  return {
    ...(media ? { media: bare(media) } : {}),
    title: head,
    ...(below ? { text: below } : {}),
    buttons: buttons.map((button) => fitButton(button, limits)),
  };
}

/**
 * Each card as messages of their own: with reply buttons, or with its link. Those are fitted again by whoever called.
 * @param fit how any content is fitted on the platform
 */
export function separateCards(
  content: Carousel,
  platform: Platform,
  fit: (content: Fitted["messages"][number]) => Fitted,
): Fitted {
  const note = otherwise("The cards can't be shown side by side: each is a message of its own.");
  return joined(
    fitted([], note),
    fitLines([content.text], platform),
    ...content.cards.map((card) => separateCard(card, platform, fit)),
  );
}

function separateCard(
  { media, title, text, buttons }: CarouselCard,
  platform: Platform,
  fit: (content: Fitted["messages"][number]) => Fitted,
): Fitted {
  const words = [title, text].filter((part) => part?.trim()).join("\n");
  const replies = buttons.flatMap((button) =>
    button.kind === "reply" ? [{ id: button.id, title: button.title }] : [],
  );
  const links = buttons.filter((button) => button.kind === "url");
  const header = media ? ({ kind: "media", media } as const) : undefined;
  const head = header ? { header } : {};
  const [link, ...more] = links;
  if (replies.length > 0) {
    const lines = [words, ...links.map(({ label, url }) => `${label}: ${url}`)].join("\n");
    return fit({ type: "buttons", text: lines, ...head, options: replies });
  }
  if (link) {
    const lines = [words, ...more.map(({ label, url }) => `${label}: ${url}`)].join("\n");
    return fit({ type: "cta-url", text: lines, ...head, label: link.label, url: link.url });
  }
  return joined(media ? alone(media, platform) : fitted([]), fitLines([words], platform));
}
