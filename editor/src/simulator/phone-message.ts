/** What the phone can send, in the API's words and as the chat will hold it. */
import type { InboundContent } from "@hilo/flow-engine";
import type { api } from "../api/client.ts";

export type PhoneMessage = Parameters<typeof api.simulator.send>[0]["message"];

/** The same message as a flow reads it; drawn until the real one arrives. */
export function asInbound(message: PhoneMessage): InboundContent {
  switch (message.type) {
    case "text":
      return { type: "text", text: message.text };
    case "button":
    case "template-button":
    case "list":
      return { type: "tap", tap: { kind: message.type, id: message.id, title: message.title } };
    case "location":
      return {
        type: "location",
        latitude: message.latitude,
        longitude: message.longitude,
        ...(message.name !== undefined && { name: message.name }),
      };
    case "image":
    case "video":
      return {
        type: "media",
        media: { kind: message.type },
        ...(message.caption !== undefined && { caption: message.caption }),
      };
    case "voice":
    case "sticker":
      return { type: "media", media: { kind: message.type } };
    case "document":
      return { type: "media", media: { kind: "document", filename: message.filename } };
    case "contact": {
      const card = { name: { formatted_name: message.name }, phones: [{ phone: message.phone }] };
      return { type: "contacts", contacts: [card] };
    }
    case "form":
      return { type: "form", name: "flow", values: message.values };
    case "reaction":
      return { type: "reaction", messageId: message.messageId, emoji: message.emoji };
    case "unsupported":
      return { type: "unknown", platformType: "unsupported", raw: null };
  }
}
