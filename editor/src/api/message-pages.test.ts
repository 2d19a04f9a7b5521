/** Merging live messages into the loaded pages of a chat. */
import type { Message } from "@hilo/server/contract";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testMessage } from "../conversations/bubbles/test-message.ts";
import { chronological, type MessagePages, mergeMessage, mergeStatus } from "./message-pages.ts";

const pagesOf = (...pages: { seqs: number[]; more: boolean }[]): MessagePages => ({
  pages: pages.map(({ seqs, more }) => ({
    items: seqs.map((seq) => testMessage(seq)),
    nextCursor: more ? "next" : null,
  })),
  pageParams: pages.map(() => null),
});
const seqs = (pages: MessagePages) => chronological(pages).map((message) => Number(message.seq));
const statusEvent = (seq: number, status: Message["status"]) => ({
  seq: "1",
  messageId: testMessage(seq).id,
  waMessageId: "wamid.new",
  status,
  contactId: testMessage(seq).contactId,
  error: null,
});

describe("a new message", () => {
  test("goes to the end of the chat", () => {
    expect(seqs(mergeMessage(pagesOf({ seqs: [9, 8], more: true }), testMessage(10)))).toEqual([8, 9, 10]);
  });

  test("that comes late takes its place by seq, as a number and not as text", () => {
    const pages = pagesOf({ seqs: [100, 9], more: false });
    expect(seqs(mergeMessage(pages, testMessage(10)))).toEqual([9, 10, 100]);
  });

  test("that is older than what is loaded waits for its page", () => {
    const pages = pagesOf({ seqs: [9, 8], more: true });
    expect(mergeMessage(pages, testMessage(3))).toBe(pages);
    expect(seqs(mergeMessage(pagesOf({ seqs: [9, 8], more: false }), testMessage(3)))).toEqual([3, 8, 9]);
  });

  test("that comes twice is there once, and does not lose the ticks it has", () => {
    const once = mergeMessage(pagesOf({ seqs: [], more: false }), testMessage(1, { status: "Pending" }));
    const read = mergeStatus(once, statusEvent(1, "Read"));
    const again = mergeMessage(read, testMessage(1, { status: "Pending" }));
    expect(chronological(again)).toHaveLength(1);
    expect(chronological(again)[0]?.status).toBe("Read");
  });

  test("leaves the pages it was given untouched", () => {
    const pages = pagesOf({ seqs: [9], more: false });
    const before = structuredClone(pages);
    mergeMessage(pages, testMessage(10));
    mergeStatus(pages, statusEvent(9, "Read"));
    expect(pages).toEqual(before);
  });
});

describe("a status", () => {
  test("goes forward and never back, in whatever order it comes", () => {
    const steps: Message["status"][] = ["Sending", "Sent", "Delivered", "Read"];
    fc.assert(
      fc.property(fc.shuffledSubarray(steps, { minLength: 4 }), (order) => {
        let pages = mergeMessage(pagesOf({ seqs: [], more: false }), testMessage(1, { status: "Pending" }));
        for (const status of order) pages = mergeStatus(pages, statusEvent(1, status));
        expect(chronological(pages)[0]?.status).toBe("Read");
      }),
    );
  });

  test("of a failure brings its reason", () => {
    const error = { code: "131047", message: "too late", remedy: "send a template" };
    const failed = mergeStatus(pagesOf({ seqs: [1], more: false }), { ...statusEvent(1, "Failed"), error });
    expect(chronological(failed)[0]).toMatchObject({ status: "Failed", error });
  });

  test("of a message that is not loaded changes nothing", () => {
    const pages = pagesOf({ seqs: [1], more: false });
    expect(mergeStatus(pages, statusEvent(2, "Read"))).toEqual(pages);
  });
});

test("any shuffling and doubling of live messages gives the same chat", () => {
  const all = [1, 2, 3, 4, 5, 6];
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...all), { maxLength: 20 }), (arriving) => {
      let pages = pagesOf({ seqs: [], more: false });
      for (const seq of [...arriving, ...all]) pages = mergeMessage(pages, testMessage(seq));
      expect(seqs(pages)).toEqual(all);
    }),
  );
});
