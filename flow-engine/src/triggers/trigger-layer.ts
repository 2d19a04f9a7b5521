/** Triggers arranged by what they look at, so that a message or an event meets only those that may match. */
import type { InboundContent, Tap } from "../content/inbound.ts";
import type { Origin } from "../inputs/message.ts";
import { candidateOf, type TriggerCandidate, type TriggerEntry } from "./candidate.ts";
import type { TriggerEvent } from "./event.ts";
import {
  adMatch,
  commentMatch,
  commentWeight,
  dateMatch,
  fieldMatch,
  ofFlow,
  scheduleMatch,
} from "./event-match.ts";
import { DEFAULT_KEYWORD } from "./match.ts";
import { foldText } from "./normalize.ts";
import type { KeywordMode, Trigger, TriggerOf, TriggerType } from "./schema.ts";
import { type Keyword, type MessageText, type Pattern, TextTriggers } from "./text-triggers.ts";
import type { TriggerMessage } from "./trigger-index.ts";

/** What the platforms send for the button that a business configures under this name. */
const GET_STARTED_PAYLOAD = "GET_STARTED";
/** WhatsApp's own message for the first opening of a chat. */
const WELCOME_REQUEST = "request_welcome";

export class TriggerLayer {
  readonly entries: readonly TriggerEntry[];
  private readonly keywords: Keyword[] = [];
  private readonly patterns: Pattern[] = [];
  private readonly texts: TextTriggers;
  private readonly payloads = new Map<string, TriggerCandidate[]>();
  private readonly prefixes = new Map<string, TriggerCandidate[]>();
  private readonly defaults: TriggerCandidate[] = [];
  /** The other types, which are few: each is asked. */
  private readonly others = new Map<TriggerType, TriggerEntry[]>();

  constructor(entries: readonly TriggerEntry[]) {
    this.entries = entries;
    for (const entry of entries) this.add(entry);
    this.texts = new TextTriggers(this.keywords, this.patterns);
  }

  /** @param text the message's words, folded once for all layers; null when it has none */
  matching(message: TriggerMessage, text: MessageText | null): TriggerCandidate[] {
    const { content } = message;
    const found = [...this.defaults, ...this.named("catch-all", () => "")];
    if (isWelcome(content)) found.push(...this.named("get-started", () => ""));
    // What nothing here understands can only be answered in general.
    if (content.type === "unknown") return found;
    if (message.firstMessage) found.push(...this.named("first-message", () => ""));
    const { silentDays } = message;
    if (silentDays !== undefined)
      found.push(...this.named("reopened", ({ days }) => silentDays >= days && `${days}`, Number));
    if (message.origin) found.push(...this.byOrigin(message.origin));
    if (content.type === "tap") found.push(...this.byTap(content.tap));
    return text === null ? found : [...found, ...this.texts.matching(text)];
  }

  matchingEvent(event: TriggerEvent): TriggerCandidate[] {
    switch (event.type) {
      case "comment":
        return this.named("comment", (trigger) => commentMatch(trigger, event), commentWeight);
      case "referral":
        return this.byOrigin(event);
      case "opt-in":
        return this.named(
          "opt-in",
          ({ topic }) => (topic === undefined || topic === event.topic) && (topic ?? ""),
        );
      case "activity":
        return this.named(
          "activity",
          ({ on }) => (on === "any" || on === event.activity) && (on === "any" ? "" : on),
        );
      case "lead":
        return this.named("lead", ({ formIds = [] }) => adMatch(formIds, event.formId ?? ""));
      case "tag-added":
        return this.named("tag-added", ({ tag }) => tag === event.tag && tag);
      case "field-changed":
        return this.named("field-changed", (trigger) => fieldMatch(trigger, event));
      case "date-reached":
        return ofFlow(
          event,
          this.named("date-reached", (trigger) => dateMatch(trigger, event)),
        );
      case "schedule":
        return ofFlow(
          event,
          this.named("schedule", (trigger) => scheduleMatch(trigger, event)),
        );
      case "event":
        return this.named("event", ({ name }) => foldText(name) === foldText(event.name) && name);
    }
  }

  private byOrigin({ ref, ad, story }: Origin): TriggerCandidate[] {
    return [
      ...(ref === undefined ? [] : this.named("ref-link", (trigger) => trigger.ref === ref && ref)),
      ...(ad === undefined ? [] : this.named("ad", ({ adIds = [] }) => adMatch(adIds, ad.id))),
      ...(story === undefined
        ? []
        : this.named("story", ({ on }) => (on === "any" || on === story.kind) && story.kind)),
    ];
  }

  private byTap({ kind, id }: Tap): TriggerCandidate[] {
    const pressed = kind === "postback" && id === GET_STARTED_PAYLOAD;
    return [...this.byPayload(id), ...(pressed ? this.named("get-started", () => "") : [])];
  }

  private byPayload(id: string): TriggerCandidate[] {
    const found = [...(this.payloads.get(id) ?? [])];
    if (this.prefixes.size === 0) return found;
    for (let length = 1; length <= id.length; length++)
      found.push(...(this.prefixes.get(id.slice(0, length)) ?? []));
    return found;
  }

  /**
   * Triggers of a type for which `match` gives a text: the value that reasons speak of, and whose length ranking
   * compares unless `weigh` says otherwise.
   */
  private named<T extends Exclude<TriggerType, "keyword">>(
    type: T,
    match: (trigger: TriggerOf<T>) => string | false,
    weigh: (value: string, trigger: TriggerOf<T>) => number = ({ length }) => length,
  ): TriggerCandidate[] {
    return (this.others.get(type) ?? []).flatMap((entry) => {
      if (!isOfType(entry.trigger, type)) return [];
      const value = match(entry.trigger);
      return value === false ? [] : [candidateOf(entry, type, value, weigh(value, entry.trigger))];
    });
  }

  private add(entry: TriggerEntry): void {
    const { trigger } = entry;
    if (trigger.type === "payload") {
      const map = trigger.prefix ? this.prefixes : this.payloads;
      const candidate = candidateOf(entry, "payload", trigger.payload, trigger.payload.length);
      map.set(trigger.payload, [...(map.get(trigger.payload) ?? []), candidate]);
    } else if (trigger.type === "keyword") {
      this.addKeyword(entry, trigger.keyword, trigger.mode);
    } else {
      this.others.set(trigger.type, [...(this.others.get(trigger.type) ?? []), entry]);
    }
  }

  private addKeyword(entry: TriggerEntry, keyword: string, mode: KeywordMode): void {
    const folded = foldText(keyword);
    if (folded === DEFAULT_KEYWORD) {
      this.defaults.push(candidateOf(entry, "default", keyword, folded.length));
    } else if (mode === "regex") {
      this.patterns.push({ entry, keyword });
    } else if (folded !== "") {
      this.keywords.push({ entry, keyword, mode, folded });
    }
  }
}

function isOfType<T extends TriggerType>(trigger: Trigger, type: T): trigger is TriggerOf<T> {
  return trigger.type === type;
}

function isWelcome(content: InboundContent): boolean {
  return content.type === "unknown" && content.platformType === WELCOME_REQUEST;
}
