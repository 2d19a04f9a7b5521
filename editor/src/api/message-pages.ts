/** Merging live messages and statuses into the pages of a chat that are loaded. Pure; nothing is mutated. */
import type { Message, ServerEventPayload } from "@hilo/server/contract";
import type { InfiniteData } from "@tanstack/react-query";

export interface MessagePage {
  /** Newest first. */
  items: Message[];
  nextCursor: string | null;
}
export type MessagePages = InfiniteData<MessagePage, unknown>;

/** How far a message has come; a later word never takes it back. Failed and Cancelled are final. */
const PROGRESS: Record<Message["status"], number> = {
  Pending: 0,
  Sending: 1,
  Uncertain: 2,
  Sent: 3,
  Failed: 4,
  Cancelled: 4,
  Delivered: 5,
  Received: 6,
  Read: 6,
};

const newestFirst = (a: Message, b: Message) => (BigInt(a.seq) < BigInt(b.seq) ? 1 : -1);
const further = (a: Message["status"], b: Message["status"]) => (PROGRESS[b] >= PROGRESS[a] ? b : a);

function withMessage(pages: MessagePages, id: string, change: (message: Message) => Message): MessagePages {
  return {
    ...pages,
    pages: pages.pages.map((page) =>
      page.items.some((item) => item.id === id)
        ? { ...page, items: page.items.map((item) => (item.id === id ? change(item) : item)) }
        : page,
    ),
  };
}

const isLoaded = (pages: MessagePages, id: string) =>
  pages.pages.some((page) => page.items.some((item) => item.id === id));

/** Adds a message at its place, or brings the one with the same id up to date. */
export function mergeMessage(pages: MessagePages, message: Message): MessagePages {
  if (isLoaded(pages, message.id)) {
    return withMessage(pages, message.id, (known) => {
      const status = further(known.status, message.status);
      return { ...message, status, error: status === message.status ? message.error : known.error };
    });
  }
  const index = pages.pages.findIndex((page) => {
    const oldest = page.items.at(-1);
    return page.nextCursor === null || (oldest !== undefined && BigInt(message.seq) > BigInt(oldest.seq));
  });
  // Older than everything loaded: it comes with its own page when the reader scrolls up.
  if (index < 0) return pages;
  return {
    ...pages,
    pages: pages.pages.map((page, at) =>
      at === index ? { ...page, items: [...page.items, message].sort(newestFirst) } : page,
    ),
  };
}

/** Moves a message's ticks forward. */
export function mergeStatus(pages: MessagePages, change: ServerEventPayload<"message:status">): MessagePages {
  return withMessage(pages, change.messageId, (known) => {
    const status = further(known.status, change.status);
    if (status !== change.status) return known;
    return { ...known, status, error: change.error, waMessageId: change.waMessageId ?? known.waMessageId };
  });
}

/** Every loaded message once, oldest first, as a chat shows them. */
export function chronological(pages: MessagePages | undefined): Message[] {
  const byId = new Map<string, Message>();
  for (const page of pages?.pages ?? []) for (const item of page.items) byId.set(item.id, item);
  return [...byId.values()].sort(newestFirst).reverse();
}
