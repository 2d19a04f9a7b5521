/** Effects that are kept with the contact or the conversation → deeds to save. */
import type { Effect } from "@hilo/flow-engine";
import type { Work } from "../conversations/work.ts";
import type { EffectOrigin } from "./apply.ts";

type EffectOf<T extends Effect["type"]> = Extract<Effect, { type: T }>;
export type DeedEffect = EffectOf<"assign" | "add-note" | "track-event" | "assign-variant" | "set-opt-in">;

export function applyDeed(work: Work, effect: DeedEffect, { session, at }: EffectOrigin): void {
  switch (effect.type) {
    case "assign":
      work.deeds.push({ kind: "assign", to: effect.to, at });
      break;
    case "add-note":
      work.deeds.push({ kind: "note", id: work.idFor(effect.id), text: effect.text, at });
      break;
    case "assign-variant": {
      const { experiment, variant } = effect;
      work.deeds.push({ kind: "variant", experiment, variant, at });
      break;
    }
    case "set-opt-in":
      if (effect.topic === undefined) work.optedOut = effect.state === "out";
      else work.deeds.push({ kind: "topic", topic: effect.topic, state: effect.state, at });
      break;
    case "track-event":
      work.deeds.push({
        kind: "event",
        id: work.idFor(effect.id),
        event: effect.event,
        value: effect.value ?? null,
        properties: effect.properties ?? {},
        sessionId: session?.id ?? null,
        flowVersionId: session?.flowVersionId ?? null,
        nodeId: effect.nodeId,
        at,
      });
  }
}

/** A conversation that a person shall have: to whom it goes, and what they should know. */
export function applyHandOff(work: Work, effect: EffectOf<"hand-off">, at: Date): void {
  const { note, team, assign = team ? { kind: "team" as const, team } : undefined } = effect;
  work.mode = "Human";
  work.reopen(at);
  work.assigneeId = null;
  if (assign) work.deeds.push({ kind: "assign", to: assign, at });
  if (note?.trim()) work.deeds.push({ kind: "note", id: work.idFor(effect.id), text: note, at });
}
