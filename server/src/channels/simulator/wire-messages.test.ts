/** What the simulated phone puts on the wire is read by WhatsApp's own parser. */
import type { InboundContent } from "@hilo/flow-engine";
import { expect, test } from "vitest";
import { parseContent } from "../whatsapp/parse-content.ts";
import { type CustomerMessage, messageBody } from "./wire-messages.ts";

const SOURCE = { accountId: "1", platformId: "15550000000" };

/** The message on the wire. */
function written(message: CustomerMessage): Record<string, unknown> {
  const body = messageBody(SOURCE, {
    wamid: "wamid.1",
    phone: "34600",
    name: "Ana",
    message,
    at: new Date(0),
  });
  const value: unknown = body.entry[0]?.changes[0]?.value;
  return Object(Object(value).messages[0]);
}

const media = (kind: string, mimeType: string, rest = {}) => ({
  type: "media",
  media: { kind, id: `simulated-${kind}`, mimeType, ...rest },
});

const CASES: [CustomerMessage, unknown][] = [
  [
    { type: "text", text: "hola" },
    { type: "text", text: "hola" },
  ],
  [
    { type: "image", caption: "Yo" },
    { ...media("image", "image/jpeg"), caption: "Yo" },
  ],
  [{ type: "video" }, media("video", "video/mp4")],
  [{ type: "voice" }, media("voice", "audio/ogg; codecs=opus")],
  [{ type: "document", filename: "a.pdf" }, media("document", "application/pdf", { filename: "a.pdf" })],
  [{ type: "sticker" }, media("sticker", "image/webp")],
  [
    { type: "contact", name: "Juan", phone: "+34600111222" },
    {
      type: "contacts",
      contacts: [
        {
          name: { formatted_name: "Juan", first_name: "Juan" },
          phones: [{ phone: "+34600111222", type: "CELL" }],
        },
      ],
    },
  ],
  [
    { type: "form", values: { size: 3 }, token: "t" },
    { type: "form", name: "flow", values: { size: 3, flow_token: "t" } },
  ],
  [
    { type: "reaction", messageId: "wamid.0", emoji: "👍" },
    { type: "reaction", messageId: "wamid.0", emoji: "👍" },
  ],
];

test.each(CASES)("%o arrives as it was sent", (message, content) => {
  const wire = written(message);
  const read: InboundContent = parseContent(String(wire.type), wire);
  expect(read).toEqual(content);
});

test("an answer names the message it answers", () => {
  for (const message of [
    { type: "text", text: "a" },
    { type: "form", values: {} },
  ] as const)
    expect(written({ ...message, replyTo: "wamid.0" })).toMatchObject({ context: { id: "wamid.0" } });
});
