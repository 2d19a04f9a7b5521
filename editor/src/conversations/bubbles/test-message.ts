/** Messages for tests: whole, with what the test is about changed. */
import type { Message } from "@hilo/server/contract";

const uuid = (n: number) => `01900000-0000-7000-8000-${String(n).padStart(12, "0")}`;

export function testMessage(seq: number, changed: Partial<Message> = {}): Message {
  return {
    id: uuid(seq),
    seq: String(seq),
    conversationId: uuid(1_000_001),
    contactId: uuid(1_000_002),
    direction: "out",
    author: "bot",
    content: { type: "text", text: `message ${seq}` },
    status: "Sent",
    waMessageId: `wamid.${seq}`,
    error: null,
    cause: null,
    createdAt: "2026-03-10T10:00:00.000Z",
    ...changed,
  };
}
