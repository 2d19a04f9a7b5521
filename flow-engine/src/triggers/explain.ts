/** Which flow a text or an event would start, and why: the whole ranking, for people. */
import type { ContactSnapshot } from "../step/context.ts";
import type { MatchMode, TriggerCandidate } from "./candidate.ts";
import { type TriggerContext, whyNotNow } from "./conditions.ts";
import type { TriggerEvent } from "./event.ts";
import { type GlobalWord, type GlobalWords, globalWordOf } from "./global-words.ts";
import { foldText } from "./normalize.ts";
import { whyBetter } from "./rank.ts";
import { loneWord } from "./route.ts";
import type { TriggerIndex } from "./trigger-index.ts";

export interface ExplainedCandidate {
  flowId: string;
  keyword: string;
  mode: MatchMode;
  reason: string;
}

export interface Explanation {
  /** Null when nothing matches, and when the text is a word that means the same in every flow. */
  winner: ExplainedCandidate | null;
  /** Best first; the winner is the first. */
  candidates: ExplainedCandidate[];
  /** They match too, but a condition of theirs does not hold. */
  notNow: ExplainedCandidate[];
  /** The text as it is compared with keywords; null for an event without one. */
  folded: string | null;
  /** The word that the text is in every flow, when that goes before the candidates. */
  word: GlobalWord | null;
}

export interface ExplainContext extends TriggerContext {
  contact: TriggerContext["contact"] & Pick<ContactSnapshot, "optedOut">;
  words?: GlobalWords | undefined;
}

/**
 * As for a contact without a live session, who wrote before.
 * @param asked what they write, or what happened
 * @param context the channel and contact whose conditions count
 */
export function explain(
  index: TriggerIndex,
  asked: string | TriggerEvent,
  context: ExplainContext,
): Explanation {
  const matches =
    typeof asked === "string"
      ? index.matches({ content: { type: "text", text: asked }, firstMessage: false })
      : index.matches(asked);
  const judged = matches.map((candidate) => ({
    candidate,
    why: whyNotNow(candidate.trigger.conditions, context),
  }));
  const ranked = judged.flatMap(({ candidate, why }) => (why === null ? [candidate] : []));
  const text = typeof asked === "string" ? asked : null;
  const word = loneWord(globalWordOf(context.words, text), ranked, context.contact.optedOut);
  const candidates = ranked.map((candidate, at) => explained(candidate, because(ranked[at - 1], candidate)));
  return {
    winner: word === null ? (candidates[0] ?? null) : null,
    candidates,
    notNow: judged.flatMap(({ candidate, why }) => (why === null ? [] : [explained(candidate, why)])),
    folded: foldedOf(asked),
    word,
  };
}

function explained(candidate: TriggerCandidate, more: string | null): ExplainedCandidate {
  const { flowId, keyword, mode, reason } = candidate;
  return { flowId, keyword, mode, reason: more === null ? reason : `${reason} ${more}` };
}

function because(better: TriggerCandidate | undefined, candidate: TriggerCandidate): string | null {
  const why = better ? whyBetter(better, candidate) : null;
  return why === null ? null : `Next in line: ${why}.`;
}

function foldedOf(asked: string | TriggerEvent): string | null {
  if (typeof asked === "string") return foldText(asked);
  return asked.type === "comment" ? foldText(asked.text) : null;
}
