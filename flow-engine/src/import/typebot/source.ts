/**
 * A Typebot export, read leniently: what an element has to have is little, everything else may be missing or strange.
 * Source of the facts: Typebot's public schemas, versions 3 to 6.1 (`packages/typebot/src/schemas`, `packages/blocks`).
 */
import { z } from "zod";
import { listOf } from "../lenient-list.ts";

const id = z.string().catch("");
const text = z.string().nullish().catch(null);
const optionalId = z.string().nullish().catch(null);
const record = z.record(z.string(), z.unknown()).nullish().catch(null);

const place = z.object({ x: z.number(), y: z.number() }).nullish().catch(null);

export const pathSchema = z.looseObject({ id, text, outgoingEdgeId: optionalId });
export const itemSchema = z.looseObject({
  id,
  outgoingEdgeId: optionalId,
  /** A button's words, or a condition. */
  content: z.unknown().optional(),
  title: text,
  description: text,
  paths: listOf(pathSchema),
});
export type TypebotItem = z.infer<typeof itemSchema>;

export const blockSchema = z.looseObject({
  id,
  type: z.string().catch("(no type)"),
  outgoingEdgeId: optionalId,
  content: z.unknown().optional(),
  options: record,
  items: listOf(itemSchema),
});
export type TypebotBlock = z.infer<typeof blockSchema>;

export const groupSchema = z.looseObject({
  id,
  title: text,
  graphCoordinates: place,
  blocks: listOf(blockSchema),
});
export type TypebotGroup = z.infer<typeof groupSchema>;

export const eventSchema = z.looseObject({
  id,
  type: z.string().catch("(no type)"),
  outgoingEdgeId: optionalId,
  graphCoordinates: place,
});
export const edgeSchema = z.looseObject({
  id,
  from: record,
  to: z.looseObject({ groupId: id, blockId: optionalId }).nullish().catch(null),
});
export const variableSchema = z.looseObject({ id, name: z.string().catch("") });

export const typebotSchema = z.looseObject({
  version: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((version) => (version == null ? null : `${version}`)),
  name: z.string().catch("Typebot"),
  events: listOf(eventSchema),
  groups: listOf(groupSchema),
  edges: listOf(edgeSchema),
  variables: listOf(variableSchema),
  theme: record,
  settings: record,
});
export type Typebot = z.infer<typeof typebotSchema>;

/** Versions whose groups, blocks and edges look alike; older ones called them blocks and steps. */
export const TYPEBOT_VERSIONS = ["3", "4", "5", "6", "6.1"] as const;
