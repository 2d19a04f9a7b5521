/** How one kind of content is shown: ways in their order, each with its condition, as data. */
import type { ContentType } from "../content/schema.ts";

/** When a way of showing a content applies. `words` say it to people, after “when”: “there are 1 to 3 options”. */
export type Condition = { words: string } & (
  | { fact: "count"; of: "options" | "rows" | "products"; min: number; max?: number }
  /** The platform takes this kind of media, and what its name says is inside. */
  | { fact: "takes-media" }
  | { fact: "takes-media-as-other-kind" }
  | { fact: "has-web-address" }
  | { fact: "is-on-the-globe" }
  /** Cards that WhatsApp shows side by side. */
  | { fact: "has-media-cards" }
  /** Cards of Messenger's and Instagram's generic template. */
  | { fact: "has-plain-cards" }
  | { fact: "has-text" }
  | { fact: "has-link" }
);

/** Names of the ways, by kind of content: `fit/` has the code of each under the same name. */
export interface Ways extends Record<ContentType, string> {
  text: "text";
  media: "media" | "other-media" | "link";
  buttons: "reply-buttons" | "quick-replies" | "list" | "numbered-text" | "text";
  list: "list" | "quick-replies" | "numbered-text" | "text";
  "cta-url": "url-button" | "text-with-link";
  "location-request": "location-request" | "text";
  location: "location" | "text-with-map-link";
  "contact-card": "contact-cards" | "text";
  reaction: "reaction";
  product: "product" | "product-list" | "text-with-link";
  carousel: "carousel" | "message-per-card";
  template: "template" | "text" | "nothing";
  form: "form" | "url-button" | "text";
}

export interface Rendering<T extends ContentType = ContentType> {
  as: Ways[T];
  /** What the customer sees. */
  shows: string;
  /** The platform has this kind of message; the others stand in for it. */
  native?: true;
  /** None: whenever no way before it applies. */
  when?: Condition;
}

/** One line for people: “reply buttons, when there are 1 to 3 options”. */
export function renderingWords({ shows, when }: Rendering): string {
  return when ? `${shows}, when ${when.words}` : shows;
}
