/**
 * `hilo.transcript/1`: a conversation as a test. What the customer does, what the bot must answer, in order.
 * `{ "format": "hilo.transcript/1", "name": "Asks for sales", "start": "2026-03-02T10:00:00Z",
 *    "steps": [{ "customer": "hola" }, { "bot": "¿Qué deseas?" }, { "customer": { "tap": "Ventas" } }],
 *    "expect": { "status": "Completed", "variables": { "tema": "Ventas" } } }`
 */
import { z } from "zod";
import { inboundContentSchema } from "../content/inbound.ts";
import { mediaKindSchema } from "../content/schema.ts";
import { endReasonSchema, sessionStatusSchema } from "../session/schema.ts";
import { parseDuration } from "./duration.ts";

export const TRANSCRIPT_FORMAT = "hilo.transcript/1";

/** What a customer does; a bare text is written. */
const customerSchema = z.union([
  z.string(),
  /** The id or the title of an option of the latest message that has it. */
  z.strictObject({ tap: z.string() }),
  z.strictObject({
    location: z.object({ latitude: z.number(), longitude: z.number(), name: z.string().optional() }),
  }),
  z.strictObject({ media: mediaKindSchema, caption: z.string().optional(), url: z.string().optional() }),
  /** Anything else, as channels state it. */
  z.strictObject({ content: inboundContentSchema }),
]);

/** What an API answers to the request the flow waits for; `request` is compared with what the flow asked. */
const httpSchema = z.strictObject({
  request: z.record(z.string(), z.unknown()).optional(),
  status: z.number().int().default(200),
  body: z.unknown().optional(),
  /** Instead of an answer: `timeout`, `network`, … */
  error: z.string().optional(),
});

const durationSchema = z
  .string()
  .refine((text) => parseDuration(text) !== null, "write it like 90s, 5m, 2h or 3d");

export const transcriptStepSchema = z.union([
  z.strictObject({ customer: customerSchema }),
  /** The text alone, or the parts of the message that count. */
  z.strictObject({ bot: z.union([z.string(), z.record(z.string(), z.unknown())]) }),
  z.strictObject({ advance: durationSchema }),
  z.strictObject({ http: httpSchema }),
  z.strictObject({ agent: z.enum(["hand-back", "end"]) }),
]);
export type TranscriptStep = z.infer<typeof transcriptStepSchema>;

const contactSchema = z.object({
  id: z.string().default("contact"),
  name: z.string().nullable().default(null),
  phone: z.string().nullable().default(null),
  language: z.string().nullable().default(null),
  timeZone: z.string().nullable().default(null),
  tags: z.array(z.string()).default([]),
  fields: z.record(z.string(), z.unknown()).default({}),
});

export const transcriptSchema = z.strictObject({
  format: z.literal(TRANSCRIPT_FORMAT),
  name: z.string().min(1),
  /** Path of the flow, from the transcript's folder. */
  flow: z.string().default("../flow.json"),
  /** Paths of flows that it calls. */
  calls: z.array(z.string()).default([]),
  /** ISO date-time with an offset. */
  start: z.iso.datetime({ offset: true }),
  /** The workspace's zone. */
  timeZone: z.string().default("UTC"),
  platform: z.enum(["whatsapp", "instagram", "messenger", "simulator"]).default("whatsapp"),
  contact: contactSchema.prefault({}),
  steps: z.array(transcriptStepSchema).min(1),
  /** How things stand at the end. Objects need hold only what is given here. */
  expect: z
    .strictObject({
      status: sessionStatusSchema.nullable().optional(),
      endReason: endReasonSchema.optional(),
      variables: z.record(z.string(), z.unknown()).optional(),
      contact: z.record(z.string(), z.unknown()).optional(),
    })
    .prefault({}),
});
export type Transcript = z.infer<typeof transcriptSchema>;
