/** Makes any content into messages that a platform takes, in the first way that `RENDERINGS` names and that is possible. Pure. */
import type { ContentOf, ContentType, MessageContent } from "../content/schema.ts";
import { genericTemplate, mediaCarousel, separateCards } from "./fit/carousel.ts";
import { buttonsAsList, nativeList, numberedText, quickReplies, replyButtons } from "./fit/choices.ts";
import { type Fitted, fitted, joined, leftOut, otherwise } from "./fit/fitted.ts";
import {
  buttonTemplate,
  formLink,
  formText,
  nativeForm,
  nativeLink,
  nativeProducts,
  productLink,
} from "./fit/links.ts";
import { asAudio, asLink, withCaption, wordsAfter } from "./fit/media.ts";
import {
  cardText,
  locationQuestion,
  mapText,
  nativeCards,
  nativeLocation,
  nativeLocationRequest,
} from "./fit/places-and-people.ts";
import { fitText } from "./fit/text.ts";
import type { Platform } from "./limits.ts";
import { RENDERINGS, type Way } from "./renderings.ts";

export type { FitNote, Fitted } from "./fit/fitted.ts";

/** Null when the way is not possible for this content. */
type Fitter<T extends ContentType> = (content: ContentOf<T>, platform: Platform) => Fitted | null;
type Fitters = { readonly [T in ContentType]: Readonly<Partial<Record<Way, Fitter<T>>>> };

const FITTERS: Fitters = {
  text: { "split-text": fitText },
  media: { "with-caption": withCaption, "words-after": wordsAfter, "as-audio": asAudio, "as-link": asLink },
  buttons: {
    "reply-buttons": replyButtons,
    list: buttonsAsList,
    "quick-replies": quickReplies,
    "numbered-text": numberedText,
  },
  list: { list: nativeList, "quick-replies": quickReplies, "numbered-text": numberedText },
  "cta-url": { native: nativeLink, "button-template": buttonTemplate },
  "location-request": { native: nativeLocationRequest, "question-text": locationQuestion },
  location: { native: nativeLocation, "map-text": mapText },
  "contact-card": { native: nativeCards, "card-text": cardText },
  reaction: { native: (content) => fitted([content]) },
  product: { native: nativeProducts, "link-text": productLink },
  carousel: {
    native: mediaCarousel,
    "generic-template": genericTemplate,
    "separate-messages": (content, platform) =>
      separateCards(content, platform, (part) => fit(part, platform)),
  },
  template: { native: (content) => fitted([content]), "own-text": templateText, nothing: noTemplate },
  form: { native: nativeForm, "link-button": formLink, "question-text": formText },
};

/** Never throws. A fitted message fits as it is. No message: there is nothing to say. */
export function fit(content: MessageContent, platform: Platform): Fitted {
  return fitAs(content, platform, content.type);
}

function fitAs<T extends ContentType>(content: MessageContent, platform: Platform, type: T): Fitted {
  if (!isOf(content, type)) return fitted([]);
  for (const { way } of RENDERINGS[type][platform]) {
    const done = FITTERS[type][way]?.(content, platform);
    if (done) return done;
  }
  return fitted([], leftOut("There is no way to show this here."));
}

function isOf<T extends ContentType>(content: MessageContent, type: T): content is ContentOf<T> {
  return content.type === type;
}

function templateText({ text }: ContentOf<"template">, platform: Platform): Fitted | null {
  if (!text?.trim()) return null;
  const note = otherwise("Templates exist on WhatsApp only: its text is sent.");
  return joined(fitted([], note), fitText({ type: "text", text }, platform));
}

function noTemplate({ name }: ContentOf<"template">): Fitted {
  return fitted(
    [],
    leftOut(`Templates exist on WhatsApp only, and the text of “${name}” is not known: nothing is sent.`),
  );
}
