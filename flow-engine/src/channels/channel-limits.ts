/** The shape of a platform's limits. Lengths are in characters unless they say bytes; 0: the platform has no such part. */
import type { MediaKind } from "../content/schema.ts";

export interface MediaLimits {
  /** Largest file, in bytes. */
  maxBytes: number;
  /** What it may be inside. */
  mimeTypes: readonly string[];
  /** Whether words may stand under it. */
  captioned: boolean;
}

/** A text with something to press below it. */
export interface FrameLimits {
  body: number;
  /** Of a text header. */
  header: number;
  footer: number;
  /** Kinds of media that may stand above the text. */
  headerMedia: readonly MediaKind[];
}

export interface ChannelLimits {
  /** What people call the platform. */
  name: string;
  text: number;
  /** Bytes of UTF-8 of any text, where the platform counts those. */
  textBytes?: number;
  caption: number;
  /** `null`: the platform takes no such medium. */
  media: Readonly<Record<MediaKind, MediaLimits | null>>;
  /** Reply buttons, or quick replies. `id` is what comes back when one is tapped. */
  buttons: FrameLimits & { count: number; title: number; id: number };
  list:
    | (FrameLimits & {
        rows: number;
        sections: number;
        rowTitle: number;
        rowId: number;
        description: number;
        sectionTitle: number;
        button: number;
      })
    | null;
  ctaUrl: FrameLimits & { label: number; url: number };
  locationRequest: { body: number } | null;
  location: { name: number; address: number } | null;
  contacts: { count: number } | null;
  /** Of one emoji, which may be several code points joined. */
  reaction: { emoji: number };
  product: (FrameLimits & { products: number; sections: number; sectionTitle: number }) | null;
  carousel: {
    minCards: number;
    maxCards: number;
    /** The text above the cards. */
    body: number;
    title: number;
    text: number;
    /** Line breaks in a card's text. */
    lineBreaks: number;
    buttons: number;
    label: number;
    media: readonly MediaKind[];
    /** A card's medium must have an address: an uploaded file has no place on it. */
    mediaByAddress: boolean;
  };
  template: {
    headerText: number;
    headerMedia: readonly MediaKind[];
    /** The whole body once filled in. */
    body: number;
    buttons: number;
    quickReplyTitle: number;
    url: number;
    code: number;
  } | null;
  form: (FrameLimits & { button: number }) | null;
}
