/** What the simulated customer's phone puts on the wire: WhatsApp's own webhook bodies. Pure. */
import type { InferContractRouterInputs } from "@orpc/contract";
import type { simulatorContract } from "../../contract/simulator.ts";

/** What a simulated customer can say, in the API's words. */
export type CustomerMessage = InferContractRouterInputs<typeof simulatorContract>["send"]["message"];

export interface WireSource {
  accountId: string;
  platformId: string;
}

export interface Written {
  wamid: string;
  phone: string;
  name: string;
  message: CustomerMessage;
  at: Date;
}

const seconds = (at: Date) => String(Math.floor(at.getTime() / 1000));

function body({ accountId, platformId }: WireSource, value: Record<string, unknown>) {
  const metadata = { display_phone_number: platformId, phone_number_id: platformId };
  return {
    object: "whatsapp_business_account",
    entry: [
      {
        id: accountId,
        changes: [{ field: "messages", value: { messaging_product: "whatsapp", metadata, ...value } }],
      },
    ],
  };
}

export function messageBody(source: WireSource, { wamid, phone, name, message, at }: Written) {
  return body(source, {
    contacts: [{ profile: { name }, wa_id: phone }],
    messages: [{ from: phone, id: wamid, timestamp: seconds(at), ...content(message, source) }],
  });
}

function content(message: CustomerMessage, source: WireSource): Record<string, unknown> {
  switch (message.type) {
    case "text":
      return { ...context(message.replyTo, source), type: "text", text: { body: message.text } };
    case "button":
      return {
        ...context(message.replyTo, source),
        type: "interactive",
        interactive: { type: "button_reply", button_reply: { id: message.id, title: message.title } },
      };
    case "template-button":
      return {
        ...context(message.replyTo, source),
        type: "button",
        button: { payload: message.id, text: message.title },
      };
    case "list":
      return {
        ...context(message.replyTo, source),
        type: "interactive",
        interactive: {
          type: "list_reply",
          list_reply: {
            id: message.id,
            title: message.title,
            ...(message.description ? { description: message.description } : {}),
          },
        },
      };
    case "location": {
      const { type, ...location } = message;
      return { type, location };
    }
    case "image":
    case "video":
    case "voice":
    case "document":
    case "sticker":
      return mediaContent(message);
    case "contact": {
      const { name, phone } = message;
      const card = { name: { formatted_name: name, first_name: name }, phones: [{ phone, type: "CELL" }] };
      return { type: "contacts", contacts: [card] };
    }
    case "form": {
      const values = { ...message.values, ...(message.token ? { flow_token: message.token } : {}) };
      const answer = { name: "flow", body: "Sent", response_json: JSON.stringify(values) };
      return {
        ...context(message.replyTo, source),
        type: "interactive",
        interactive: { type: "nfm_reply", nfm_reply: answer },
      };
    }
    case "reaction":
      return { type: "reaction", reaction: { message_id: message.messageId, emoji: message.emoji } };
    case "unsupported":
      return {
        type: "unsupported",
        errors: [
          {
            code: 131051,
            title: "Message type unknown",
            error_data: { details: "Message type is currently not supported." },
          },
        ],
        unsupported: { type: "poll" },
      };
  }
}

type MediaMessage = Extract<CustomerMessage, { type: "image" | "video" | "voice" | "document" | "sticker" }>;

const MIME_TYPES: Readonly<Record<MediaMessage["type"], string>> = {
  image: "image/jpeg",
  video: "video/mp4",
  voice: "audio/ogg; codecs=opus",
  document: "application/pdf",
  sticker: "image/webp",
};

/** A file that is not there: its id names no upload. */
function mediaContent(message: MediaMessage): Record<string, unknown> {
  const type = message.type === "voice" ? "audio" : message.type;
  const file = {
    id: `simulated-${message.type}`,
    mime_type: MIME_TYPES[message.type],
    sha256: "",
    ...("caption" in message && message.caption ? { caption: message.caption } : {}),
    ...(message.type === "document" ? { filename: message.filename } : {}),
    ...(message.type === "voice" ? { voice: true } : {}),
    ...(message.type === "sticker" ? { animated: false } : {}),
  };
  return { type, [type]: file };
}

function context(replyTo: string | undefined, source: WireSource) {
  return replyTo ? { context: { from: source.platformId, id: replyTo } } : {};
}

export interface WireStatus {
  wamid: string;
  phone: string;
  status: "sent" | "delivered" | "read";
  opaque: string | undefined;
  at: Date;
}

export function statusBody(source: WireSource, statuses: readonly WireStatus[]) {
  return body(source, {
    statuses: statuses.map(({ wamid, phone, status, opaque, at }) => ({
      id: wamid,
      status,
      timestamp: seconds(at),
      recipient_id: phone,
      ...(opaque === undefined ? {} : { biz_opaque_callback_data: opaque }),
    })),
  });
}
