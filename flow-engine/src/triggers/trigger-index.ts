/** All triggers of a workspace's published flows, ready to be asked which of them a message matches. */
import type { RE2JS } from "re2js";
import { type InboundContent, inboundText } from "../content/inbound.ts";
import { type MatchMode, reasonOf, type TriggerCandidate, type TriggerEntry } from "./candidate.ts";
import { conditionsHold, type TriggerContext } from "./conditions.ts";
import { KeywordIndex } from "./keyword-index.ts";
import { compileKeywordPattern, DEFAULT_KEYWORD, occurrenceCounts } from "./match.ts";
import { foldText, plainText } from "./normalize.ts";
import { compareCandidates } from "./rank.ts";
import type { KeywordMode } from "./schema.ts";

/** What the index must know of a message. */
export interface TriggerMessage {
  content: InboundContent;
  /** The contact never wrote on this channel before. */
  firstMessage: boolean;
}

export interface TriggerIndex {
  /** Every trigger that matches and whose conditions hold, best first. */
  candidates(message: TriggerMessage, context: TriggerContext): TriggerCandidate[];
  /** Number of triggers in the index. */
  readonly size: number;
}

type PlainMode = Exclude<KeywordMode, "regex">;
type Keyword = { candidate: TriggerCandidate; mode: PlainMode; folded: string };
type Pattern = { candidate: TriggerCandidate; pattern: RE2JS };

/**
 * Built once per change of the published flows; asking it costs by the message's length, not by the number of keywords
 * (patterns of mode `regex` aside: each is tried, in linear time).
 * Keywords that fold to nothing and patterns that do not compile match nothing: `check` reports them.
 */
export function buildTriggerIndex(entries: readonly TriggerEntry[]): TriggerIndex {
  return new WorkspaceTriggers(entries);
}

class WorkspaceTriggers implements TriggerIndex {
  readonly size: number;
  private readonly keywords: Keyword[] = [];
  private readonly automaton: KeywordIndex;
  private readonly patterns: Pattern[] = [];
  private readonly payloads = new Map<string, TriggerCandidate[]>();
  private readonly prefixes = new Map<string, TriggerCandidate[]>();
  private readonly first: TriggerCandidate[] = [];
  private readonly defaults: TriggerCandidate[] = [];
  private readonly catchAll: TriggerCandidate[] = [];

  constructor(entries: readonly TriggerEntry[]) {
    this.size = entries.length;
    for (const entry of entries) this.add(entry);
    this.automaton = new KeywordIndex(this.keywords.map(({ folded }) => folded));
  }

  candidates(message: TriggerMessage, context: TriggerContext): TriggerCandidate[] {
    const { content } = message;
    const found: TriggerCandidate[] = [...this.defaults, ...this.catchAll];
    // What nothing here understands can only be answered in general.
    if (content.type !== "unknown") {
      if (message.firstMessage) found.push(...this.first);
      if (content.type === "tap") found.push(...this.byPayload(content.tap.id));
      found.push(...this.byText(inboundText(content)));
    }
    return found
      .filter((candidate) => conditionsHold(candidate.trigger.conditions, context))
      .sort(compareCandidates);
  }

  private byText(text: string | null): TriggerCandidate[] {
    if (text === null) return [];
    const folded = foldText(text);
    const found = new Set<TriggerCandidate>();
    this.automaton.scan(folded, (index, start, end) => {
      const keyword = this.keywords[index];
      if (keyword && occurrenceCounts(keyword.mode, folded, start, end)) found.add(keyword.candidate);
    });
    if (this.patterns.length > 0) {
      const plain = plainText(text);
      for (const { candidate, pattern } of this.patterns)
        if (pattern.matcher(plain).find()) found.add(candidate);
    }
    return [...found];
  }

  private byPayload(id: string): TriggerCandidate[] {
    const found = [...(this.payloads.get(id) ?? [])];
    if (this.prefixes.size === 0) return found;
    for (let length = 1; length <= id.length; length++)
      found.push(...(this.prefixes.get(id.slice(0, length)) ?? []));
    return found;
  }

  private add(entry: TriggerEntry): void {
    const { trigger } = entry;
    switch (trigger.type) {
      case "first-message":
        this.first.push(candidateOf(entry, "first-message", "", 0));
        return;
      case "catch-all":
        this.catchAll.push(candidateOf(entry, "catch-all", "", 0));
        return;
      case "payload": {
        const map = trigger.prefix ? this.prefixes : this.payloads;
        const same = map.get(trigger.payload) ?? [];
        same.push(candidateOf(entry, "payload", trigger.payload, trigger.payload.length));
        map.set(trigger.payload, same);
        return;
      }
      case "keyword":
        this.addKeyword(entry, trigger.keyword, trigger.mode);
    }
  }

  private addKeyword(entry: TriggerEntry, keyword: string, mode: KeywordMode): void {
    const folded = foldText(keyword);
    if (folded === DEFAULT_KEYWORD) {
      this.defaults.push(candidateOf(entry, "default", keyword, folded.length));
    } else if (mode === "regex") {
      const pattern = tryCompile(keyword);
      if (pattern)
        this.patterns.push({ candidate: candidateOf(entry, mode, keyword, keyword.length), pattern });
    } else {
      this.keywords.push({ candidate: candidateOf(entry, mode, keyword, folded.length), mode, folded });
    }
  }
}

function candidateOf(
  entry: TriggerEntry,
  mode: MatchMode,
  keyword: string,
  keywordLength: number,
): TriggerCandidate {
  return { ...entry, mode, keyword, keywordLength, reason: reasonOf(mode, keyword) };
}

function tryCompile(pattern: string): RE2JS | null {
  try {
    return compileKeywordPattern(pattern);
  } catch {
    return null;
  }
}
