/** A trigger that matched a message: what ranking orders and routing starts. */
import type { KeywordMode, Trigger } from "./schema.ts";

/** How a trigger matched. The keyword `default` is a mode of its own, whatever mode it is written in. */
export type MatchMode = KeywordMode | "payload" | "first-message" | "default" | "catch-all";

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

export interface TriggerCandidate extends TriggerEntry {
  mode: MatchMode;
  /** The keyword or payload as written; empty for triggers that have none. */
  keyword: string;
  /** Length that ranking compares: of the folded keyword, or of the pattern or payload. */
  keywordLength: number;
  /** One sentence for people: why this trigger matches. */
  reason: string;
}

export function reasonOf(mode: MatchMode, keyword: string): string {
  switch (mode) {
    case "payload":
      return `The tap carries “${keyword}”.`;
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
    case "default":
      return "The keyword “default” takes every message.";
    case "catch-all":
      return "A catch-all takes what nothing else takes.";
  }
}
