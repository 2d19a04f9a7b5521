/** What each platform accepts, as data: read by checks, by the editor's live counters and by the server's renderers. */

export interface ChannelLimits {
  /** Characters of a text message, unless `textBytes` is set. */
  text: number;
  /** Bytes of UTF-8 of a text message (Instagram counts bytes). */
  textBytes?: number;
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
}

// WhatsApp Cloud API, "Interactive reply buttons", "Interactive list" and "Text messages" pages.
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
} satisfies ChannelLimits;

export const CHANNEL_LIMITS = {
  whatsapp,
  /** The simulator shows what WhatsApp would. */
  simulator: whatsapp,
  // Quick replies: up to 13, titles of 20. Text: 1,000 bytes on Instagram, 2,000 characters on Messenger.
  instagram: {
    text: 1_000,
    textBytes: 1_000,
    caption: 0,
    buttons: { count: 13, title: 20, body: 1_000, header: 0, footer: 0 },
    list: null,
  },
  messenger: {
    text: 2_000,
    caption: 0,
    buttons: { count: 13, title: 20, body: 2_000, header: 0, footer: 0 },
    list: null,
  },
} as const satisfies Record<string, ChannelLimits>;

export type Platform = keyof typeof CHANNEL_LIMITS;
