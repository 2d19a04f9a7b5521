/** A chat's lines between messages, and its groups. */
import { expect, test } from "vitest";
import { type ChatItem, chatItems, unreadMark } from "./chat-items.ts";
import { testMessage } from "./test-message.ts";

const now = new Date(2026, 2, 10, 18, 0);
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();
const inbound = { direction: "in", author: "customer" } as const;

const sketch = (items: readonly ChatItem[]) =>
  items.map((item) =>
    item.kind === "message"
      ? `${item.first ? ">" : "."}${item.message.seq}`
      : item.kind === "day"
        ? item.label
        : `${item.count} new`,
  );

test("a day's line stands before its first message only", () => {
  const messages = [
    testMessage(1, { createdAt: at(9, 23) }),
    testMessage(2, { createdAt: at(10, 0) }),
    testMessage(3, { createdAt: at(10, 9) }),
  ];
  expect(sketch(chatItems(messages, null, now))).toEqual(["Yesterday", ">1", "Today", ">2", ".3"]);
});

test("a group goes on while the author stays the same", () => {
  const messages = [
    testMessage(1, { createdAt: at(10, 1) }),
    testMessage(2, { createdAt: at(10, 1) }),
    testMessage(3, { createdAt: at(10, 1), author: "agent" }),
    testMessage(4, { createdAt: at(10, 1), ...inbound }),
  ];
  expect(sketch(chatItems(messages, null, now))).toEqual(["Today", ">1", ".2", ">3", ">4"]);
});

test("the unread line counts the customer's messages, not the bot's between them", () => {
  const messages = [
    testMessage(1, { createdAt: at(10, 1), ...inbound }),
    testMessage(2, { createdAt: at(10, 1), ...inbound }),
    testMessage(3, { createdAt: at(10, 1) }),
    testMessage(4, { createdAt: at(10, 1), ...inbound }),
  ];
  expect(sketch(chatItems(messages, unreadMark(messages, 2), now))).toEqual([
    "Today",
    ">1",
    "2 new",
    ">2",
    ">3",
    ">4",
  ]);
});

test("with more unread than loaded, or none, there is no line", () => {
  expect(unreadMark([testMessage(1, inbound)], 5)).toBeNull();
  expect(unreadMark([testMessage(1, inbound)], 0)).toBeNull();
});
