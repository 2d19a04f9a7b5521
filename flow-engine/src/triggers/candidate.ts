/** A trigger that matched: what ranking orders and routing starts. */
import type { Program } from "../flow/program.ts";
import type { KeywordMode, Trigger, TriggerType } from "./schema.ts";

/** How a trigger matched. The keyword `default` is a mode of its own, whatever mode it is written in. */
export type MatchMode = KeywordMode | Exclude<TriggerType, "keyword"> | "default";

/** A trigger of a published flow, as the workspace lists it. */
export interface TriggerEntry {
  flowId: string;
  /** The published version that would start. */
  versionId: string;
  /** `settings.priority` of the flow. */
  priority: number;
  /** When the flow was made, milliseconds since the epoch. */
  createdAt: number;
  trigger: Trigger;
}

/** The triggers of a program that stands alone. */
export function entriesOf({ id, settings, triggers }: Program): TriggerEntry[] {
  const { priority } = settings;
  return triggers.map((trigger) => ({ flowId: id, versionId: id, priority, createdAt: 0, trigger }));
}

export interface TriggerCandidate extends TriggerEntry {
  mode: MatchMode;
  /** The keyword, payload or other value as written; empty for triggers that have none. */
  keyword: string;
  /** Length that ranking compares: of the folded keyword, of the pattern or payload; of `reopened`, the days. */
  keywordLength: number;
  /** One sentence for people: why this trigger matches. */
  reason: string;
}

export function candidateOf(
  entry: TriggerEntry,
  mode: MatchMode,
  keyword: string,
  keywordLength: number,
): TriggerCandidate {
  return { mode, keyword, keywordLength, reason: reasonOf(mode, keyword), ...entry };
}

const ACTIVITY_REASONS: Readonly<Record<string, string>> = {
  mention: "The contact mentions the business.",
  rating: "The contact rates the page.",
  post: "The contact posts on the page.",
  call: "The contact called.",
};

export function reasonOf(mode: MatchMode, keyword: string): string {
  switch (mode) {
    case "payload":
      return `The tap carries “${keyword}”.`;
    case "get-started":
      return "The contact pressed “Get started”.";
    case "exact":
      return `The message is exactly “${keyword}”.`;
    case "starts-with":
      return `The message starts with “${keyword}”.`;
    case "word":
      return `The message has the ${/\s/.test(keyword.trim()) ? "phrase" : "word"} “${keyword}”.`;
    case "contains":
      return `The message contains “${keyword}”.`;
    case "regex":
      return `The message matches the pattern “${keyword}”.`;
    case "first-message":
      return "It is the contact's first message.";
    case "reopened":
      return `The contact was silent for ${keyword} days or more.`;
    case "ad":
      return keyword === "" ? "The contact came from an ad." : `The contact came from the ad ${keyword}.`;
    case "ref-link":
      return `The contact came by the link “${keyword}”.`;
    case "story":
      return keyword === "mention"
        ? "The contact mentions us in a story."
        : "The contact answers one of our stories.";
    case "comment":
      return keyword === "" ? "It is a comment." : `The comment has “${keyword}”.`;
    case "opt-in":
      return keyword === "" ? "The contact opted in." : `The contact opted in to “${keyword}”.`;
    case "activity":
      return ACTIVITY_REASONS[keyword] ?? "The contact mentions, rates or calls the business.";
    case "lead":
      return keyword === "" ? "The contact filled in a form." : `The contact filled in the form ${keyword}.`;
    case "tag-added":
      return `The contact got the tag “${keyword}”.`;
    case "field-changed":
      return `The contact's “${keyword}” changed.`;
    case "date-reached":
      return `The contact's date “${keyword}” has come.`;
    case "schedule":
      return keyword === "" ? "It is time." : `It is time for “${keyword}”.`;
    case "event":
      return `The event “${keyword}” was reported.`;
    case "default":
      return "The keyword “default” takes every message.";
    case "catch-all":
      return "A catch-all takes what nothing else takes.";
  }
}
