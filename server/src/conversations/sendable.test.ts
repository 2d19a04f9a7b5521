/** What can't be sent is refused with a sentence before it is queued. */
import type { MessageContent } from "@hilo/flow-engine";
import { describe, expect, it } from "vitest";
import { whyNotSendable } from "./sendable.ts";

const twice = [
  { id: "a", title: "A" },
  { id: "a", title: "B" },
];

describe("whyNotSendable", () => {
  it.each<[string, MessageContent]>([
    ["empty", { type: "text", text: "  \n" }],
    ["same id", { type: "buttons", text: "?", options: twice }],
    ["NUL", { type: "text", text: "a\u0000b" }],
    ["NUL", { type: "buttons", text: "?", options: [{ id: "a", title: "A\u0000" }] }],
    ["surrogate", { type: "cta-url", text: "?", label: "\ud83d", url: "https://example.org" }],
    [
      "called “SI”",
      {
        type: "buttons",
        text: "?",
        options: [
          { id: "a", title: "Sí" },
          { id: "b", title: "SI" },
        ],
      },
    ],
    [
      "called “A”",
      {
        type: "list",
        text: "?",
        button: "b",
        sections: [{ rows: [{ id: "a", title: "A" }] }, { rows: [{ id: "b", title: "A" }] }],
      },
    ],
    ["nothing to choose", { type: "buttons", text: "?", options: [] }],
    ["no title", { type: "list", text: "?", button: "b", sections: [{ rows: [{ id: "a", title: " " }] }] }],
    ["missing", { type: "media", media: { kind: "image" } }],
    ["https", { type: "media", media: { kind: "image", url: "javascript:alert(1)" } }],
    ["no such place", { type: "location", latitude: 999, longitude: 0 }],
  ])("says %s", (word, content) => {
    expect(whyNotSendable(content)).toContain(word);
  });

  it.each<MessageContent>([
    { type: "text", text: "hola" },
    { type: "media", media: { kind: "image", url: "https://example.org/a.png" } },
    { type: "media", media: { kind: "image", fileId: "1" } },
    { type: "location", latitude: -90, longitude: 180 },
    { type: "buttons", text: "?", options: twice.slice(0, 1) },
  ])("lets $type pass", (content) => {
    expect(whyNotSendable(content)).toBeNull();
  });
});
