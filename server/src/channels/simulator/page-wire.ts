/** What the simulated person puts on the wire of Messenger and Instagram: their own webhook bodies. Pure. */
import { AppError } from "../../http/app-error.ts";
import { tapPayload } from "../meta-messaging/tap-payload.ts";
import type { CustomerMessage, WireSource, WireStatus, Written } from "./wire-messages.ts";

export type PagePlatform = "instagram" | "messenger";

/** The message that carries what is tapped on. */
export interface Tapped {
  /** Our own id of it. */
  messageId: string;
  /** On a card a tap comes back as a postback, below a text as a quick reply. */
  onCard: boolean;
}

const OBJECTS = { instagram: "instagram", messenger: "page" } as const;

function body(platform: PagePlatform, { platformId }: WireSource, items: Record<string, unknown>[]) {
  return { object: OBJECTS[platform], entry: [{ id: platformId, messaging: items }] };
}

/** @param tapped null when the message is no tap, or what it taps on is gone */
export function pageMessageBody(
  platform: PagePlatform,
  source: WireSource,
  { wamid, phone, message, at }: Written,
  tapped: Tapped | null,
) {
  const item = {
    sender: { id: phone },
    recipient: { id: source.platformId },
    timestamp: at.getTime(),
    ...content(platform, wamid, message, tapped),
  };
  return body(platform, source, [item]);
}

function content(
  platform: PagePlatform,
  mid: string,
  message: CustomerMessage,
  tapped: Tapped | null,
): Record<string, unknown> {
  const said = (what: Record<string, unknown>) => ({ message: { mid, ...what } });
  switch (message.type) {
    case "text":
      return said({ text: message.text, ...(message.replyTo ? { reply_to: { mid: message.replyTo } } : {}) });
    case "button": {
      const payload = tapped ? tapPayload(message.id, tapped.messageId) : message.id;
      if (tapped?.onCard) return { postback: { mid, title: message.title, payload } };
      return said({ text: message.title, quick_reply: { payload } });
    }
    case "image":
    case "video":
      return said({ ...captioned(message.caption), attachments: [{ type: message.type, payload: {} }] });
    case "voice":
      return said({ attachments: [{ type: "audio", payload: {} }] });
    case "sticker":
      return said({ attachments: [{ type: "image", payload: { sticker_id: "369239263222822" } }] });
    case "document":
      if (platform === "instagram") return refuse(platform, "documents");
      return said({ attachments: [{ type: "file", payload: {} }] });
    case "reaction": {
      const { messageId, emoji } = message;
      if (emoji === "") return { reaction: { mid: messageId, action: "unreact" } };
      return { reaction: { mid: messageId, action: "react", emoji } };
    }
    case "unsupported":
      return said({ is_unsupported: true });
    case "list":
    case "template-button":
    case "form":
    case "contact":
    case "location":
      return refuse(platform, `messages of the type ${message.type}`);
  }
}

const captioned = (caption: string | undefined) => (caption ? { text: caption } : {});

function refuse(platform: PagePlatform, what: string): never {
  const name = platform === "instagram" ? "Instagram" : "Messenger";
  throw new AppError("no-such-message", 400, `On ${name} nobody can send ${what}.`);
}

/** That a send was accepted is told by its answer: there is no webhook for it. */
export function pageStatusBody(platform: PagePlatform, source: WireSource, statuses: readonly WireStatus[]) {
  const items = statuses.flatMap(({ wamid, phone, status, at }) => {
    if (status === "sent") return [];
    const about = status === "read" ? { read: { mid: wamid } } : { delivery: { mids: [wamid] } };
    return [
      { sender: { id: phone }, recipient: { id: source.platformId }, timestamp: at.getTime(), ...about },
    ];
  });
  return items.length === 0 ? null : body(platform, source, items);
}
