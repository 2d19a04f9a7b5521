/** Whether a condition of the table of renderings holds for a content. Pure. */
import type { CarouselCard, ContentOf, Media, MessageContent } from "../../content/schema.ts";
import { isHttpUrl } from "../../content/urls.ts";
import type { ChannelLimits } from "../channel-limits.ts";
import type { Condition } from "../rendering.ts";
import { otherKind, takesMedia } from "./media-format.ts";

export function holds(condition: Condition, content: MessageContent, limits: ChannelLimits): boolean {
  switch (condition.fact) {
    case "count": {
      const count = countOf(content);
      return count >= condition.min && count <= (condition.max ?? Number.POSITIVE_INFINITY);
    }
    case "takes-media":
      return content.type === "media" && takesMedia(content.media, limits);
    case "takes-media-as-other-kind":
      return content.type === "media" && takesMedia(otherKind(content.media), limits);
    case "has-web-address":
      return content.type === "cta-url" && canBeOpened(content.url, limits);
    case "is-on-the-globe":
      return content.type === "location" && isOnTheGlobe(content);
    case "has-media-cards":
      return content.type === "carousel" && hasMediaCards(content.cards, limits);
    case "has-plain-cards":
      return content.type === "carousel" && hasPlainCards(content.cards, limits);
    case "has-text":
      return content.type === "template" && !isBlank(content.text);
    case "has-link":
      return content.type === "form" && canBeOpened(content.link ?? "", limits);
  }
}

export const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === "";

function countOf(content: MessageContent): number {
  switch (content.type) {
    case "buttons":
      return content.options.length;
    case "list":
      return content.sections.flatMap(({ rows }) => rows).length;
    case "product":
      return productsOf(content).length;
    default:
      return 0;
  }
}

export function productsOf({ sections }: ContentOf<"product">): string[] {
  return sections.flatMap(({ products }) => products).filter((product) => !isBlank(product));
}

/** @returns whether a button may lead there */
function canBeOpened(url: string, { ctaUrl }: ChannelLimits): boolean {
  return url.length <= ctaUrl.url && isHttpUrl(url);
}

export function isOnTheGlobe({ latitude, longitude }: { latitude: number; longitude: number }): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function hasMediaCards(cards: readonly CarouselCard[], limits: ChannelLimits): boolean {
  const { minCards, maxCards } = limits.carousel;
  const kind = cards[0]?.media?.kind;
  if (cards.length < minCards || cards.length > maxCards) return false;
  if (kind === undefined) return false;
  return cards.every(
    (card) =>
      card.media?.kind === kind &&
      fitsOnCard(card.media, limits) &&
      card.buttons.length === 1 &&
      card.buttons.every((button) => button.kind === "url" && canBeOpened(button.url, limits)),
  );
}

function hasPlainCards(cards: readonly CarouselCard[], limits: ChannelLimits): boolean {
  return cards.length > 0 && cards.every((card) => isPlainCard(card, limits));
}

function fitsOnCard(media: Media, limits: ChannelLimits): boolean {
  const { media: kinds, mediaByAddress } = limits.carousel;
  if (mediaByAddress && media.url === undefined) return false;
  return kinds.includes(media.kind) && takesMedia(media, limits);
}

/** A title alone is refused: something must stand beside it. */
function isPlainCard({ media, title, text, buttons }: CarouselCard, limits: ChannelLimits): boolean {
  const hasMore = media !== undefined || buttons.length > 0 || !(isBlank(title) || isBlank(text));
  const mediumFits = media === undefined || fitsOnCard(media, limits);
  return (
    hasMore &&
    mediumFits &&
    buttons.every((button) => button.kind === "reply" || canBeOpened(button.url, limits))
  );
}
