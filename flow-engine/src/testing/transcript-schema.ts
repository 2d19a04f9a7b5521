/**
 * `hilo.transcript/1`: a conversation as a test. What the customer does, what the bot must answer, in order.
 * `{ "format": "hilo.transcript/1", "name": "Asks for sales", "start": "2026-03-02T10:00:00Z",
 *    "steps": [{ "customer": "hola" }, { "bot": "¿Qué deseas?" }, { "customer": { "tap": "Ventas" } }],
 *    "expect": { "status": "Completed", "variables": { "tema": "Ventas" } } }`
 */
import { z } from "zod";
import { scheduleSchema } from "../calendar/schedule.ts";
import { inboundContentSchema } from "../content/inbound.ts";
import { mediaKindSchema } from "../content/schema.ts";
import { originSchema } from "../inputs/message.ts";
import { endReasonSchema, sessionStatusSchema } from "../session/schema.ts";
import { triggerEventSchema } from "../triggers/event.ts";
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
  /** The customer came by a link with this `ref`, or from an ad, and writes. */
  z.strictObject({ text: z.string(), origin: originSchema }),
  z.strictObject({ media: mediaKindSchema, caption: z.string().optional(), url: z.string().optional() }),
  /** Anything else, as channels state it. */
  z.strictObject({ content: inboundContentSchema }),
]);

/** What was asked, in part; and, instead of an answer: `timeout`, `network`, … */
const asked = { request: z.record(z.string(), z.unknown()).optional(), error: z.string().optional() };

/** What an API answers to the request the flow waits for; `request` is compared with what the flow asked. */
const httpSchema = z.strictObject({
  ...asked,
  status: z.number().int().default(200),
  body: z.unknown().optional(),
});

/** What a language model answers: a text, or data when a schema was given. */
const aiSchema = z.strictObject({ ...asked, text: z.string().optional(), data: z.unknown().optional() });
/** A notification that the flow waits for went out, or not. */
const notifySchema = z.strictObject(asked);

const durationSchema = z
  .string()
  .refine((text) => parseDuration(text) !== null, "write it like 90s, 5m, 2h or 3d");

export const transcriptStepSchema = z.union([
  z.strictObject({ customer: customerSchema }),
  /** The text alone, or the parts of the message that count. */
  z.strictObject({ bot: z.union([z.string(), z.record(z.string(), z.unknown())]) }),
  z.strictObject({ advance: durationSchema }),
  z.strictObject({ http: httpSchema }),
  z.strictObject({ ai: aiSchema }),
  z.strictObject({ notify: notifySchema }),
  /** A program outside calls the session's address. */
  z.strictObject({ hook: z.unknown() }),
  /** Something besides a message that may start a flow. */
  z.strictObject({ event: triggerEventSchema }),
  /** The platform will refuse the next message that the flow wants to know of. */
  z.strictObject({ refuse: z.string() }),
  /** Something the flow did besides talking, in part: the next one of its type. */
  z.strictObject({ did: z.looseObject({ type: z.string() }) }),
  z.strictObject({ agent: z.enum(["hand-back", "end"]) }),
]);
export type TranscriptStep = z.infer<typeof transcriptStepSchema>;

const contactSchema = z.object({
  email: z.string().nullable().default(null),
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
  /** The workspace's opening hours; absent: always open. */
  hours: scheduleSchema.optional(),
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
