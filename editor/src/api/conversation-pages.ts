/** Keeping the loaded lists of conversations true to what the socket tells. Pure; nothing is mutated. */
import { isLiveStatus } from "@hilo/flow-engine";
import type { Conversation, ConversationFilter } from "@hilo/server/contract";
import type { InfiniteData } from "@tanstack/react-query";

export interface ConversationPage {
  items: Conversation[];
  nextCursor: string | null;
}
export type ConversationPages = InfiniteData<ConversationPage, unknown>;

const at = (conversation: Conversation) => conversation.lastMessage?.at ?? conversation.createdAt;
const latestFirst = (a: Conversation, b: Conversation) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0);

/** @param filter with members by id: whom `me` means is not known here */
function belongs(conversation: Conversation, filter: ConversationFilter, known: boolean): boolean {
  const { status, mode, assignee, teamId, channelId, tag, flowId, unread } = filter;
  if (status && conversation.status !== status) return false;
  if (mode && conversation.mode !== mode) return false;
  if (assignee && (conversation.assignee?.id ?? "none") !== assignee) return false;
  if (teamId && conversation.team?.id !== teamId) return false;
  if (channelId && conversation.channel.id !== channelId) return false;
  if (tag && !conversation.contact.tags.includes(tag)) return false;
  if (flowId && !isIn(flowId, conversation.session)) return false;
  if (unread && conversation.unread === 0) return false;
  // What else is asked for is the server's to say: a row that is shown stays, a new one waits for the next reading.
  return filter.search || filter.mentioned ? known : true;
}

const isIn = (flowId: string, session: Conversation["session"]): boolean =>
  session !== null && session.flowId === flowId && isLiveStatus(session.status);

/** Puts a changed row where it belongs: to the top when it has news, out of a list it no longer fits. */
export function mergeConversation(
  pages: ConversationPages,
  conversation: Conversation,
  filter: ConversationFilter,
): ConversationPages {
  const known = pages.pages.some((page) => page.items.some((item) => item.id === conversation.id));
  const without = pages.pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => item.id !== conversation.id),
  }));
  if (!belongs(conversation, filter, known)) return { ...pages, pages: without };
  const index = without.findIndex((page) => {
    const oldest = page.items.at(-1);
    return page.nextCursor === null || (oldest !== undefined && at(conversation) >= at(oldest));
  });
  const place = index >= 0 ? index : known ? without.length - 1 : -1;
  if (place < 0) return { ...pages, pages: without };
  return {
    ...pages,
    pages: without.map((page, i) =>
      i === place ? { ...page, items: [conversation, ...page.items].sort(latestFirst) } : page,
    ),
  };
}

/** Every loaded conversation once, latest first. */
export function conversationRows(pages: ConversationPages | undefined): Conversation[] {
  const byId = new Map<string, Conversation>();
  for (const page of pages?.pages ?? []) for (const item of page.items) byId.set(item.id, item);
  return [...byId.values()].sort(latestFirst);
}
