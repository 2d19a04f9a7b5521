/** Keeping lists of conversations true. */
import type { Conversation } from "@hilo/server/contract";
import { expect, test } from "vitest";
import { type ConversationPages, conversationRows, mergeConversation } from "./conversation-pages.ts";

function row(name: string, minute: number, changed: Partial<Conversation> = {}): Conversation {
  const at = new Date(Date.UTC(2026, 2, 10, 10, minute)).toISOString();
  return {
    id: name,
    contact: { id: `contact-${name}`, name, phone: null, tags: [] },
    channel: { id: "channel", name: "Shop", platform: "whatsapp" },
    mode: "Bot",
    status: "open",
    assignee: null,
    team: null,
    unread: 0,
    lastMessage: { preview: name, direction: "in", at },
    windowExpiresAt: null,
    session: null,
    createdAt: at,
    ...changed,
  };
}

const pagesOf = (more: boolean, ...rows: Conversation[]): ConversationPages => ({
  pages: [{ items: rows, nextCursor: more ? "next" : null }],
  pageParams: [null],
});
const names = (pages: ConversationPages) => conversationRows(pages).map(({ id }) => id);

test("a conversation with news moves to the top, once", () => {
  const pages = pagesOf(false, row("b", 5), row("a", 1));
  expect(names(mergeConversation(pages, row("a", 9), {}))).toEqual(["a", "b"]);
});

test("a new conversation appears", () => {
  expect(names(mergeConversation(pagesOf(false, row("a", 1)), row("new", 2), {}))).toEqual(["new", "a"]);
});

test("one that no longer fits the filter leaves the list, and comes back when it fits again", () => {
  const pages = pagesOf(false, row("a", 1, { mode: "Human" }));
  const without = mergeConversation(pages, row("a", 2), { mode: "Human" });
  expect(names(without)).toEqual([]);
  expect(names(mergeConversation(without, row("a", 3, { mode: "Human" }), { mode: "Human" }))).toEqual(["a"]);
});

test("in the unread list a conversation that was read is gone", () => {
  const pages = pagesOf(false, row("a", 1, { unread: 2 }));
  expect(names(mergeConversation(pages, row("a", 1), { unread: true }))).toEqual([]);
});

test("a search is answered by the server: what it found is kept fresh, others don't slip in", () => {
  const pages = pagesOf(false, row("a", 1));
  expect(names(mergeConversation(pages, row("b", 5), { search: "a" }))).toEqual(["a"]);
  const fresh = mergeConversation(pages, row("a", 6, { unread: 1 }), { search: "a" });
  expect(conversationRows(fresh)[0]?.unread).toBe(1);
});

test("one older than everything loaded waits for its page", () => {
  expect(names(mergeConversation(pagesOf(true, row("b", 5)), row("a", 1), {}))).toEqual(["b"]);
});
