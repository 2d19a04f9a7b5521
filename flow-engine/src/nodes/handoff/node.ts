/** Passes the conversation to a person; goes on or ends when it is handed back, or goes on when nobody came in time. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import {
  assigneeOf,
  assigneeProblems,
  assigneeRefs,
  assigneeTexts,
  type PreparedAssignee,
  prepareAssignee,
} from "../assignee.ts";
import { defineNode, go, NEXT_PORT, type Scope } from "../define-node.ts";
import { TIMEOUT_PORT, timeoutTimers } from "../question.ts";
import { topText } from "../text-field.ts";
import { type HandoffData, handoffSchema } from "./schema.ts";

interface Prepared {
  text: Template | null;
  note: Template | null;
  assign: PreparedAssignee | null;
}

const rendered = (scope: Scope, template: Template | null): string =>
  template ? scope.render(template).trim() : "";

function handOff(scope: Scope<HandoffData, Prepared>): void {
  const { team } = scope.data;
  const note = rendered(scope, scope.prepared.note);
  const assign = scope.prepared.assign ? assigneeOf(scope, scope.prepared.assign) : null;
  scope.emit({
    type: "hand-off",
    ...(note ? { note } : {}),
    ...(team ? { team } : {}),
    ...(assign ? { assign } : {}),
  });
}

export const handoffNode = defineNode({
  type: "handoff",
  group: "act",
  summary:
    "Passes the conversation to a person; goes on or ends when it is handed back, or goes on when nobody came in time.",
  version: 1,
  schema: handoffSchema,
  defaults: { text: "", onHandBack: "continue" },
  says: ["text"],
  ports: ({ onHandBack }) =>
    onHandBack === "end" ? [TIMEOUT_PORT] : [{ ...NEXT_PORT, label: "Handed back" }, TIMEOUT_PORT],
  prepare: (data): Prepared => ({
    text: compileOptional(data.text),
    note: compileOptional(data.note),
    assign: data.assign ? prepareAssignee(data.assign) : null,
  }),
  enter(scope) {
    const text = scope.prepared.text ? scope.render(scope.prepared.text) : "";
    if (text.trim() !== "") scope.send({ type: "text", text });
    handOff(scope);
    return { kind: "wait", for: "agent", timers: timeoutTimers(scope.ctx.now, scope.data.timeoutMinutes) };
  },
  resume(scope, input) {
    if (input.type === "agent") return scope.data.onHandBack === "end" ? { kind: "end" } : go();
    if (input.type !== "timer" || input.purpose !== "timeout")
      return { kind: "ignore", reason: "not-an-agent" };
    scope.emit({ type: "hand-back" });
    return go(TIMEOUT_PORT.id);
  },
  texts: (data) => [
    topText(data, "text", "the text", { limit: CHANNEL_LIMITS.whatsapp.text }),
    topText(data, "note", "the note", { reader: "agent" }),
    ...assigneeTexts(data.assign, "assign"),
  ],
  refs: (data) => [
    ...(data.team ? [{ kind: "team" as const, name: data.team }] : []),
    ...assigneeRefs(data.assign),
  ],
  check: (data) => assigneeProblems(data.assign),
  silence: (data) => ({
    // A person writes with the customer meanwhile, and knows best when to hand back.
    next: { heard: true },
    [TIMEOUT_PORT.id]: { minutes: data.timeoutMinutes ?? 0, pauses: true },
  }),
});
