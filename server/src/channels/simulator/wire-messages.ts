/** What the simulated customer's phone puts on the wire: WhatsApp's own webhook bodies. Pure. */
import type { InferContractRouterInputs } from "@orpc/contract";
import type { simulatorContract } from "../../contract/simulator.ts";

/** What a simulated customer can say, in the API's words. */
export type CustomerMessage = InferContractRouterInputs<typeof simulatorContract>["send"]["message"];

export interface WireSource {
  accountId: string;
  platformId: string;
}

interface Written {
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
      return { type: "text", text: { body: message.text } };
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
      return {
        type: "image",
        image: {
          id: "simulated-image",
          mime_type: "image/jpeg",
          sha256: "",
          ...(message.caption ? { caption: message.caption } : {}),
        },
      };
    case "sticker":
      return {
        type: "sticker",
        sticker: { id: "simulated-sticker", mime_type: "image/webp", sha256: "", animated: false },
      };
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
