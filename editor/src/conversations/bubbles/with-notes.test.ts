/** Notes between messages. */
import type { Note } from "@hilo/server/contract";
import { expect, test } from "vitest";
import { chatItems } from "./chat-items.ts";
import { testMessage } from "./test-message.ts";
import { withNotes } from "./with-notes.ts";

const now = new Date(2026, 2, 10, 18, 0);
const at = (day: number, hour: number) => new Date(2026, 2, day, hour).toISOString();
const note = (id: string, createdAt: string): Note => ({
  id,
  text: id,
  author: null,
  mentions: [],
  createdAt,
});
const items = chatItems(
  [testMessage(1, { createdAt: at(9, 10) }), testMessage(2, { createdAt: at(10, 9) })],
  null,
  now,
);
const sketch = (notes: Note[], whole = true) =>
  withNotes(items, notes, whole, now).map((item) =>
    item.kind === "message"
      ? item.message.seq
      : item.kind === "day"
        ? item.label
        : item.kind === "note"
          ? item.note.id
          : "new",
  );

test("a note stands where it was written, on its day", () => {
  const notes = [note("late", at(9, 23)), note("early", at(10, 1)), note("last", at(10, 10))];
  expect(sketch(notes)).toEqual(["Yesterday", "1", "late", "Today", "early", "2", "last"]);
});

test("notes from before what is loaded wait for it", () => {
  expect(sketch([note("old", at(8, 1))], false)).toEqual(["Yesterday", "1", "Today", "2"]);
  expect(sketch([note("old", at(8, 1))], true)).toEqual(["old", "Yesterday", "1", "Today", "2"]);
});

test("notes of a chat in which nothing was said are all shown, in order", () => {
  const alone = withNotes([], [note("b", at(9, 2)), note("a", at(9, 1))], false, now);
  expect(alone.map(({ key }) => key)).toEqual(["a", "b"]);
});
