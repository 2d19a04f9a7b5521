/** A fitted content as the request of Messenger's and Instagram's Send API. Pure. */
import type { CarouselCard, ContentOf, Media, MessageContent } from "@hilo/flow-engine";
import type { RenderedSend, SendTarget } from "../channel.ts";
import { tapPayload } from "./tap-payload.ts";

type Json = Record<string, unknown>;
type PagePlatform = "messenger" | "instagram";

/** Null: the platform has no such message, and fitting never makes one. */
export function render(
  content: MessageContent,
  target: SendTarget,
  platform: PagePlatform,
): RenderedSend | null {
  const body = content.type === "reaction" ? reaction(content) : said(content, target);
  if (body === null) return null;
  return {
    path: `${target.platformId}/messages`,
    body: { recipient: recipient(target), ...purpose(target, platform), ...body },
  };
}

/** The first answer to a comment goes to the comment itself: its author may never have written. */
function recipient({ externalId, commentId }: SendTarget): Json {
  return commentId ? { comment_id: commentId } : { id: externalId };
}

/**
 * Within 24 h of the customer's last word everything is an answer; for seven days a person may still write by hand
 * (`HUMAN_AGENT`). Instagram takes the tag and no messaging type.
 */
function purpose({ tag }: SendTarget, platform: PagePlatform): Json {
  if (tag) return { messaging_type: "MESSAGE_TAG", tag };
  return platform === "messenger" ? { messaging_type: "RESPONSE" } : {};
}

function reaction({ messageId, emoji }: ContentOf<"reaction">): Json {
  return emoji === ""
    ? { sender_action: "unreact", payload: { message_id: messageId } }
    : { sender_action: "react", payload: { message_id: messageId, reaction: emoji } };
}

function said(content: MessageContent, target: SendTarget): Json | null {
  const message = messageOf(content, target.messageId);
  if (message === null) return null;
  const quote = target.replyTo ? { reply_to: { mid: target.replyTo } } : {};
  // Comes back in the echo of the message: settles a send whose answer was lost.
  return { message: { ...message, metadata: target.messageId }, ...quote };
}

function messageOf(content: MessageContent, messageId: string): Json | null {
  switch (content.type) {
    case "text":
      return { text: content.text };
    case "media":
      return { attachment: attachment(content.media) };
    case "buttons":
      return {
        text: content.text,
        quick_replies: content.options.map((option) => quickReply(option, messageId)),
      };
    case "cta-url": {
      const buttons = [{ type: "web_url", title: content.label, url: content.url }];
      return template({ template_type: "button", text: content.text, buttons });
    }
    case "carousel": {
      const elements = content.cards.map((card) => element(card, messageId));
      return template({ template_type: "generic", elements });
    }
    default:
      return null;
  }
}

const template = (payload: Json): Json => ({ attachment: { type: "template", payload } });

const ATTACHMENT_TYPES: Readonly<Partial<Record<Media["kind"], string>>> = {
  image: "image",
  video: "video",
  audio: "audio",
  voice: "audio",
  document: "file",
};

/** A file that was uploaded to Meta goes by its id there. */
function attachment({ kind, url, fileId }: Media): Json {
  const payload = fileId ? { attachment_id: fileId } : { url: url ?? "", is_reusable: true };
  return { type: ATTACHMENT_TYPES[kind] ?? "file", payload };
}

function quickReply({ id, title }: { id: string; title: string }, messageId: string): Json {
  return { content_type: "text", title, payload: tapPayload(id, messageId) };
}

function element({ media, title, text, buttons }: CarouselCard, messageId: string): Json {
  return {
    title: title ?? "",
    ...(text ? { subtitle: text } : {}),
    ...(media?.url ? { image_url: media.url } : {}),
    ...(buttons.length > 0 ? { buttons: buttons.map((button) => cardButton(button, messageId)) } : {}),
  };
}

function cardButton(button: CarouselCard["buttons"][number], messageId: string): Json {
  if (button.kind === "url") return { type: "web_url", title: button.label, url: button.url };
  return { type: "postback", title: button.title, payload: tapPayload(button.id, messageId) };
}
