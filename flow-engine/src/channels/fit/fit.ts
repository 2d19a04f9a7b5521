/** Makes any content into messages that a platform takes, by the table of renderings, and says what it changed. Pure. */
import type { ContentOf, ContentType, MessageContent } from "../../content/schema.ts";
import type { ChannelLimits } from "../channel-limits.ts";
import { CHANNEL_LIMITS, type Platform } from "../limits.ts";
import type { Rendering, Ways } from "../rendering.ts";
import { CONTENT_NAMES, RENDERINGS } from "../renderings.ts";
import { fitCarousel, messagePerCard } from "./carousel.ts";
import {
  buttonsAsList,
  buttonsAsText,
  fitButtons,
  fitList,
  listAsQuickReplies,
  listAsText,
} from "./choices.ts";
import { holds } from "./conditions.ts";
import { contactCardsAsText, fitContactCards } from "./contact-card.ts";
import { type FitNote, type Fitting, sayText } from "./fitting.ts";
import { fitForm, fitUrlButton, formAsText, formAsUrlButton, urlButtonAsText } from "./links.ts";
import { fitAsLink, fitAsOtherKind, fitMedia } from "./media.ts";
import { fitLocation, fitLocationRequest, locationAsText } from "./places.ts";
import { fitProduct, fitProductList, productsAsText } from "./product.ts";
import { fitReaction } from "./reaction.ts";
import { fitTemplate, templateAsText } from "./template.ts";

export interface Fitted {
  /** In order; none when there is nothing to say. Each is within the platform's limits, and fits as it is. */
  messages: MessageContent[];
  /** What was changed and why, for who writes it. */
  notes: FitNote[];
}

type Way<T extends ContentType> = (content: ContentOf<T>, fitting: Fitting) => MessageContent[];

const WAYS: { [T in ContentType]: Record<Ways[T], Way<T>> } = {
  text: { text: ({ text, preview }, fitting) => sayText(fitting, text, preview) },
  media: { media: fitMedia, "other-media": fitAsOtherKind, link: fitAsLink },
  buttons: {
    "reply-buttons": fitButtons,
    "quick-replies": fitButtons,
    list: buttonsAsList,
    "numbered-text": buttonsAsText,
    text: buttonsAsText,
  },
  list: { list: fitList, "quick-replies": listAsQuickReplies, "numbered-text": listAsText, text: listAsText },
  "cta-url": { "url-button": fitUrlButton, "text-with-link": urlButtonAsText },
  "location-request": {
    "location-request": fitLocationRequest,
    text: ({ text }, fitting) => sayText(fitting, text),
  },
  location: { location: fitLocation, "text-with-map-link": locationAsText },
  "contact-card": { "contact-cards": fitContactCards, text: contactCardsAsText },
  reaction: { reaction: fitReaction },
  product: { product: fitProduct, "product-list": fitProductList, "text-with-link": productsAsText },
  carousel: { carousel: fitCarousel, "message-per-card": messagePerCard },
  template: { template: fitTemplate, text: templateAsText, nothing: () => [] },
  form: { form: fitForm, "url-button": formAsUrlButton, text: formAsText },
};

export function fit(content: MessageContent, platform: Platform): Fitted {
  const notes: FitNote[] = [];
  const fitting: Fitting = {
    limits: CHANNEL_LIMITS[platform],
    note(code, message, more) {
      if (!notes.some((note) => note.message === message)) notes.push({ code, message, ...more });
    },
    fit: (other) => show(other.type, other, platform, fitting),
  };
  const messages = fitting.fit(content);
  if (messages.length === 0) fitting.note("left-out", "Nothing is sent: there is nothing to say.");
  return { messages, notes };
}

/** How a content is shown on a platform, for who writes it. */
export function renderingOf(content: MessageContent, platform: Platform): Rendering {
  return choose(content.type, content, platform);
}

function show<T extends ContentType>(
  type: T,
  content: ContentOf<T>,
  platform: Platform,
  fitting: Fitting,
): MessageContent[] {
  const rendering = choose(type, content, platform);
  if (!rendering.native)
    fitting.note("shown-otherwise", whyOtherwise(type, rendering, platform, fitting.limits), {
      as: String(rendering.as),
    });
  return WAYS[type][rendering.as](content, fitting);
}

/** The first way in the table whose condition holds. */
function choose<T extends ContentType>(type: T, content: ContentOf<T>, platform: Platform): Rendering<T> {
  const renderings: readonly Rendering<T>[] = RENDERINGS[type][platform];
  const limits = CHANNEL_LIMITS[platform];
  const chosen = renderings.find(({ when }) => when === undefined || holds(when, content, limits));
  if (!chosen) throw new Error(`no way of showing ${type} on ${platform} is always possible`);
  return chosen;
}

function whyOtherwise<T extends ContentType>(
  type: T,
  { shows }: Rendering<T>,
  platform: Platform,
  { name }: ChannelLimits,
): string {
  const renderings: readonly Rendering<T>[] = RENDERINGS[type][platform];
  const native = renderings.find((rendering) => rendering.native);
  if (!native?.when) return `Shown as ${shows}, because ${name} has no ${CONTENT_NAMES[type]}.`;
  return `Shown as ${shows}, because ${name} shows ${native.shows} only when ${native.when.words}.`;
}
