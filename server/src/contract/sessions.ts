/** Sessions: one contact's walks through flows, and the log of each step. */
import { oc } from "@orpc/contract";
import { z } from "zod";
import { id, pageOf, pageQuery, sessionStatus, timestamp } from "./common.ts";

export const session = z.object({
  id,
  status: sessionStatus,
  flowId: id,
  flowName: z.string(),
  flowVersionId: id,
  conversationId: id,
  contact: z.object({ id, name: z.string().nullable() }),
  /** In the flow of `standsIn`. */
  nodeId: z.string().nullable(),
  /** The flow it is in now, or was when it ended: the one it was begun with, or one that was called from there. */
  standsIn: z.object({ flowId: id, flowName: z.string(), flowVersionId: id }).nullable(),
  variables: z.record(z.string(), z.unknown()),
  endReason: z.string().nullable(),
  error: z.object({ code: z.string(), message: z.string(), nodeId: z.string().nullable() }).nullable(),
  startedAt: timestamp,
  updatedAt: timestamp,
  endedAt: timestamp.nullable(),
});
export type Session = z.infer<typeof session>;

export const sessionEvent = z.object({
  seq: z.number().int(),
  input: z.record(z.string(), z.unknown()),
  effects: z.array(z.record(z.string(), z.unknown())),
  trace: z.array(z.record(z.string(), z.unknown())),
  at: timestamp,
});

/** Which sessions a list shows. */
export const sessionFilter = z.object({
  status: sessionStatus.optional(),
  /** `true`: those that have not ended, Active or Paused. */
  live: z.literal("true").optional(),
  flowId: id.optional(),
  /** Those that stand (or ended) at this node of the flow they were begun with. */
  nodeId: z.string().max(64).optional(),
  conversationId: id.optional(),
  /** Those begun so many hours ago or earlier. */
  olderThanHours: z.coerce.number().int().min(1).max(87_600).optional(),
  /** Those that ended by this error, by its code. */
  error: z.string().max(80).optional(),
});
export type SessionFilter = z.infer<typeof sessionFilter>;

/** Sessions that one request acts on. */
export const MAX_SESSIONS_AT_ONCE = 500;

/** Those that are named, or all under way that a filter finds: the newest of them, when there are more than one request takes. */
const chosenSessions = z
  .strictObject({
    ids: z.array(id).min(1).max(MAX_SESSIONS_AT_ONCE).optional(),
    filter: z.strictObject(sessionFilter.shape).optional(),
  })
  .refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), "Give either ids or filter.");
export type ChosenSessions = z.infer<typeof chosenSessions>;

/**
 * Why nothing was done to a session. `not-found`: there is none. `ended`: it was over already. `not-published`: its flow
 * has no version to move to. `newest`: it runs that version. `step-gone`: its step is not in it, or is another one there.
 * `not-in-flow`: it went on in another flow. `not-waiting`: it waits for no time to come. `agent`: a person drives the
 * conversation; it is done when the bot goes on. `later`: it is stored and will be done in a moment. `failed`: see the
 * webhook log.
 */
export const whyNotDone = z.enum([
  "not-found",
  "ended",
  "not-published",
  "newest",
  "step-gone",
  "not-in-flow",
  "not-waiting",
  "agent",
  "later",
  "failed",
]);
export type WhyNotDone = z.infer<typeof whyNotDone>;

const sessionsDone = z.object({
  results: z.array(
    z.object({
      sessionId: id,
      contactName: z.string().nullable(),
      done: z.boolean(),
      /** Null when it was done. */
      reason: whyNotDone.nullable(),
    }),
  ),
  /** The filter finds more than one request takes: ask again. */
  more: z.boolean(),
});
export type SessionsDone = z.infer<typeof sessionsDone>;

export const sessionsContract = {
  list: oc
    .route({ method: "GET", path: "/sessions", tags: ["Sessions"] })
    .input(pageQuery.extend(sessionFilter.shape))
    .output(pageOf(session)),
  get: oc
    .route({ method: "GET", path: "/sessions/{id}", tags: ["Sessions"] })
    .input(z.object({ id }))
    .output(session),
  /** Oldest first. */
  events: oc
    .route({ method: "GET", path: "/sessions/{id}/events", tags: ["Sessions"] })
    .input(pageQuery.extend({ id }))
    .output(pageOf(sessionEvent)),
  end: oc
    .route({ method: "POST", path: "/sessions/{id}/end", tags: ["Sessions"] })
    .input(z.strictObject({ id, reason: z.string().max(200).optional() }))
    .output(session),
  endMany: oc
    .route({ method: "POST", path: "/sessions/end", tags: ["Sessions"] })
    .input(chosenSessions)
    .output(sessionsDone),
  /** They go on in their flow's published version, where their step is still there. */
  moveMany: oc
    .route({ method: "POST", path: "/sessions/move", tags: ["Sessions"] })
    .input(chosenSessions)
    .output(sessionsDone),
  /** Those that wait for a time to come go on now. */
  resumeMany: oc
    .route({ method: "POST", path: "/sessions/resume", tags: ["Sessions"] })
    .input(chosenSessions)
    .output(sessionsDone),
};
