/** The flow definition `hilo.flow/1`: what is saved, versioned, exported and compiled. */
import { z } from "zod";
import { triggerSchema } from "../triggers/schema.ts";
import { idSchema } from "./id.ts";
import { flowSettingsSchema } from "./settings.ts";
import { translationsSchema } from "./translations.ts";

export const FLOW_FORMAT = "hilo.flow/1";

export const nodeEnvelopeSchema = z.looseObject({
  id: idSchema,
  type: z.string().min(1).max(40),
  /** The version of the node type's data; absent: 1. Older data is migrated when it is read. */
  version: z.number().int().min(1).optional(),
  /** Shown on the card instead of the type's name. */
  name: z.string().max(80).optional(),
  data: z.record(z.string(), z.unknown()).default({}),
  position: z.object({ x: z.number(), y: z.number() }).optional(),
});
export type NodeEnvelope = z.infer<typeof nodeEnvelopeSchema>;

export const edgeSchema = z.looseObject({
  id: idSchema,
  source: idSchema,
  /** The port of the source; absent means its only or its `next` port. */
  sourceHandle: z.string().max(64).nullish(),
  target: idSchema,
  targetHandle: z.string().max(64).nullish(),
});
export type Edge = z.infer<typeof edgeSchema>;

/** A variable that the flow begins with: what a calling flow or the API gives, else the default. */
export const flowInputSchema = z.looseObject({
  name: z.string().min(1).max(64),
  as: z.enum(["text", "number", "boolean", "json"]).default("text"),
  /** A caller has to give it. */
  required: z.boolean().optional(),
  /** As text; JSON when `as` is `json`. */
  default: z.string().max(2_000).optional(),
  description: z.string().max(200).optional(),
});
export type FlowVariable = z.infer<typeof flowInputSchema>;

/** Id of the start node when the definition leaves it out. */
export const START_ID = "start";

/** Sizes over which a flow is refused at save: a canvas past them can be neither read nor checked quickly. */
export const FLOW_MAX_NODES = 5_000;
export const FLOW_MAX_EDGES = 20_000;
export const FLOW_MAX_TRIGGERS = 200;

/**
 * @example
 * { "format": "hilo.flow/1", "name": "Welcome", "language": "es",
 *   "triggers": [{ "type": "keyword", "keyword": "hola", "mode": "word" }],
 *   "nodes": [{ "id": "n1", "type": "text", "data": { "text": "¡Hola!" } }, { "id": "n2", "type": "end", "data": {} }],
 *   "edges": [{ "id": "e0", "source": "start", "target": "n1" }, { "id": "e1", "source": "n1", "target": "n2" }] }
 */
export const flowSchema = z.looseObject({
  format: z.literal(FLOW_FORMAT),
  name: z.string().min(1).max(120),
  description: z.string().max(2_000).optional(),
  /** BCP 47; the language of the texts as written. */
  language: z.string().min(2).max(35).default("en"),
  triggers: z.array(triggerSchema).max(FLOW_MAX_TRIGGERS).default([]),
  settings: flowSettingsSchema.prefault({}),
  /** What it begins with when another flow or the API starts it. */
  inputs: z.array(flowInputSchema).max(30).default([]),
  /** Names of the variables that a calling flow may take over. */
  outputs: z.array(z.string().min(1).max(64)).max(30).default([]),
  nodes: z.array(nodeEnvelopeSchema).max(FLOW_MAX_NODES),
  edges: z.array(edgeSchema).max(FLOW_MAX_EDGES).default([]),
  /** The texts in other languages: language → node → text → translation. */
  translations: translationsSchema.default({}),
});
export type Flow = z.infer<typeof flowSchema>;
/** A flow as authors write it: everything with a default may be absent. */
export type FlowInput = z.input<typeof flowSchema>;
