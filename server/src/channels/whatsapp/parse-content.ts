/** One WhatsApp message, whatever its type, as content. What nothing here understands is kept as it came. */
import type { InboundContent } from "@hilo/flow-engine";
import { z } from "zod";

type Reader = (message: unknown) => InboundContent | null;

function reader<S extends z.ZodType>(schema: S, make: (message: z.output<S>) => InboundContent): Reader {
  return (message) => {
    const parsed = schema.safeParse(message);
    return parsed.success ? make(parsed.data) : null;
  };
}

const media = z.object({
  id: z.string().nullish(),
  url: z.string().nullish(),
  mime_type: z.string().nullish(),
  filename: z.string().nullish(),
  caption: z.string().nullish(),
  voice: z.boolean().nullish(),
});

type MediaKind = Extract<InboundContent, { type: "media" }>["media"]["kind"];

function mediaReader(field: string, kind: MediaKind): Reader {
  return reader(z.looseObject({ [field]: media }), (message) => {
    const file = media.parse(message[field]);
    return {
      type: "media",
      media: {
        kind: kind === "audio" && file.voice ? "voice" : kind,
        ...(file.id ? { id: file.id } : {}),
        ...(file.url ? { url: file.url } : {}),
        ...(file.mime_type ? { mimeType: file.mime_type } : {}),
        ...(file.filename ? { filename: file.filename } : {}),
      },
      ...(file.caption ? { caption: file.caption } : {}),
    };
  });
}

const reply = z.object({ id: z.string(), title: z.string().catch("") });

const tapSchema = z.object({
  interactive: z.object({
    button_reply: reply.optional(),
    list_reply: reply.optional(),
    nfm_reply: z.object({ name: z.string().nullish(), response_json: z.unknown() }).optional(),
  }),
});

const tapReader: Reader = (message) => {
  const parsed = tapSchema.safeParse(message);
  if (!parsed.success) return null;
  const { button_reply, list_reply, nfm_reply } = parsed.data.interactive;
  if (button_reply) return { type: "tap", tap: { kind: "button", ...button_reply } };
  if (list_reply) return { type: "tap", tap: { kind: "list", ...list_reply } };
  if (nfm_reply)
    return { type: "form", name: nfm_reply.name || "flow", values: formValues(nfm_reply.response_json) };
  return null;
};

/** `response_json` is JSON in a string, and not always an object. */
function formValues(response: unknown): Record<string, unknown> {
  let value = response;
  if (typeof response === "string") {
    try {
      value = JSON.parse(response);
    } catch {
      return { value: response };
    }
  }
  const record = z.record(z.string(), z.unknown()).safeParse(value);
  return record.success ? record.data : { value };
}

const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  [
    "text",
    reader(z.object({ text: z.object({ body: z.string() }) }), (m) => ({ type: "text", text: m.text.body })),
  ],
  ["interactive", tapReader],
  [
    "button",
    // A tap on a template's quick reply; `payload` is the label when none was set.
    reader(
      z.object({ button: z.object({ text: z.string(), payload: z.string().nullish() }) }),
      ({ button }) => ({
        type: "tap",
        tap: { kind: "template-button", id: button.payload ?? button.text, title: button.text },
      }),
    ),
  ],
  ["image", mediaReader("image", "image")],
  ["video", mediaReader("video", "video")],
  ["audio", mediaReader("audio", "audio")],
  ["voice", mediaReader("voice", "voice")],
  ["document", mediaReader("document", "document")],
  ["sticker", mediaReader("sticker", "sticker")],
  [
    "location",
    reader(
      z.object({
        location: z.object({
          latitude: z.coerce.number(),
          longitude: z.coerce.number(),
          name: z.string().nullish(),
          address: z.string().nullish(),
        }),
      }),
      ({ location }) => ({
        type: "location",
        latitude: location.latitude,
        longitude: location.longitude,
        ...(location.name ? { name: location.name } : {}),
        ...(location.address ? { address: location.address } : {}),
      }),
    ),
  ],
  [
    "contacts",
    reader(z.object({ contacts: z.array(z.record(z.string(), z.unknown())) }), (m) => ({
      type: "contacts",
      contacts: m.contacts,
    })),
  ],
  [
    "reaction",
    // A missing or empty emoji takes the reaction back.
    reader(
      z.object({ reaction: z.object({ message_id: z.string(), emoji: z.string().nullish() }) }),
      ({ reaction }) => ({ type: "reaction", messageId: reaction.message_id, emoji: reaction.emoji ?? "" }),
    ),
  ],
  [
    "order",
    reader(z.object({ order: z.record(z.string(), z.unknown()) }), (m) => ({
      type: "order",
      order: m.order,
    })),
  ],
]);

export function parseContent(type: string, message: unknown): InboundContent {
  return READERS.get(type)?.(message) ?? { type: "unknown", platformType: type, raw: message };
}
