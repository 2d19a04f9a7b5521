/** What each platform accepts, as data: read by checks, by the editor's live counters, by fitting and by the servers' renderers. */
import type { MediaKind } from "../content/schema.ts";

/** A megabyte as Meta counts it. */
const MB = 1024 * 1024;

export interface MediaLimits {
  mimeTypes: readonly string[];
  maxBytes: number;
}

export interface ChannelLimits {
  /** Characters of a text message, unless `textBytes` is set. */
  text: number;
  /** Bytes of UTF-8 of a text message (Instagram counts bytes). */
  textBytes?: number;
  /** 0: media go without words. */
  caption: number;
  buttons: { count: number; title: number; body: number; header: number; footer: number };
  list: {
    rows: number;
    sections: number;
    rowTitle: number;
    description: number;
    sectionTitle: number;
    button: number;
    body: number;
    header: number;
    footer: number;
  } | null;
  ctaUrl: { body: number; label: number; header: number; footer: number };
  /** Contact cards in one message; 0: cards are told in words. */
  contacts: number;
  /** Products in one message; null: there are no catalogs. */
  products: { count: number; sections: number; sectionTitle: number; body: number } | null;
  /** `text`: characters of a card's own words; `title`: of its first line, 0 when cards have none. */
  carousel: {
    min: number;
    max: number;
    body: number;
    title: number;
    text: number;
    buttons: number;
    label: number;
  };
  /** Whether approved templates exist. */
  templates: boolean;
  /** Label of the button that opens a form of the platform; null: there are no forms. */
  form: { button: number; body: number } | null;
  /** Kinds that can be sent as they are. */
  media: Readonly<Partial<Record<MediaKind, MediaLimits>>>;
}

// WhatsApp Cloud API: the pages of each message type, and "Supported media types".
const whatsapp = {
  text: 4_096,
  caption: 1_024,
  buttons: { count: 3, title: 20, body: 1_024, header: 60, footer: 60 },
  list: {
    rows: 10,
    sections: 10,
    rowTitle: 24,
    description: 72,
    sectionTitle: 24,
    button: 20,
    body: 4_096,
    header: 60,
    footer: 60,
  },
  ctaUrl: { body: 1_024, label: 20, header: 60, footer: 60 },
  contacts: 257,
  products: { count: 30, sections: 10, sectionTitle: 24, body: 1_024 },
  // Interactive media carousel: 2–10 cards, 160 characters and one button each, all with an image or all with a video.
  carousel: { min: 2, max: 10, body: 1_024, title: 0, text: 160, buttons: 1, label: 20 },
  templates: true,
  form: { button: 20, body: 1_024 },
  media: {
    image: { mimeTypes: ["image/jpeg", "image/png"], maxBytes: 5 * MB },
    video: { mimeTypes: ["video/mp4", "video/3gpp"], maxBytes: 16 * MB },
    audio: {
      mimeTypes: ["audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg"],
      maxBytes: 16 * MB,
    },
    voice: { mimeTypes: ["audio/ogg"], maxBytes: 16 * MB },
    document: {
      mimeTypes: [
        "text/plain",
        "application/pdf",
        "application/msword",
        "application/vnd.ms-excel",
        "application/vnd.ms-powerpoint",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      ],
      maxBytes: 100 * MB,
    },
    sticker: { mimeTypes: ["image/webp"], maxBytes: 500 * 1024 },
  },
} as const satisfies ChannelLimits;

// Messenger Platform: "Quick replies" (13, titles of 20), "Button template" (640), "Generic template" (10 elements of 80).
const messenger = {
  text: 2_000,
  caption: 0,
  buttons: { count: 13, title: 20, body: 2_000, header: 0, footer: 0 },
  list: null,
  ctaUrl: { body: 640, label: 20, header: 0, footer: 0 },
  contacts: 0,
  products: null,
  carousel: { min: 1, max: 10, body: 2_000, title: 80, text: 80, buttons: 3, label: 20 },
  templates: false,
  form: null,
  media: {
    image: { mimeTypes: ["image/jpeg", "image/png", "image/gif"], maxBytes: 8 * MB },
    video: { mimeTypes: ["video/mp4", "video/quicktime", "video/webm"], maxBytes: 25 * MB },
    audio: { mimeTypes: ["audio/mpeg", "audio/aac", "audio/mp4", "audio/wav"], maxBytes: 25 * MB },
    document: { mimeTypes: ["*/*"], maxBytes: 25 * MB },
  },
} as const satisfies ChannelLimits;

// Instagram messaging: as Messenger, but texts are counted in bytes and the only files are PDFs ("Attachment upload").
const instagram = {
  ...messenger,
  text: 1_000,
  textBytes: 1_000,
  buttons: { count: 13, title: 20, body: 1_000, header: 0, footer: 0 },
  carousel: { ...messenger.carousel, body: 1_000 },
  media: {
    image: { mimeTypes: ["image/jpeg", "image/png", "image/gif"], maxBytes: 8 * MB },
    video: {
      mimeTypes: ["video/mp4", "video/ogg", "video/x-msvideo", "video/quicktime", "video/webm"],
      maxBytes: 25 * MB,
    },
    audio: { mimeTypes: ["audio/aac", "audio/mp4", "audio/wav"], maxBytes: 25 * MB },
    document: { mimeTypes: ["application/pdf"], maxBytes: 25 * MB },
  },
} as const satisfies ChannelLimits;

export const CHANNEL_LIMITS = {
  whatsapp,
  /** The simulator shows what WhatsApp would. */
  simulator: whatsapp,
  instagram,
  messenger,
} as const satisfies Record<string, ChannelLimits>;

export type Platform = keyof typeof CHANNEL_LIMITS;

export function limitsOf(platform: Platform): ChannelLimits {
  return CHANNEL_LIMITS[platform];
}
