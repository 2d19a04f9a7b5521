/** Which of several matching triggers wins, and why: deterministic, explained. */
import type { MatchMode, TriggerCandidate } from "./candidate.ts";

/** Best first, and what each is called. A tap's own payload is the most exact; a catch-all takes what even `default` keywords leave. */
const MODE_NAMES: Readonly<Record<MatchMode, string>> = {
  payload: "the tap's own payload",
  "get-started": "the button “Get started”",
  "ref-link": "the link it came by",
  ad: "the ad it came from",
  story: "a story",
  exact: "an exact match",
  "starts-with": "a match at the start",
  word: "a whole word",
  contains: "a text inside the message",
  regex: "a pattern",
  comment: "a comment",
  "opt-in": "an opt-in",
  "tag-added": "a tag",
  "field-changed": "a changed field",
  "date-reached": "a date",
  schedule: "a schedule",
  event: "an event",
  "first-message": "a first message",
  reopened: "a long silence",
  default: "the keyword “default”",
  "catch-all": "a catch-all",
};
const PLACES: ReadonlyMap<string, number> = new Map(Object.keys(MODE_NAMES).map((mode, at) => [mode, at]));

interface Ranked {
  order: number;
  /** Why the better one is better; null between equals. */
  because: string | null;
}

/** Negative when `a` ranks before `b`. */
export function compareCandidates(a: TriggerCandidate, b: TriggerCandidate): number {
  return rank(a, b).order;
}

/** Why `winner` ranks before `loser`. */
export function whyBetter(winner: TriggerCandidate, loser: TriggerCandidate): string | null {
  return rank(winner, loser).because;
}

/** Mode, then longer keyword, then flow priority, then oldest; the ids at last, so that no order is left to chance. */
function rank(a: TriggerCandidate, b: TriggerCandidate): Ranked {
  const byMode = placeOf(a.mode) - placeOf(b.mode);
  if (byMode !== 0) {
    const [better, worse] = byMode < 0 ? [a, b] : [b, a];
    return { order: byMode, because: `${MODE_NAMES[better.mode]} goes before ${MODE_NAMES[worse.mode]}` };
  }
  const byLength = b.keywordLength - a.keywordLength;
  if (byLength !== 0) return { order: byLength, because: "the longer keyword goes first" };
  const byPriority = b.priority - a.priority;
  if (byPriority !== 0) return { order: byPriority, because: "the flow with the higher priority goes first" };
  const byAge = a.createdAt - b.createdAt;
  if (byAge !== 0) return { order: byAge, because: "the older flow goes first" };
  const byId = a.flowId < b.flowId ? -1 : a.flowId > b.flowId ? 1 : 0;
  if (byId !== 0) return { order: byId, because: "they are alike in everything, so the flow's id decides" };
  return { order: a.keyword < b.keyword ? -1 : a.keyword > b.keyword ? 1 : 0, because: null };
}

function placeOf(mode: MatchMode): number {
  return PLACES.get(mode) ?? PLACES.size;
}
