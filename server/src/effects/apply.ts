/** Effects of a step → rows to save. The only place that knows what an effect means to the server. */
import { changedContact, type Effect, type MessageContent } from "@hilo/flow-engine";
import { adapterFor } from "../channels/registry.ts";
import type { LiveSession } from "../conversations/loaded.ts";
import type { Work } from "../conversations/work.ts";

export interface EffectOrigin {
  session: LiveSession;
  inboxEventId: string;
  at: Date;
}

export function applyEffect(work: Work, effect: Effect, origin: EffectOrigin): void {
  const sessionId = origin.session.id;
  // The next input of this batch must see the change: the snapshot moves along with the rows.
  work.contact = changedContact(work.contact, effect);
  switch (effect.type) {
    case "send-message":
      sendMessage(work, effect.content, effect.id, effect.nodeId, origin);
      break;
    case "set-timer":
      work.setTimer({
        sessionId,
        waitId: effect.waitId,
        purpose: effect.purpose,
        dueAt: new Date(effect.dueAt),
      });
      break;
    case "cancel-timers":
      work.cancelTimers(sessionId, effect.waitId);
      break;
    case "perform-task": {
      const { waitId, nodeId, task } = effect;
      work.tasks.push({ id: work.idFor(effect.id), sessionId, waitId, nodeId, task });
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
    case "hand-off":
      work.mode = "Human";
      work.assigneeId = null;
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

function sendMessage(
  work: Work,
  content: MessageContent,
  effectId: string,
  nodeId: string | null,
  origin: EffectOrigin,
): void {
  const parts = adapterFor(work.conversation.channel.platform).fit(content);
  for (const [n, part] of parts.entries()) {
    work.addMessage({
      id: work.idFor(`${effectId}:${n}`),
      direction: "out",
      author: "bot",
      authorId: null,
      content: part,
      status: "Pending",
      platformMessageId: null,
      replyTo: null,
      clientKey: `${effectId}:${n}`,
      sessionId: origin.session.id,
      nodeId,
      flowVersionId: origin.session.flowVersionId,
      inboxEventId: origin.inboxEventId,
      at: origin.at,
    });
  }
}
