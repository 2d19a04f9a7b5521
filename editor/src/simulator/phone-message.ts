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
      return {
        type: "media",
        media: { kind: "image" },
        ...(message.caption !== undefined && { caption: message.caption }),
      };
    case "sticker":
      return { type: "media", media: { kind: "sticker" } };
    case "unsupported":
      return { type: "unknown", platformType: "unsupported", raw: null };
  }
}
