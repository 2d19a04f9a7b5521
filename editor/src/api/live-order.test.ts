/** Which live events are news. */
import { expect, test } from "vitest";
import { testMessage } from "../conversations/bubbles/test-message.ts";
import { testConversation } from "../conversations/test-conversation.ts";
import { type LiveEvent, LiveOrder } from "./live-order.ts";

const message = testMessage(1);
const said = (seq: string): LiveEvent => ({
  event: "message:new",
  payload: { seq, message, contactId: message.contactId },
});
const changed = (seq: string, unread: number): LiveEvent => ({
  event: "conversation:updated",
  payload: { seq, conversation: testConversation(message, unread) },
});

test("an event is applied once", () => {
  const order = new LiveOrder();
  expect(order.accept(said("5"))).toBe(true);
  expect(order.accept(said("5"))).toBe(false);
});

test("a message that comes out of order is applied; the place to go on from is the largest, as a number", () => {
  const order = new LiveOrder();
  expect(order.accept(said("10"))).toBe(true);
  expect(order.accept(said("9"))).toBe(true);
  expect(order.latest).toBe("10");
});

test("an older state of a row does not undo a newer one", () => {
  const order = new LiveOrder();
  expect(order.accept(changed("10", 0))).toBe(true);
  expect(order.accept(changed("9", 3))).toBe(false);
  expect(order.accept(changed("11", 1))).toBe(true);
});

test("what the server does not log is applied each time, and moves no place", () => {
  const order = new LiveOrder();
  order.accept(changed("10", 0));
  expect([order.accept(changed("0", 1)), order.accept(changed("0", 2))]).toEqual([true, true]);
  expect(order.latest).toBe("10");
});

test("typing has no place in the order and always counts", () => {
  const order = new LiveOrder();
  const typing: LiveEvent = { event: "typing:start", payload: { contactId: message.contactId } };
  expect([order.accept(typing), order.accept(typing)]).toEqual([true, true]);
  expect(order.latest).toBeNull();
});
