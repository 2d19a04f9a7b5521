/** A row of the list of conversations for tests, with the ids of a message's own. */
import type { Conversation, Message } from "@hilo/server/contract";

export function testConversation(message: Message, unread: number): Conversation {
  return {
    id: message.conversationId,
    contact: { id: message.contactId, name: null, phone: null, tags: [] },
    channel: { id: message.id, name: "Shop", platform: "whatsapp" },
    mode: "Bot",
    status: "open",
    assignee: null,
    team: null,
    unread,
    lastMessage: null,
    windowExpiresAt: null,
    session: null,
    createdAt: message.createdAt,
  };
}
