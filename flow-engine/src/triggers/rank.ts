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
  activity: "an activity",
  lead: "a form",
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

/** Negative when `a` ranks before `b`: by mode, longer keyword, flow priority, age; the ids at last, so that no order is left to chance. */
export function compareCandidates(a: TriggerCandidate, b: TriggerCandidate): number {
  return (
    placeOf(a.mode) - placeOf(b.mode) ||
    b.keywordLength - a.keywordLength ||
    b.priority - a.priority ||
    a.createdAt - b.createdAt ||
    compareTexts(a.flowId, b.flowId) ||
    compareTexts(a.keyword, b.keyword)
  );
}

/** Why `winner` ranks before `loser`; null when only the keywords' order decides, which says nothing to people. */
export function whyBetter(winner: TriggerCandidate, loser: TriggerCandidate): string | null {
  if (winner.mode !== loser.mode) return `${MODE_NAMES[winner.mode]} goes before ${MODE_NAMES[loser.mode]}`;
  if (winner.keywordLength !== loser.keywordLength) return whyLonger(winner.mode);
  if (winner.priority !== loser.priority) return "the flow with the higher priority goes first";
  if (winner.createdAt !== loser.createdAt) return "the older flow goes first";
  if (winner.flowId !== loser.flowId) return "they are alike in everything, so the flow's id decides";
  return null;
}

function whyLonger(mode: MatchMode): string {
  if (mode === "reopened") return "the longer silence goes first";
  if (mode === "comment") return "certain posts go before any post, then the longer keyword";
  return "the longer keyword goes first";
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function placeOf(mode: MatchMode): number {
  return PLACES.get(mode) ?? PLACES.size;
}
