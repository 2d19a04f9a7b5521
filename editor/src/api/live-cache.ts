/** Writes what the socket tells into the query caches, so that every page shows the same truth. */

import type { ConversationFilter } from "@hilo/server/contract";
import type { QueryClient } from "@tanstack/react-query";
import { type ConversationPages, mergeConversation } from "./conversation-pages.ts";
import type { LiveEvent } from "./live-order.ts";
import { type MessagePages, mergeMessage, mergeStatus } from "./message-pages.ts";
import { conversationQuery, messagesQuery, notesQuery, sessionEventsQuery, sessionQuery } from "./queries.ts";

/** Lists that are read again rather than merged: at most once in this time, however busy the workspace. */
const REREAD_EVERY_MS = 2_000;

/** With what people did last, or how many are in them. */
const LISTS = ["contacts", "contact-count", "sessions", "flows", "flow-traffic", "desk-counts"];

/** Everything that live events keep fresh, read anew after an absence that catch-up could not cover. */
const LIVE_KEYS = [...LISTS, "conversations", "conversation", "messages", "session", "session-events"];

export function rereadEverything(client: QueryClient): void {
  for (const key of LIVE_KEYS) void client.invalidateQueries({ queryKey: [key] });
}

export interface LiveCache {
  apply: (live: LiveEvent) => void;
  stop: () => void;
}

export function createLiveCache(client: QueryClient): LiveCache {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const rereadListsSoon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const key of LISTS) void client.invalidateQueries({ queryKey: [key] });
    }, REREAD_EVERY_MS);
  };
  return {
    apply: (live) => {
      applyLiveEvent(client, live);
      if (live.event === "conversation:updated" || live.event === "session:updated") rereadListsSoon();
    },
    stop: () => clearTimeout(timer),
  };
}

function applyLiveEvent(client: QueryClient, live: LiveEvent): void {
  switch (live.event) {
    case "message:new":
    case "message:updated": {
      const { message } = live.payload;
      client.setQueryData(
        messagesQuery(message.conversationId).queryKey,
        (old) => old && mergeMessage(old, message),
      );
      return;
    }
    case "message:status":
      client.setQueriesData<MessagePages>(
        { queryKey: ["messages"] },
        (old) => old && mergeStatus(old, live.payload),
      );
      return;
    case "session:updated":
      void client.invalidateQueries({ queryKey: sessionQuery(live.payload.sessionId).queryKey });
      void client.invalidateQueries({ queryKey: sessionEventsQuery(live.payload.sessionId).queryKey });
      return;
    case "conversation:updated":
      applyConversation(client, live.payload.conversation);
      return;
    case "note:new":
      void client.invalidateQueries({ queryKey: notesQuery(live.payload.contactId).queryKey });
      return;
    case "typing:start":
    case "typing:stop":
    case "flow:changed":
    case "flow:presence":
      return;
  }
}

/** The changed row, in its own page and in every list that is loaded, each by that list's filter. */
export function applyConversation(
  client: QueryClient,
  conversation: Parameters<typeof mergeConversation>[1],
): void {
  client.setQueryData(conversationQuery(conversation.id).queryKey, conversation);
  for (const [key, pages] of client.getQueriesData<ConversationPages>({ queryKey: ["conversations"] })) {
    const filter = filterOf(key[1]);
    if (pages) client.setQueryData(key, mergeConversation(pages, conversation, filter));
  }
}

/** The second part of a conversation list's key is its filter. */
function filterOf(part: unknown): ConversationFilter {
  return typeof part === "object" && part !== null ? part : {};
}
