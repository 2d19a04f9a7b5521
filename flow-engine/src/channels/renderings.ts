/**
 * How each kind of content appears on each platform, as data: the ways in their order, the first that is possible is
 * taken. Fitting follows this table, and the reference pages and the editor print it.
 */
import type { ContentType } from "../content/schema.ts";
import type { Platform } from "./limits.ts";

/** What a content becomes. */
export const WAYS = {
  native: "as it is",
  "reply-buttons": "reply buttons",
  list: "a list",
  "quick-replies": "quick replies",
  "numbered-text": "a numbered text, answered by typing",
  "split-text": "one text or several",
  "link-text": "a text with the link in it",
  "map-text": "a text with a link to the map",
  "question-text": "a text that asks for it",
  "card-text": "a text with the card's lines",
  "button-template": "a message with a link button",
  "generic-template": "cards to swipe through",
  "separate-messages": "a message for each card",
  "with-caption": "media with its words under it",
  "words-after": "media, its words in a text after it",
  "as-audio": "a sound file",
  "as-link": "a text with the file's address",
  "own-text": "the template's own text",
  "link-button": "a link button to the form on the web",
  nothing: "nothing: it can't be shown there",
} as const;
export type Way = keyof typeof WAYS;

export interface Rendering {
  way: Way;
  /** In words, when it is not always possible. */
  when?: string;
}

type ByPlatform = Readonly<Record<Platform, readonly Rendering[]>>;

const NATIVE: Rendering = { way: "native" };
const NUMBERED: Rendering = { way: "numbered-text" };

/** WhatsApp's ways, which the simulator shares, and those of the other two. */
function ways(whatsapp: readonly Rendering[], messenger: readonly Rendering[]): ByPlatform {
  return { whatsapp, simulator: whatsapp, messenger, instagram: messenger };
}

const QUICK_REPLIES: readonly Rendering[] = [
  { way: "quick-replies", when: "up to 13 options, and a text that fits one message" },
  NUMBERED,
];

export const RENDERINGS: Readonly<Record<ContentType, ByPlatform>> = {
  text: ways([{ way: "split-text" }], [{ way: "split-text" }]),
  media: ways(
    [{ way: "with-caption" }],
    [
      { way: "words-after", when: "a kind of file that the platform takes" },
      { way: "as-audio", when: "a voice note" },
      { way: "as-link" },
    ],
  ),
  buttons: ways(
    [{ way: "reply-buttons", when: "up to 3 options" }, { way: "list", when: "up to 10 options" }, NUMBERED],
    QUICK_REPLIES,
  ),
  list: ways([{ way: "list", when: "up to 10 rows" }, NUMBERED], QUICK_REPLIES),
  "cta-url": ways([NATIVE], [{ way: "button-template" }]),
  "location-request": ways([NATIVE], [{ way: "question-text" }]),
  location: ways(
    [{ way: "native", when: "a point on the globe" }, { way: "map-text" }],
    [{ way: "map-text" }],
  ),
  "contact-card": ways([NATIVE], [{ way: "card-text" }]),
  reaction: ways([NATIVE], [NATIVE]),
  product: ways([NATIVE], [{ way: "link-text" }]),
  carousel: ways(
    [
      { way: "native", when: "2 to 10 cards, all with an image or all with a video, one link button each" },
      { way: "separate-messages" },
    ],
    [{ way: "generic-template", when: "up to 10 cards" }, { way: "separate-messages" }],
  ),
  template: ways([NATIVE], [{ way: "own-text", when: "its text is known" }, { way: "nothing" }]),
  form: ways(
    [NATIVE],
    [{ way: "link-button", when: "it has an address on the web" }, { way: "question-text" }],
  ),
};
