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
 * @param unread where the unread ones begin, as `unreadMark` found it when the chat was opened
 */
export function chatItems(messages: readonly Message[], unread: UnreadMark | null, now: Date): ChatItem[] {
  const items: ChatItem[] = [];
  let day = "";
  let previous: Message | undefined;
  for (const message of messages) {
    const label = dayName(message.createdAt, now);
    let first = !previous || previous.author !== message.author || previous.direction !== message.direction;
    if (label !== day) {
      items.push({ kind: "day", key: `day-${message.id}`, label });
      first = true;
    }
    if (message.id === unread?.messageId) {
      items.push({ kind: "unread", key: "unread", count: unread.count });
      first = true;
    }
    items.push({ kind: "message", key: message.id, message, first });
    day = label;
    previous = message;
  }
  return items;
}

/** The first of the messages that nobody had read, and how many they were. */
export interface UnreadMark {
  messageId: string;
  count: number;
}

/**
 * @param messages oldest first
 * @param count how many of the customer's last messages nobody has read
 * @returns null when all are read, or when they begin before what is loaded
 */
export function unreadMark(messages: readonly Message[], count: number): UnreadMark | null {
  const inbound = messages.filter((message) => message.direction === "in");
  const first = count > 0 ? inbound.at(-count) : undefined;
  return first ? { messageId: first.id, count } : null;
}
