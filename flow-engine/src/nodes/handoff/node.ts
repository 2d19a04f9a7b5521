/** Passes the conversation to a person; goes on when it is handed back, or when nobody came in time. */
import { CHANNEL_LIMITS } from "../../channels/limits.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import { defineNode, go, NEXT_PORT } from "../define-node.ts";
import { TIMEOUT_PORT, timeoutTimers } from "../question.ts";
import { topText } from "../text-field.ts";
import { handoffSchema } from "./schema.ts";

interface Prepared {
  text: Template | null;
  note: Template | null;
}

export const handoffNode = defineNode({
  type: "handoff",
  group: "act",
  summary:
    "Passes the conversation to a person and goes on when it is handed back, or when nobody came in time.",
  version: 1,
  schema: handoffSchema,
  defaults: { text: "" },
  says: ["text"],
  ports: () => [{ ...NEXT_PORT, label: "Handed back" }, TIMEOUT_PORT],
  prepare: (data): Prepared => ({ text: compileOptional(data.text), note: compileOptional(data.note) }),
  enter(scope) {
    const text = scope.prepared.text ? scope.render(scope.prepared.text) : "";
    if (text.trim() !== "") scope.send({ type: "text", text });
    const note = scope.prepared.note ? scope.render(scope.prepared.note) : "";
    const { team, timeoutMinutes } = scope.data;
    scope.emit({ type: "hand-off", ...(note ? { note } : {}), ...(team ? { team } : {}) });
    return { kind: "wait", for: "agent", timers: timeoutTimers(scope.ctx.now, timeoutMinutes) };
  },
  resume(scope, input) {
    if (input.type === "agent") return go();
    if (input.type !== "timer" || input.purpose !== "timeout")
      return { kind: "ignore", reason: "not-an-agent" };
    scope.emit({ type: "hand-back" });
    return go(TIMEOUT_PORT.id);
  },
  texts: (data) => [
    topText(data, "text", "the text", { limit: CHANNEL_LIMITS.whatsapp.text }),
    topText(data, "note", "the note", { reader: "agent" }),
  ],
  refs: (data) => (data.team ? [{ kind: "team", name: data.team }] : []),
  silence: (data) => ({
    next: { minutes: Number.POSITIVE_INFINITY, pauses: true },
    [TIMEOUT_PORT.id]: { minutes: data.timeoutMinutes ?? 0, pauses: true },
  }),
});
