/** A fitted content as the request WhatsApp's Cloud API takes. Pure. */
import type { MessageContent } from "@hilo/flow-engine";
import { preview, type RenderedSend, type SendTarget } from "../channel.ts";

type Of<T extends MessageContent["type"]> = Extract<MessageContent, { type: T }>;
type Media = Of<"media">["media"];
type Json = Record<string, unknown>;

export function render(content: MessageContent, target: SendTarget): RenderedSend {
  return {
    path: `${target.platformId}/messages`,
    body: {
      messaging_product: "whatsapp",
      recipient_type: "individual",
      ...recipient(target),
      ...message(content),
      // Comes back in every status: settles a send whose answer was lost.
      biz_opaque_callback_data: target.messageId,
    },
  };
}

/**
 * The conversation's own id comes first: the phone on a contact's card can be edited. Without `+` the business
 * number's country code would be put in front. People without a number go by their user id.
 */
function recipient({ phone, externalId }: SendTarget): Json {
  if (/^\d+$/.test(externalId)) return { to: `+${externalId}` };
  return phone === null ? { recipient: externalId } : { to: phone };
}

function message(content: MessageContent): Json {
  switch (content.type) {
    case "text":
      return { type: "text", text: { body: content.text, preview_url: content.preview ?? false } };
    case "media":
      return media(content.media);
    case "buttons":
      return interactive(buttons(content));
    case "list":
      return interactive(list(content));
    case "location-request":
      return interactive({
        type: "location_request_message",
        body: { text: content.text },
        action: { name: "send_location" },
      });
    case "location": {
      const { type: _type, ...location } = content;
      return { type: "location", location };
    }
    case "reaction":
      return { type: "reaction", reaction: { message_id: content.messageId, emoji: content.emoji } };
    case "template":
      return {
        type: "template",
        template: {
          name: content.name,
          language: { code: content.language },
          ...(content.components ? { components: content.components } : {}),
        },
      };
    default:
      return { type: "text", text: { body: preview(content), preview_url: false } };
  }
}

const interactive = (body: Json): Json => ({ type: "interactive", interactive: body });

/** `voice` is a kind of audio on the wire. */
function media(file: Media): Json {
  const kind = file.kind === "voice" ? "audio" : file.kind;
  return {
    type: kind,
    [kind]: {
      ...source(file),
      ...(file.caption ? { caption: file.caption } : {}),
      ...(file.filename ? { filename: file.filename } : {}),
      ...(file.kind === "voice" ? { voice: true } : {}),
    },
  };
}

const source = (file: Media): Json => (file.fileId ? { id: file.fileId } : { link: file.url ?? "" });

function buttons(content: Of<"buttons">): Json {
  return {
    type: "button",
    ...(content.header ? { header: header(content.header) } : {}),
    body: { text: content.text },
    ...(content.footer ? { footer: { text: content.footer } } : {}),
    action: { buttons: content.options.map(({ id, title }) => ({ type: "reply", reply: { id, title } })) },
  };
}

function header(from: NonNullable<Of<"buttons">["header"]>): Json {
  if (from.kind === "text") return { type: "text", text: from.text };
  const { kind, filename } = from.media;
  return {
    type: kind,
    [kind]: { ...source(from.media), ...(filename && kind === "document" ? { filename } : {}) },
  };
}

function list(content: Of<"list">): Json {
  return {
    type: "list",
    ...(content.header ? { header: { type: "text", text: content.header } } : {}),
    body: { text: content.text },
    ...(content.footer ? { footer: { text: content.footer } } : {}),
    action: { button: content.button, sections: content.sections },
  };
}
