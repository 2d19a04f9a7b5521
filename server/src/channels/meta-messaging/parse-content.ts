/** What a Messenger or Instagram message says: a text, a tap, and each of its attachments. Pure. */
import type { InboundContent, MediaKind, Origin } from "@hilo/flow-engine";
import type { z } from "zod";
import { readTapPayload } from "./tap-payload.ts";
import type { Attachment, referralSchema, WireMessage } from "./wire.ts";

/** In the order of the message: its words, then its attachments. Never empty. */
export function contentsOf(message: WireMessage, raw: unknown): InboundContent[] {
  const attachments = (message.attachments ?? []).map((attachment) => attachmentContent(attachment));
  const words = wordsOf(message);
  const contents = words ? [words, ...attachments] : attachments;
  return contents.length > 0 ? contents : [{ type: "unknown", platformType: "message", raw }];
}

/** A quick reply comes as its title with the payload beside it. */
function wordsOf({ text, quick_reply }: WireMessage): InboundContent | null {
  if (quick_reply) {
    const { optionId } = readTapPayload(quick_reply.payload);
    return { type: "tap", tap: { kind: "quick-reply", id: optionId, title: text || optionId } };
  }
  return text ? { type: "text", text } : null;
}

const MEDIA: Readonly<Record<string, MediaKind>> = {
  image: "image",
  video: "video",
  audio: "audio",
  file: "document",
  sticker: "sticker",
  story_mention: "image",
  animated_image: "image",
};

function attachmentContent(attachment: Attachment): InboundContent {
  const { type, payload } = attachment;
  const url = payload?.url || attachment.url || undefined;
  const coordinates = payload?.coordinates;
  if (type === "location" && coordinates)
    return { type: "location", latitude: coordinates.lat, longitude: coordinates.long };
  const kind = MEDIA[type];
  // A thumbs-up is an image with a sticker's id.
  if (kind)
    return {
      type: "media",
      media: { kind: payload?.sticker_id ? "sticker" : kind, ...(url ? { url } : {}) },
    };
  if (!url) return { type: "unknown", platformType: type, raw: attachment };
  const title = payload?.title || attachment.title || undefined;
  return { type: "link", url, ...(title ? { title } : {}) };
}

type Referral = z.infer<typeof referralSchema>;

/** Undefined when it says nothing of where the customer came from. */
export function originOf(
  message: Pick<WireMessage, "referral" | "reply_to" | "attachments">,
): Origin | undefined {
  const { ref, ad } = cameBy(message.referral);
  const story = storyOf(message);
  if (ref === undefined && ad === undefined && story === undefined) return undefined;
  return { ...(ref ? { ref } : {}), ...(ad ? { ad } : {}), ...(story ? { story } : {}) };
}

export function cameBy(referral: Referral | null | undefined): Pick<Origin, "ref" | "ad"> {
  const headline = referral?.ads_context_data?.ad_title;
  return {
    ...(referral?.ref ? { ref: referral.ref } : {}),
    ...(referral?.ad_id ? { ad: { id: referral.ad_id, ...(headline ? { headline } : {}) } } : {}),
  };
}

function storyOf({ reply_to, attachments }: Pick<WireMessage, "reply_to" | "attachments">): Origin["story"] {
  const mention = attachments?.find(({ type }) => type === "story_mention");
  if (mention) return { kind: "mention", ...(mention.payload?.url ? { url: mention.payload.url } : {}) };
  const story = reply_to?.story;
  return story ? { kind: "reply", ...(story.url ? { url: story.url } : {}) } : undefined;
}
