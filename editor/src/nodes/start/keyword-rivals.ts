/** What an explanation of a keyword says about one flow and the others. */
import type { TriggerExplanation } from "@hilo/server/contract";

export interface Rivals {
  /** The keyword is a word that goes before all flows. */
  word: TriggerExplanation["word"];
  /** `shared`: this flow takes the keyword only sometimes; null: no other takes it. */
  outcome: "won" | "lost" | "shared" | null;
  /** Ids of flows: the winner alone when it is another, else those that come after this one. */
  others: string[];
  /** Of the one that comes behind: how it matches, and why the other goes first. */
  why: string | null;
  /** Others that take it under conditions. */
  sometimes: string[];
  /** Others that have it in their drafts only. */
  drafts: string[];
}

/** Null when there is nothing to say. */
export function rivalsOf(explanation: TriggerExplanation, flowId: string): Rivals | null {
  const { candidates, notNow, drafts = [], word } = explanation;
  const own = candidates.findIndex((candidate) => candidate.flowId === flowId);
  const first = candidates[0];
  const others = idsOf(candidates).filter((id) => id !== flowId);
  const sometimes = idsOf(notNow).filter((id) => id !== flowId && !others.includes(id));
  const inDrafts = idsOf(drafts);
  const behind = candidates.findIndex((candidate) => candidate.flowId !== flowId);
  const lost = first !== undefined && own > 0 && first.flowId !== flowId;
  const outcome = others.length === 0 ? null : lost ? "lost" : own === 0 ? "won" : "shared";
  if (word === null && outcome === null && sometimes.length === 0 && inDrafts.length === 0) return null;
  return {
    word,
    outcome,
    others: lost ? [first.flowId] : others,
    why: (outcome === "shared" ? null : candidates[lost ? own : behind]?.reason) ?? null,
    sometimes,
    drafts: inDrafts,
  };
}

const idsOf = (triggers: readonly { flowId: string }[]) => [...new Set(triggers.map(({ flowId }) => flowId))];
