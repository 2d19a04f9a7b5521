/** What the phone has sent and not yet seen in the chat, so that a message shows at once. Pure. */
import type { InboundContent } from "@hilo/flow-engine";
import type { Message } from "@hilo/server/contract";

export interface Outgoing {
  localId: string;
  /** Whose it is: another phone has another chat. */
  phone: string;
  content: InboundContent;
  at: string;
  /** The newest message that was known when this was sent; what answers to it comes after. */
  afterSeq: string;
  /** The message that it answers or was tapped on. */
  replyTo: string | null;
  /** Known once the server has taken it. */
  waMessageId: string | null;
  failed: boolean;
}

export type OutgoingAction =
  | { type: "send"; outgoing: Outgoing }
  | { type: "accepted"; localId: string; waMessageId: string }
  | { type: "failed"; localId: string }
  | { type: "clear" };

export function outgoingReducer(state: readonly Outgoing[], action: OutgoingAction): readonly Outgoing[] {
  switch (action.type) {
    case "send":
      return [...state, action.outgoing];
    case "accepted":
      return state.map((one) =>
        one.localId === action.localId ? { ...one, waMessageId: action.waMessageId } : one,
      );
    case "failed":
      return state.map((one) => (one.localId === action.localId ? { ...one, failed: true } : one));
    case "clear":
      return [];
  }
}

/**
 * Those of `sent` that the chat does not show yet. The live event may come before the server's answer to the send:
 * then there is no id to compare, and the first later message that says the same is taken for it.
 */
export function notYetShown(sent: readonly Outgoing[], messages: readonly Message[]): Outgoing[] {
  const inbound = messages.filter((message) => message.direction === "in");
  const claimed = new Set(sent.map((one) => one.waMessageId).filter((id) => id !== null));
  const taken = new Set<string>();
  return sent.filter((one) => {
    if (one.waMessageId) return !inbound.some((message) => message.waMessageId === one.waMessageId);
    const same = inbound.find(
      (message) =>
        BigInt(message.seq) > BigInt(one.afterSeq) &&
        !taken.has(message.id) &&
        !(message.waMessageId && claimed.has(message.waMessageId)) &&
        saysTheSame(message.content, one.content),
    );
    if (!same) return true;
    taken.add(same.id);
    return false;
  });
}

/** By what the customer chose or wrote; of other kinds, by the kind. */
function saysTheSame(stored: Message["content"], sent: InboundContent): boolean {
  if (stored.type !== sent.type) return false;
  return sent.type === "text" ? stored.text === sent.text : true;
}

/** A sent message as the chat would hold it, for drawing. */
export function asMessage(one: Outgoing, chat: { conversationId: string; contactId: string }): Message {
  return {
    id: one.localId,
    // After everything: it is the newest there is.
    seq: "9223372036854775807",
    conversationId: chat.conversationId,
    contactId: chat.contactId,
    direction: "in",
    author: "customer",
    content: one.content,
    status: one.failed ? "Failed" : one.waMessageId ? "Sent" : "Pending",
    waMessageId: one.waMessageId,
    error: null,
    cause: null,
    createdAt: one.at,
    ...(one.replyTo !== null && { replyTo: one.replyTo }),
  };
}

/** On a phone only what was sent arrives; what failed is shown too, because here one wants to know. */
const ON_THE_PHONE: ReadonlySet<Message["status"]> = new Set([
  "Received",
  "Sent",
  "Delivered",
  "Read",
  "Failed",
]);

/** The chat as the phone shows it, and whether an answer is on its way. */
export function phoneView(messages: readonly Message[]): { shown: Message[]; answering: boolean } {
  const shown = messages.filter((message) => message.direction === "in" || ON_THE_PHONE.has(message.status));
  const answering = messages.some(
    (message) =>
      message.direction === "out" && (message.status === "Pending" || message.status === "Sending"),
  );
  return { shown, answering };
}
