/** Waits for a call from outside at the session's own address. */
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { TIMEOUT_PORT, timeoutTimers } from "../question.ts";
import { keepParts, savedPartRefs } from "../saved-parts.ts";
import { variableNameProblems } from "../variable-names.ts";
import { waitForWebhookSchema } from "./schema.ts";

/** A day: a flow that waits for a program that never calls must not wait for ever. */
const DEFAULT_TIMEOUT_MINUTES = 1_440;

export const waitForWebhookNode = defineNode({
  type: "wait-for-webhook",
  group: "act",
  summary: "Waits until a program outside calls the session's address, and keeps parts of what it sends.",
  version: 1,
  schema: waitForWebhookSchema,
  defaults: { save: [], timeoutMinutes: DEFAULT_TIMEOUT_MINUTES },
  ports: () => [
    { ...NEXT_PORT, label: "Called" },
    { ...TIMEOUT_PORT, label: "No call in time" },
  ],
  prepare: () => null,
  enter: (scope) => ({
    kind: "wait",
    for: "webhook",
    timers: timeoutTimers(scope.ctx.now, scope.data.timeoutMinutes),
  }),
  resume(scope, input) {
    if (input.type === "timer") return go(TIMEOUT_PORT.id);
    if (input.type !== "webhook") return { kind: "ignore", reason: "waits-for-call" };
    keepParts(scope, input.body, scope.data.save);
    return go();
  },
  refs: (data) => savedPartRefs(data.save),
  check: (data) => variableNameProblems(data.save.map(({ name }) => name)),
  silence: ({ timeoutMinutes }) => ({
    next: { minutes: timeoutMinutes ?? Number.POSITIVE_INFINITY, pauses: true },
    ...(timeoutMinutes === undefined ? {} : { [TIMEOUT_PORT.id]: { minutes: timeoutMinutes, pauses: true } }),
  }),
});
