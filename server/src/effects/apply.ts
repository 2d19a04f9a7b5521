/** Effects of a step → rows to save. The only place that knows what an effect means to the server. */
import { changedContact, type Effect } from "@hilo/flow-engine";
import type { LiveSession } from "../conversations/loaded.ts";
import type { Work } from "../conversations/work.ts";
import { applyDeed, applyHandOff } from "./apply-deed.ts";

export interface EffectOrigin {
  /** Null for what Hilo itself does, outside of any flow. */
  session: LiveSession | null;
  /** The platform's id of the customer's latest message. */
  heard?: string | undefined;
  inboxEventId: string;
  at: Date;
}

export function applyEffect(work: Work, effect: Effect, origin: EffectOrigin): void {
  const { session } = origin;
  const sessionId = session?.id ?? null;
  // The next input of this batch must see the change: the snapshot moves along with the rows.
  work.contact = changedContact(work.contact, effect);
  switch (effect.type) {
    case "send-message":
      work.say(effect.content, {
        key: effect.id,
        replyTo: effect.replyTo ?? null,
        author: session ? "bot" : "system",
        authorId: null,
        sessionId,
        nodeId: effect.nodeId,
        flowVersionId: session?.flowVersionId ?? null,
        inboxEventId: origin.inboxEventId,
        at: origin.at,
        ...(effect.report ? { report: true } : {}),
      });
      break;
    case "set-timer":
      if (sessionId === null) break;
      work.setTimer({
        sessionId,
        waitId: effect.waitId,
        purpose: effect.purpose,
        dueAt: new Date(effect.dueAt),
      });
      break;
    case "cancel-timers":
      if (sessionId !== null) work.cancelTimers(sessionId, effect.waitId);
      break;
    case "perform-task": {
      const { waitId, nodeId, task } = effect;
      if (sessionId !== null) work.tasks.push({ id: work.idFor(effect.id), sessionId, waitId, nodeId, task });
      break;
    }
    case "add-tag":
      work.tags.set(effect.tag, true);
      break;
    case "remove-tag":
      work.tags.set(effect.tag, false);
      break;
    case "set-contact-field":
      work.fields.set(effect.field, effect.value);
      break;
    case "set-opt-in":
    case "assign":
    case "add-note":
    case "track-event":
    case "assign-variant":
      applyDeed(work, effect, origin);
      break;
    case "show-typing":
      work.signals.push({ kind: "typing", messageId: origin.heard ?? null });
      break;
    case "mark-read":
      work.signals.push({ kind: "read", messageId: origin.heard ?? null });
      break;
    case "hand-off":
      applyHandOff(work, effect, origin.at);
      break;
    case "hand-back":
      work.giveToBot();
      break;
    default: {
      const never: never = effect;
      throw new Error(`unknown effect ${JSON.stringify(never)}`);
    }
  }
}
