/** What Messenger and Instagram take: one API, with other numbers. Each with the page of Meta's documentation that says it. */
import type { ChannelLimits } from "./channel-limits.ts";

/** Bytes. */
const MB = 1_024 * 1_024;

/** Headers, footers and captions do not exist on either: they become part of the text, or messages of their own. */
const TEXT_ONLY = { header: 0, footer: 0, headerMedia: [] } as const;

const AUDIO = ["audio/aac", "audio/mp4", "audio/wav"] as const;
const VIDEO = ["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"] as const;

// "Generic template": 10 elements, title and subtitle 80, 3 buttons of 20; there is no text above the cards.
const genericTemplate = {
  minCards: 1,
  maxCards: 10,
  body: 0,
  title: 80,
  text: 80,
  lineBreaks: 0,
  buttons: 3,
  label: 20,
  media: ["image"],
  // `image_url`.
  mediaByAddress: true,
} as const;

// "Button template": text 640, a button's title 20. Of the address no page says how long it may be: kept as on WhatsApp.
const buttonTemplate = { label: 20, url: 2_000, body: 640, ...TEXT_ONLY } as const;

/** Neither has these kinds of messages. */
const NONE = {
  list: null,
  locationRequest: null,
  location: null,
  contacts: null,
  product: null,
  template: null,
  form: null,
} as const;

export const MESSENGER_LIMITS = {
  name: "Messenger",
  // "Send API".
  text: 2_000,
  caption: 0,
  // "Saving assets": 25 MB; images are better below 8 MB. It lists no formats: those that are known to arrive.
  media: {
    image: { maxBytes: 8 * MB, mimeTypes: ["image/jpeg", "image/png", "image/gif"], captioned: false },
    video: { maxBytes: 25 * MB, mimeTypes: VIDEO, captioned: false },
    audio: { maxBytes: 25 * MB, mimeTypes: [...AUDIO, "audio/mpeg"], captioned: false },
    voice: null,
    // Any file goes as a file.
    document: { maxBytes: 25 * MB, mimeTypes: ["*/*"], captioned: false },
    sticker: null,
  },
  // "Quick replies": 13, title 20, payload 1,000, under a text.
  buttons: { count: 13, title: 20, id: 1_000, body: 2_000, ...TEXT_ONLY },
  ctaUrl: buttonTemplate,
  // "Sender actions": react takes one emoji.
  reaction: { emoji: 30 },
  carousel: genericTemplate,
  ...NONE,
} as const satisfies ChannelLimits;

export const INSTAGRAM_LIMITS = {
  name: "Instagram",
  // "Send messages": 1,000 bytes of UTF-8.
  text: 1_000,
  textBytes: 1_000,
  caption: 0,
  // "Attachment upload".
  media: {
    image: { maxBytes: 8 * MB, mimeTypes: ["image/png", "image/jpeg", "image/gif"], captioned: false },
    video: { maxBytes: 25 * MB, mimeTypes: VIDEO, captioned: false },
    audio: { maxBytes: 25 * MB, mimeTypes: AUDIO, captioned: false },
    voice: null,
    document: { maxBytes: 25 * MB, mimeTypes: ["application/pdf"], captioned: false },
    sticker: null,
  },
  // "Quick replies", as on Messenger; the text above is a message's text, bytes counted.
  buttons: { count: 13, title: 20, id: 1_000, body: 1_000, ...TEXT_ONLY },
  ctaUrl: buttonTemplate,
  reaction: { emoji: 30 },
  carousel: genericTemplate,
  ...NONE,
} as const satisfies ChannelLimits;
