/** Which flow a text would start, and why: the whole ranking, for people. */

import type { MatchMode } from "./candidate.ts";
import type { TriggerContext } from "./conditions.ts";
import { whyBetter } from "./rank.ts";
import type { TriggerIndex } from "./trigger-index.ts";

export interface ExplainedCandidate {
  flowId: string;
  keyword: string;
  mode: MatchMode;
  reason: string;
}

export interface Explanation {
  winner: ExplainedCandidate | null;
  /** Best first; the winner is the first. */
  candidates: ExplainedCandidate[];
}

/** @param context the channel and contact whose conditions count */
export function explain(index: TriggerIndex, text: string, context: TriggerContext): Explanation {
  const ranked = index.candidates({ content: { type: "text", text }, firstMessage: false }, context);
  const candidates = ranked.map((candidate, at): ExplainedCandidate => {
    const { flowId, keyword, mode } = candidate;
    const better = ranked[at - 1];
    const because = better ? whyBetter(better, candidate) : null;
    return {
      flowId,
      keyword,
      mode,
      reason: because ? `${candidate.reason} Next in line: ${because}.` : candidate.reason,
    };
  });
  return { winner: candidates[0] ?? null, candidates };
}
