/** Keywords of a flow that other flows take: told with a text that shows it, before anybody publishes. */
import type { TriggerCandidate, TriggerEntry } from "./candidate.ts";
import { isDefaultKeyword } from "./match.ts";
import { whyBetter } from "./rank.ts";
import type { KeywordTrigger } from "./schema.ts";
import type { TriggerIndex } from "./trigger-index.ts";

export interface KeywordConflict {
  keyword: string;
  mode: KeywordTrigger["mode"];
  /** A message that has the keyword and starts the other flow. */
  witness: string;
  winner: { flowId: string; keyword: string; mode: TriggerCandidate["mode"] };
  /** Why the other goes first: “an exact match goes before a whole word”. */
  why: string;
}

/** A message that no keyword of people has. */
const ANYTHING = "…";

/**
 * @param own the triggers of the flow, as they would be published
 * @param index all triggers of the workspace, the flow's own among them as given in `own`
 */
export function keywordConflicts(own: readonly TriggerEntry[], index: TriggerIndex): KeywordConflict[] {
  return own.flatMap((entry) => {
    const { trigger, flowId } = entry;
    if (trigger.type !== "keyword" || trigger.mode === "regex") return [];
    const witness = isDefaultKeyword(trigger.keyword) ? ANYTHING : trigger.keyword;
    const matches = index.matches({ content: { type: "text", text: witness }, firstMessage: false });
    const winner = matches.find((candidate) => alwaysHolds(candidate, trigger));
    const mine = matches.find((candidate) => candidate.flowId === flowId && candidate.trigger === trigger);
    if (!winner || winner.flowId === flowId) return [];
    const { keyword, mode } = winner;
    const why = (mine && whyBetter(winner, mine)) ?? "it goes first";
    return [
      {
        keyword: trigger.keyword,
        mode: trigger.mode,
        witness,
        winner: { flowId: winner.flowId, keyword, mode },
        why,
      },
    ];
  });
}

/** Whether a rival takes the message wherever the trigger itself would: it has no conditions, or the same. */
function alwaysHolds({ trigger }: TriggerCandidate, own: KeywordTrigger): boolean {
  const conditions = JSON.stringify(trigger.conditions ?? {});
  return conditions === "{}" || conditions === JSON.stringify(own.conditions ?? {});
}
