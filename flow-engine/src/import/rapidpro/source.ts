/**
 * A RapidPro export (TextIt, Glific and their like), read leniently.
 * Source of the facts: RapidPro `temba/orgs/models.py` (container 3 to 13), goflow `flows/definition` (flows 13.x, 14.x).
 */
import { z } from "zod";
import { listOf } from "../lenient-list.ts";

const text = z.string().nullish().catch(null);
const key = z.string().catch("");

/** References to something by its name, as `{ uuid, name }`. */
export const referenceSchema = z.looseObject({ uuid: text, name: text, key: text });
const texts = z
  .array(z.unknown())
  .nullish()
  .catch(null)
  .transform((values) => (values ?? []).map((value) => (typeof value === "string" ? value : "")));

export const actionSchema = z.looseObject({ uuid: key, type: z.string().catch("(no type)") });
export type RapidProAction = z.infer<typeof actionSchema>;

const caseSchema = z.looseObject({ uuid: key, type: key, arguments: texts, category_uuid: key });
export type RapidProCase = z.infer<typeof caseSchema>;
const categorySchema = z.looseObject({ uuid: key, name: z.string().catch(""), exit_uuid: text });
export type RapidProCategory = z.infer<typeof categorySchema>;

const waitSchema = z.looseObject({
  type: key,
  hint: z.looseObject({ type: key }).nullish().catch(null),
  timeout: z
    .looseObject({ seconds: z.number().catch(0), category_uuid: key })
    .nullish()
    .catch(null),
});
const routerSchema = z.looseObject({
  type: key,
  operand: text,
  result_name: text,
  default_category_uuid: text,
  wait: waitSchema.nullish().catch(null),
  cases: listOf(caseSchema),
  categories: listOf(categorySchema),
});
export type RapidProRouter = z.infer<typeof routerSchema>;

const nodeSchema = z.looseObject({
  uuid: key,
  actions: listOf(actionSchema),
  router: routerSchema.nullish().catch(null),
  exits: listOf(z.looseObject({ uuid: key, destination_uuid: text })),
});
export type RapidProNode = z.infer<typeof nodeSchema>;

const placeSchema = z.looseObject({
  position: z
    .looseObject({ left: z.number().catch(0), top: z.number().catch(0) })
    .nullish()
    .catch(null),
});
const localizationSchema = z
  .record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()).catch({})).catch({}))
  .nullish()
  .catch(null);

export const flowSchema = z.looseObject({
  uuid: key,
  name: z.string().catch("Flow"),
  spec_version: text,
  language: text,
  type: text,
  expire_after_minutes: z.number().nullish().catch(null),
  localization: localizationSchema,
  nodes: listOf(nodeSchema),
  _ui: z
    .looseObject({
      nodes: z.record(z.string(), placeSchema.catch({})).nullish().catch(null),
      stickies: z.record(z.string(), z.looseObject({})).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});
export type RapidProFlow = z.infer<typeof flowSchema>;

export const triggerSchema = z.looseObject({
  trigger_type: key,
  flow: referenceSchema.nullish().catch(null),
  groups: listOf(referenceSchema),
  exclude_groups: listOf(referenceSchema),
  channel: z.unknown().optional(),
  keywords: texts,
  /** Before container 13 there was one. */
  keyword: text,
  match_type: text,
});
export type RapidProTrigger = z.infer<typeof triggerSchema>;

const campaignEventSchema = z.looseObject({
  event_type: key,
  offset: z.number().catch(0),
  unit: key,
  delivery_hour: z.number().catch(-1),
  relative_to: referenceSchema.nullish().catch(null),
  flow: referenceSchema.nullish().catch(null),
});
export const campaignSchema = z.looseObject({
  uuid: key,
  name: z.string().catch(""),
  group: referenceSchema.nullish().catch(null),
  events: listOf(campaignEventSchema),
});
export type RapidProCampaign = z.infer<typeof campaignSchema>;

export const containerSchema = z.looseObject({
  version: z
    .union([z.string(), z.number()])
    .nullish()
    .transform((version) => (version == null ? null : `${version}`)),
  flows: z.array(z.unknown()).nullish().catch(null),
  triggers: listOf(triggerSchema),
  campaigns: listOf(campaignSchema),
  fields: listOf(referenceSchema),
  groups: listOf(referenceSchema.extend({ query: text })),
});
export type RapidProContainer = z.infer<typeof containerSchema>;
