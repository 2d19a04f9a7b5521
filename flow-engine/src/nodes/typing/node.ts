/** Shows that somebody is writing, and goes on after a while. */
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { typingSchema } from "./schema.ts";

const SECOND = 1_000;

export const typingNode = defineNode({
  type: "typing",
  group: "say",
  summary: "Shows that somebody is writing, and goes on after a while.",
  version: 1,
  schema: typingSchema,
  defaults: { seconds: 2 },
  ports: () => [NEXT_PORT],
  prepare: () => null,
  enter(scope) {
    const { seconds } = scope.data;
    scope.emit({ type: "show-typing", seconds });
    const dueAt = scope.ctx.now + seconds * SECOND;
    return { kind: "wait", for: "timer", timers: [{ purpose: "wake", dueAt }] };
  },
  resume: (_scope, input) => (input.type === "timer" ? go() : { kind: "ignore", reason: "waits-for-time" }),
  silence: ({ seconds }) => ({ [NEXT_PORT.id]: { minutes: seconds / 60, pauses: true } }),
});
