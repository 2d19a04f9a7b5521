import { expect, it } from "vitest";
import type { InboundContent } from "../content/inbound.ts";
import { inboundContentOf, type MessageMetadata } from "./inbound-content.ts";

const tap = (kind: string, id = "opt-0", title = "Sí") => ({ type: "tap", tap: { kind, id, title } });

it.each<[string, string | null, MessageMetadata, unknown]>([
  ["a text", "hola", {}, { type: "text", text: "hola" }],
  [
    "the text as it was written, when it was changed",
    "hola",
    { type: "text", rawText: "¡HÓLA!" },
    { type: "text", text: "¡HÓLA!" },
  ],
  [
    "the text given, when there is no other",
    "hola",
    { type: "text", rawText: "" },
    { type: "text", text: "hola" },
  ],
  [
    "a reply button",
    "Sí",
    { type: "interactive", interactive: { type: "button_reply", id: "opt-0", title: "Sí" } },
    tap("button"),
  ],
  [
    "a list row",
    null,
    { type: "interactive", interactive: { type: "list_reply", id: "opt-0", title: "Sí" } },
    tap("list"),
  ],
  [
    "a template's button",
    null,
    { type: "button", interactive: { type: "button", id: "opt-0", title: "Sí" } },
    tap("template-button"),
  ],
  ["a tap without a title", null, { interactive: { id: "opt-0" } }, tap("button", "opt-0", "opt-0")],
  [
    "a picture with its caption",
    "mira",
    { type: "image" },
    { type: "media", media: { kind: "image" }, caption: "mira" },
  ],
  ["a voice note", null, { type: "voice" }, { type: "media", media: { kind: "voice" } }],
  [
    "something else without text",
    null,
    { type: "poll" },
    { type: "unknown", platformType: "poll", raw: { type: "poll" } },
  ],
])("reads %s", (_, text, metadata, content) => {
  const read: InboundContent = inboundContentOf(text, metadata);
  expect(read).toEqual(content);
});
