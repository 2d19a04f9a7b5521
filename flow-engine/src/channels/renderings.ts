/**
 * How each kind of content appears on each platform: the ways in order, the first whose condition holds is taken.
 * Fitting follows this table, and the reference and the editor print it.
 */
import type { ContentType } from "../content/schema.ts";
import { CHANNEL_LIMITS, type Platform } from "./limits.ts";
import type { Condition, Rendering } from "./rendering.ts";

const { whatsapp, messenger } = CHANNEL_LIMITS;

type Counted = Extract<Condition, { fact: "count" }>["of"];

const upTo = (max: number, of: Counted): Condition => ({
  fact: "count",
  of,
  min: 1,
  max,
  words: `there are 1 to ${max} ${of}`,
});
const some = (of: Counted): Condition => ({ fact: "count", of, min: 1, words: `there are ${of}` });

const TAKES_MEDIA: Condition = {
  fact: "takes-media",
  words: "the platform takes its kind and format",
};
const AS_OTHER_KIND: Condition = {
  fact: "takes-media-as-other-kind",
  words: "the platform takes the voice note as audio, or the sticker as an image",
};
const WEB_ADDRESS: Condition = {
  fact: "has-web-address",
  words: "the address begins with https:// or http://",
};
const ON_THE_GLOBE: Condition = { fact: "is-on-the-globe", words: "there is such a place on the globe" };
const MEDIA_CARDS: Condition = {
  fact: "has-media-cards",
  words: `there are ${whatsapp.carousel.minCards} to ${whatsapp.carousel.maxCards} cards, all with an image or all with a video, each with one button that opens an address`,
};
const PLAIN_CARDS: Condition = {
  fact: "has-plain-cards",
  words: "each card has more to show than a title, and no medium but an image with an address",
};
const HAS_TEXT: Condition = { fact: "has-text", words: "its words are known" };
const HAS_LINK: Condition = { fact: "has-link", words: "the form is on the web too" };

type Everywhere<T extends ContentType> = Record<Platform, readonly Rendering<T>[]>;

/** The simulator shows what WhatsApp shows; Instagram and Messenger have the same kinds of messages. */
function on<T extends ContentType>(
  onWhatsapp: readonly Rendering<T>[],
  onMeta: readonly Rendering<T>[],
): Everywhere<T> {
  return { whatsapp: onWhatsapp, simulator: onWhatsapp, instagram: onMeta, messenger: onMeta };
}

const everywhere = <T extends ContentType>(ways: readonly Rendering<T>[]) => on(ways, ways);

const NUMBERED = { as: "numbered-text", shows: "a numbered text, answered by typing" } as const;
const PLAIN_TEXT = { as: "text", shows: "a text" } as const;
const TEXT_WITH_LINK = { as: "text-with-link", shows: "a text with the link" } as const;
const quickReplies = (of: Counted) =>
  ({ as: "quick-replies", shows: "quick replies", when: upTo(messenger.buttons.count, of) }) as const;
const AS_LIST = {
  as: "list",
  shows: "a list that opens at the bottom",
  when: upTo(whatsapp.list.rows, "options"),
} as const;

export const RENDERINGS: { [T in ContentType]: Everywhere<T> } = {
  text: everywhere([{ as: "text", shows: "a text, in several messages when it is long", native: true }]),
  media: everywhere([
    { as: "media", shows: "the file itself", native: true, when: TAKES_MEDIA },
    { as: "other-media", shows: "audio or an image", when: AS_OTHER_KIND },
    { as: "link", shows: "a link in a text" },
  ]),
  buttons: on(
    [
      {
        as: "reply-buttons",
        shows: "reply buttons",
        native: true,
        when: upTo(whatsapp.buttons.count, "options"),
      },
      AS_LIST,
      { ...NUMBERED, when: some("options") },
      PLAIN_TEXT,
    ],
    [{ ...quickReplies("options"), native: true }, { ...NUMBERED, when: some("options") }, PLAIN_TEXT],
  ),
  list: on(
    [
      {
        as: "list",
        shows: "a list that opens at the bottom",
        native: true,
        when: upTo(whatsapp.list.rows, "rows"),
      },
      { ...NUMBERED, when: some("rows") },
      PLAIN_TEXT,
    ],
    [quickReplies("rows"), { ...NUMBERED, when: some("rows") }, PLAIN_TEXT],
  ),
  "cta-url": everywhere([
    {
      as: "url-button",
      shows: "a text with a button that opens the address",
      native: true,
      when: WEB_ADDRESS,
    },
    TEXT_WITH_LINK,
  ]),
  "location-request": on(
    [{ as: "location-request", shows: "a text with a button that sends a location", native: true }],
    [PLAIN_TEXT],
  ),
  location: on(
    [
      { as: "location", shows: "a place on a map", native: true, when: ON_THE_GLOBE },
      { as: "text-with-map-link", shows: "a text with name and address" },
    ],
    [{ as: "text-with-map-link", shows: "a text with name, address and a link to a map" }],
  ),
  "contact-card": on(
    [{ as: "contact-cards", shows: "contact cards", native: true }],
    [{ as: "text", shows: "a text with names, numbers and addresses" }],
  ),
  reaction: everywhere([{ as: "reaction", shows: "a reaction on the customer’s message", native: true }]),
  product: on(
    [
      {
        as: "product",
        shows: "a product of the catalog",
        native: true,
        when: { fact: "count", of: "products", min: 1, max: 1, words: "there is 1 product" },
      },
      {
        as: "product-list",
        shows: `a list of products, up to ${whatsapp.product.products} in ${whatsapp.product.sections} sections a message`,
        native: true,
        when: some("products"),
      },
      TEXT_WITH_LINK,
    ],
    [TEXT_WITH_LINK],
  ),
  carousel: on(
    [
      { as: "carousel", shows: "cards side by side", native: true, when: MEDIA_CARDS },
      { as: "message-per-card", shows: "a message for each card" },
    ],
    [
      {
        as: "carousel",
        shows: `cards side by side, up to ${messenger.carousel.maxCards} a message`,
        native: true,
        when: PLAIN_CARDS,
      },
      { as: "message-per-card", shows: "a message for each card" },
    ],
  ),
  template: on(
    [{ as: "template", shows: "the approved template", native: true }],
    [
      { as: "text", shows: "the template’s words as a text", when: HAS_TEXT },
      { as: "nothing", shows: "nothing" },
    ],
  ),
  form: on(
    [{ as: "form", shows: "a text with a button that opens the form", native: true }],
    [
      {
        as: "url-button",
        shows: "a text with a button that opens the form on the web",
        when: HAS_LINK,
      },
      { as: "text", shows: "the text without the form" },
    ],
  ),
};

/** What a kind of content is called, in notes: “Instagram has no forms”. */
export const CONTENT_NAMES: Readonly<Record<ContentType, string>> = {
  text: "texts",
  media: "files",
  buttons: "reply buttons",
  list: "lists",
  "cta-url": "buttons with an address",
  "location-request": "requests for a location",
  location: "places",
  "contact-card": "contact cards",
  reaction: "reactions",
  product: "products of a catalog",
  carousel: "cards side by side",
  template: "templates",
  form: "forms",
};
