/** Flows: drafts, checks, published versions, triggers. */
import {
  FLOW_MAX_TRIGGERS,
  GLOBAL_WORDS,
  IMPORT_KINDS,
  importEntrySchema,
  triggerEventSchema,
  triggerSchema,
} from "@hilo/flow-engine";
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, pageOf, pageQuery, timestamp } from "./common.ts";
import { flowTraffic, trafficQuery } from "./traffic.ts";

export const problem = z.object({
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  nodeId: z.string().optional(),
  message: z.string(),
});

export const flowSummary = z.object({
  id,
  name: z.string(),
  /** Grows by one with each saved draft; send it back to save over exactly what you read. */
  revision: z.number().int(),
  published: z.object({ versionId: id, number: z.number().int(), at: timestamp }).nullable(),
  /** The draft differs from what is published. */
  changed: z.boolean(),
  /** A pattern stands between slashes: `/^re[cs]/`. */
  keywords: z.array(z.string()),
  liveSessions: z.number().int(),
  updatedAt: timestamp,
});
export const flowDetail = flowSummary.extend({ definition: z.record(z.string(), z.unknown()) });
export type FlowSummary = z.infer<typeof flowSummary>;
export type FlowDetail = z.infer<typeof flowDetail>;

export const flowVersion = z.object({
  id,
  number: z.number().int(),
  note: z.string().nullable(),
  createdBy: z.string().nullable(),
  createdAt: timestamp,
  current: z.boolean(),
});
export type FlowVersion = z.infer<typeof flowVersion>;

const definition = z.record(z.string(), z.unknown());
const name = z.string().trim().min(1).max(120);
/**
 * What happens to sessions under way. `finish`: they go on with the version they began. `move`: they go on in the new
 * version where the step they stand at is still there; the others finish. `restart`: they begin anew, where the bot
 * may write; the others finish. `end`: they end.
 */
export const liveSessionsPolicy = z.enum(["finish", "move", "restart", "end"]);

export const importedFlow = z.object({
  name: z.string(),
  definition: z.record(z.string(), z.unknown()),
  report: z.array(importEntrySchema),
  problems: z.array(problem),
  /** The draft that was made of it; null when it was only looked at. */
  flowId: id.nullable(),
});
export type ImportedFlowView = z.infer<typeof importedFlow>;

export const exampleFlow = z.object({
  /** The folder's name. */
  key: z.string(),
  title: z.string(),
  /** What it does, in a sentence or two. */
  goal: z.string(),
  /** What of Hilo it shows. */
  shows: z.string(),
  definition: z.record(z.string(), z.unknown()),
});
export type ExampleFlow = z.infer<typeof exampleFlow>;
/** Sessions that a choice would change, and those that would finish on the version they have. */
const outcome = z.object({ applied: z.number().int(), stay: z.number().int() });
export const publishPreview = z.object({
  /** Sessions under way. */
  total: z.number().int(),
  move: outcome,
  restart: outcome,
  end: outcome,
  /** Where they stand, most first, and how many of them could go on in the draft. */
  steps: z.array(z.object({ nodeId: z.string(), count: z.number().int(), movable: z.number().int() })),
});
export type PublishPreview = z.infer<typeof publishPreview>;

