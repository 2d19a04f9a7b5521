/** A chat as it is read: day lines, the line above what is new, and which bubbles begin a group. Pure. */
import type { Message } from "@hilo/server/contract";
import { dayName } from "../../shell/time.ts";

export type ChatItem =
  | { kind: "day"; key: string; label: string }
  | { kind: "unread"; key: string; count: number }
  /** `first`: begins a group by the same author, and has the tail. */
  | { kind: "message"; key: string; message: Message; first: boolean };

/**
 * @param messages oldest first
 * @param unread how many of the customer's last messages nobody has read
 */
export function chatItems(messages: readonly Message[], unread: number, now: Date): ChatItem[] {
  const items: ChatItem[] = [];
  const firstUnread = firstUnreadId(messages, unread);
  let day = "";
  let previous: Message | undefined;
  for (const message of messages) {
    const label = dayName(message.createdAt, now);
    let first = !previous || previous.author !== message.author || previous.direction !== message.direction;
    if (label !== day) {
      items.push({ kind: "day", key: `day-${message.id}`, label });
      first = true;
    }
    if (message.id === firstUnread) {
      items.push({ kind: "unread", key: "unread", count: unread });
      first = true;
    }
    items.push({ kind: "message", key: message.id, message, first });
    day = label;
    previous = message;
  }
  return items;
}

function firstUnreadId(messages: readonly Message[], unread: number): string | null {
  let left = unread;
  for (let at = messages.length - 1; at >= 0 && left > 0; at -= 1) {
    const message = messages[at];
    if (message?.direction !== "in") continue;
    left -= 1;
    if (left === 0) return message.id;
  }
  return null;
}
