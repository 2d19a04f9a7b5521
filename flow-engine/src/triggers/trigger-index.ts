/** All triggers of a workspace's published flows, ready to be asked which of them a message or an event matches. */
import { type InboundContent, inboundText } from "../content/inbound.ts";
import type { Origin } from "../inputs/message.ts";
import type { TriggerCandidate, TriggerEntry } from "./candidate.ts";
import { conditionsHold, type TriggerContext } from "./conditions.ts";
import type { TriggerEvent } from "./event.ts";
import { compareCandidates } from "./rank.ts";
import { messageText } from "./text-triggers.ts";
import { TriggerLayer } from "./trigger-layer.ts";

/** What the index must know of a message. */
export interface TriggerMessage {
  content: InboundContent;
  /** The contact never wrote on this channel before. */
  firstMessage: boolean;
  /** Whole days since the contact's last message on this channel; absent when there is none. */
  silentDays?: number;
  origin?: Origin | undefined;
}

export interface TriggerIndex {
  /** Every trigger that matches and whose conditions hold, best first. */
  candidates(message: TriggerMessage, context: TriggerContext): TriggerCandidate[];
  /** The same for what is no message. */
  eventCandidates(event: TriggerEvent, context: TriggerContext): TriggerCandidate[];
  /** Every trigger that matches, whatever its conditions say, best first: for explanations. */
  matches(asked: TriggerMessage | TriggerEvent): TriggerCandidate[];
  /** Number of triggers in the index. */
  readonly size: number;
  /** An index with other triggers for one flow (none: without the flow). Costs by what changed, not by the size of the index. */
  withFlow(flowId: string, entries: readonly TriggerEntry[]): TriggerIndex;
}

/** Triggers in the small layer of changes after which both layers become one again; the larger the index, the more. */
const MAX_CHANGED = 256;
const MAX_CHANGED_SHARE = 0.1;

/**
 * Asking it costs by the message's length, not by the number of keywords (patterns of mode `regex` aside: each is
 * tried, in linear time). Keywords that fold to nothing and patterns that do not compile match nothing: `check`
 * reports them.
 */
export function buildTriggerIndex(entries: readonly TriggerEntry[]): TriggerIndex {
  return new WorkspaceTriggers(new TriggerLayer(entries), new Set(), new TriggerLayer([]));
}

/** A large layer that stays, the flows of it that no longer count, and a small layer of what came in their place. */
class WorkspaceTriggers implements TriggerIndex {
  constructor(
    private readonly base: TriggerLayer,
    private readonly replaced: ReadonlySet<string>,
    private readonly changed: TriggerLayer,
  ) {}

  get size(): number {
    return this.entries().length;
  }

  candidates(message: TriggerMessage, context: TriggerContext): TriggerCandidate[] {
    return holding(this.ofMessage(message), context).sort(compareCandidates);
  }

  eventCandidates(event: TriggerEvent, context: TriggerContext): TriggerCandidate[] {
    return holding(this.ofEvent(event), context).sort(compareCandidates);
  }

  matches(asked: TriggerMessage | TriggerEvent): TriggerCandidate[] {
    const found = "content" in asked ? this.ofMessage(asked) : this.ofEvent(asked);
    return found.sort(compareCandidates);
  }

  withFlow(flowId: string, entries: readonly TriggerEntry[]): TriggerIndex {
    const changed = [...this.changed.entries.filter((entry) => entry.flowId !== flowId), ...entries];
    const replaced = new Set(this.replaced).add(flowId);
    const limit = Math.max(MAX_CHANGED, this.base.entries.length * MAX_CHANGED_SHARE);
    const next = new WorkspaceTriggers(this.base, replaced, new TriggerLayer(changed));
    return changed.length + replaced.size > limit ? buildTriggerIndex(next.entries()) : next;
  }

  private entries(): TriggerEntry[] {
    return [...this.base.entries.filter(({ flowId }) => !this.replaced.has(flowId)), ...this.changed.entries];
  }

  private ofMessage(message: TriggerMessage): TriggerCandidate[] {
    const words = inboundText(message.content);
    const text = words === null ? null : messageText(words);
    return this.inForce(this.base.matching(message, text), this.changed.matching(message, text));
  }

  private ofEvent(event: TriggerEvent): TriggerCandidate[] {
    return this.inForce(this.base.matchingEvent(event), this.changed.matchingEvent(event));
  }

  private inForce(
    base: readonly TriggerCandidate[],
    changed: readonly TriggerCandidate[],
  ): TriggerCandidate[] {
    const { replaced } = this;
    return [...base.filter(({ flowId }) => !replaced.has(flowId)), ...changed];
  }
}

function holding(candidates: readonly TriggerCandidate[], context: TriggerContext): TriggerCandidate[] {
  return candidates.filter(({ trigger }) => conditionsHold(trigger.conditions, context));
}