export const flowsContract = {
  list: oc
    .route({ method: "GET", path: "/flows", tags: ["Flows"] })
    .input(pageQuery)
    .output(pageOf(flowSummary)),
  create: oc
    .route({ method: "POST", path: "/flows", tags: ["Flows"], successStatus: 201 })
    .input(z.strictObject({ name, definition: definition.optional() }))
    .output(flowDetail),
  get: oc
    .route({ method: "GET", path: "/flows/{id}", tags: ["Flows"] })
    .input(z.object({ id }))
    .output(flowDetail),
  /** Saves the draft. With `revision`, refused with `conflict` when somebody saved since. A draft may have problems. */
  save: oc
    .route({ method: "PUT", path: "/flows/{id}", tags: ["Flows"] })
    .input(z.strictObject({ id, name: name.optional(), definition, revision: z.number().int().optional() }))
    .output(flowDetail),
  remove: oc
    .route({ method: "DELETE", path: "/flows/{id}", tags: ["Flows"], successStatus: 204 })
    .input(z.object({ id }))
    .output(z.undefined()),
  /**
   * Reads flows out of an export of Hilo, Typebot or RapidPro and says what became of each element. With `create`, those
   * flows (by their place in the file, from 0) become drafts. Nothing of the file is run.
   */
  import: oc
    .route({ method: "POST", path: "/flows/import", tags: ["Flows"] })
    .input(
      z.strictObject({
        source: z.unknown(),
        /** Absent: told by the shape of the source. */
        kind: z.enum(IMPORT_KINDS).optional(),
        create: z.array(z.number().int().min(0)).max(200).optional(),
      }),
    )
    .output(
      z.object({
        kind: z.enum(IMPORT_KINDS),
        flows: z.array(importedFlow),
        /** Elements that belong to no flow. */
        report: z.array(importEntrySchema),
      }),
    ),
  /** The draft as a file: what `import` takes again. */
  export: oc
    .route({ method: "GET", path: "/flows/{id}/export", tags: ["Flows"] })
    .input(z.object({ id }))
    .output(definition),
  /** Flows to begin with, each with what it is for. */
  examples: oc
    .route({ method: "GET", path: "/example-flows", tags: ["Flows"] })
    .output(z.object({ items: z.array(exampleFlow) })),
  check: oc
    .route({ method: "POST", path: "/flows/{id}/check", tags: ["Flows"] })
    .input(z.strictObject({ id, definition: definition.optional() }))
    .output(z.object({ problems: z.array(problem) })),
  /** Refused with `flow-has-problems` (and the problems as issues) when `check` finds an error. */
  publish: oc
    .route({ method: "POST", path: "/flows/{id}/publish", tags: ["Flows"] })
    .input(
      z.strictObject({
        id,
        note: z.string().max(500).optional(),
        liveSessions: liveSessionsPolicy.optional(),
      }),
    )
    .output(flowDetail),
  /** What publishing the draft now would do to sessions under way, for each choice of `liveSessions`. Changes nothing. */
  previewPublish: oc
    .route({ method: "GET", path: "/flows/{id}/publish", tags: ["Flows"] })
    .input(z.object({ id }))
    .output(publishPreview),
  unpublish: oc
    .route({ method: "POST", path: "/flows/{id}/unpublish", tags: ["Flows"] })
    .input(z.object({ id }))
    .output(flowDetail),
  versions: oc
    .route({ method: "GET", path: "/flows/{id}/versions", tags: ["Flows"] })
    .input(pageQuery.extend({ id }))
    .output(pageOf(flowVersion)),
  /** One version with its definition; a draft that was tried has the number 0. To roll back, save that as the draft and publish it. */
  version: oc
    .route({ method: "GET", path: "/flows/{id}/versions/{versionId}", tags: ["Flows"] })
    .input(z.object({ id, versionId: id }))
    .output(flowVersion.extend({ definition })),
  /** Where people stand, and how many of the runs begun lately came to each step, went on and ended there. */
  traffic: oc
    .route({ method: "GET", path: "/flows/{id}/traffic", tags: ["Flows"] })
    .input(trafficQuery)
    .output(flowTraffic),
};

const explainedTrigger = z.object({ flowId: id, keyword: z.string(), mode: z.string(), reason: z.string() });
export const explanation = z.object({
  /** Null when nothing matches, and when `word` goes first. */
  winner: explainedTrigger.nullable(),
  /** Best first, with the reasons. */
  candidates: z.array(explainedTrigger),
  /** They match, but a condition of theirs does not hold: which, is in the reason. */
  notNow: z.array(explainedTrigger),
  /** The text as it is compared; null for an event without one. */
  folded: z.string().nullable(),
  /** The text is a word that means the same in every flow. */
  word: z.enum(GLOBAL_WORDS).nullable(),
  /** Drafts of other flows that would match once they are published. Only with `draft`. */
  drafts: z.array(explainedTrigger).optional(),
});
export type TriggerExplanation = z.infer<typeof explanation>;

export const triggersContract = {
  /** Which flow a text (or an event) would start, and why. With a contact, by that contact's tags and language. */
  explain: oc
    .route({ method: "POST", path: "/triggers/explain", tags: ["Triggers"] })
    .input(
      z
        .strictObject({
          text: z.string().max(4_096).optional(),
          event: triggerEventSchema.optional(),
          channelId: id.optional(),
          contactId: id.optional(),
          /** As if this flow were published with these triggers. */
          draft: z
            .strictObject({
              flowId: id,
              triggers: z.array(triggerSchema).max(FLOW_MAX_TRIGGERS),
              priority: z.number().int().default(0),
            })
            .optional(),
        })
        .refine(
          ({ text, event }) => (text === undefined) !== (event === undefined),
          "give either text or event",
        ),
    )
    .output(explanation),
};
