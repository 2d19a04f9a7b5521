/** What WhatsApp takes. Each number with the page of Meta's Cloud API documentation that says it. */
import type { ChannelLimits } from "./channel-limits.ts";

/** Bytes. */
const KB = 1_024;
const MB = 1_024 * KB;

const VISUAL_HEADER = ["image", "video", "document"] as const;
const office = (name: string) => `application/vnd.openxmlformats-officedocument.${name}`;

export const WHATSAPP_LIMITS = {
  name: "WhatsApp",
  // "Text messages".
  text: 4_096,
  // "Image messages", "Video messages", "Document messages".
  caption: 1_024,
  media: {
    // "Image messages". WebP is for stickers only.
    image: { maxBytes: 5 * MB, mimeTypes: ["image/jpeg", "image/png"], captioned: true },
    // "Video messages": H.264 and AAC inside.
    video: { maxBytes: 16 * MB, mimeTypes: ["video/mp4", "video/3gpp"], captioned: true },
    // "Audio messages": no caption.
    audio: {
      maxBytes: 16 * MB,
      mimeTypes: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
      captioned: false,
    },
    // "Audio messages": a voice note is an audio of Ogg with Opus, one channel.
    voice: { maxBytes: 16 * MB, mimeTypes: ["audio/ogg"], captioned: false },
    // "Document messages".
    document: {
      maxBytes: 100 * MB,
      mimeTypes: [
        "text/plain",
        "application/pdf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        office("wordprocessingml.document"),
        office("spreadsheetml.sheet"),
        office("presentationml.presentation"),
      ],
      captioned: true,
    },
    // "Sticker messages": 500 KB when animated, 100 KB when not.
    sticker: { maxBytes: 500 * KB, mimeTypes: ["image/webp"], captioned: false },
  },
  // "Interactive reply buttons messages".
  buttons: { count: 3, title: 20, id: 256, body: 1_024, header: 60, footer: 60, headerMedia: VISUAL_HEADER },
  // "Interactive list messages": the body alone is longer than elsewhere; 10 rows in all sections together.
  list: {
    rows: 10,
    sections: 10,
    rowTitle: 24,
    rowId: 200,
    description: 72,
    sectionTitle: 24,
    button: 20,
    body: 4_096,
    header: 60,
    footer: 60,
    headerMedia: [],
  },
  // "Interactive call-to-action URL button messages". Of the address only templates say how long it may be: 2,000.
  ctaUrl: { label: 20, url: 2_000, body: 1_024, header: 60, footer: 60, headerMedia: VISUAL_HEADER },
  // "Location request messages".
  locationRequest: { body: 1_024 },
  // "Location messages" give no numbers; more than this nobody reads in a bubble.
  location: { name: 1_000, address: 1_000 },
  // "Contacts messages".
  contacts: { count: 257 },
  // "Reaction messages" take one emoji and give no number; the longest there is, a family with skin tones, has 23 units.
  reaction: { emoji: 30 },
  // "Share products with customers": the header is for several products only, and then it must be there.
  product: {
    products: 30,
    sections: 10,
    sectionTitle: 24,
    body: 1_024,
    header: 60,
    footer: 60,
    headerMedia: [],
  },
  // "Interactive media carousel messages": text and cards only; a card has no title of its own.
  carousel: {
    minCards: 2,
    maxCards: 10,
    body: 1_024,
    title: 0,
    text: 160,
    lineBreaks: 2,
    buttons: 1,
    label: 20,
    media: ["image", "video"],
    mediaByAddress: false,
  },
  // "Template components"; a coupon code: "Copy code buttons".
  template: {
    headerText: 60,
    headerMedia: VISUAL_HEADER,
    body: 1_024,
    buttons: 10,
    quickReplyTitle: 25,
    url: 2_000,
    code: 15,
  },
  // "Sending a Flow": `flow_cta` 20 (later pages say 30; 20 is right by both). The frame is that of all interactive messages.
  form: { button: 20, body: 1_024, header: 60, footer: 60, headerMedia: VISUAL_HEADER },
} as const satisfies ChannelLimits;
