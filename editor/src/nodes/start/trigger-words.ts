/** Triggers in plain words. */
import { foldText, type KeywordMode, type Trigger, type TriggerOf } from "@hilo/flow-engine";
import { cronWords } from "./cron-patterns.ts";

/** Each mode as the end of "When a message …". */
export const MODE_WORDS: Record<KeywordMode, string> = {
  word: "has the word",
  exact: "is exactly",
  "starts-with": "starts with",
  contains: "contains, also inside words",
  regex: "matches the pattern",
};

/** The usual first. */
export const MODE_OPTIONS = Object.entries(MODE_WORDS).map(([value, label]) => ({ value, label }));

/** Each activity as a title, and the choice of all of them. */
export const ACTIVITY_WORDS: Record<TriggerOf<"activity">["on"], string> = {
  any: "Mention, rating, post or call",
  mention: "Mention",
  rating: "Rating of the page",
  post: "Post on the page",
  call: "Call",
};

/** What a chip on the start card says. */
export function triggerTitle(trigger: Trigger): string {
  switch (trigger.type) {
    case "keyword":
      return keywordTitle(trigger.keyword, trigger.mode);
    case "payload":
      return `Button ${trigger.payload}${trigger.prefix ? "…" : ""}`;
    case "get-started":
      return "Get started";
    case "first-message":
      return "First message";
    case "reopened":
      return `Back after ${counted(trigger.days, "day")}`;
    case "catch-all":
      return "Any message";
    case "ad":
      return adTitle(trigger.adIds ?? []);
    case "ref-link":
      return `Link ${trigger.ref}`;
    case "comment":
      return commentTitle(trigger);
    case "story":
      return { any: "Story", reply: "Story answered", mention: "Story mentions you" }[trigger.on];
    case "opt-in":
      return trigger.topic === undefined ? "Opt-in" : `Opt-in: ${trigger.topic}`;
    case "activity":
      return ACTIVITY_WORDS[trigger.on];
    case "lead":
      return trigger.formIds?.length === 1 ? `Form ${trigger.formIds[0]}` : "Lead form";
    case "tag-added":
      return `Tag ${trigger.tag}`;
    case "field-changed":
      return trigger.to === undefined ? `${trigger.field} changes` : `${trigger.field} becomes ${trigger.to}`;
    case "event":
      return `Event ${trigger.name}`;
    case "schedule":
      return trigger.name === "" ? cronWords(trigger.cron) : `${trigger.name}: ${cronWords(trigger.cron)}`;
    case "date-reached":
      return dateTitle(trigger);
  }
}

/** A message of any kind starts it, so it waits until no other conversation is under way. */
export function takesAnyMessage(trigger: Trigger): boolean {
  if (trigger.type === "keyword") return foldText(trigger.keyword) === "default";
  return trigger.type === "catch-all" || trigger.type === "first-message";
}

function keywordTitle(keyword: string, mode: KeywordMode): string {
  if (keyword === "") return "No keyword yet";
  if (keyword === "default") return "Any text";
  switch (mode) {
    case "exact":
      return `= ${keyword}`;
    case "starts-with":
      return `${keyword}…`;
    case "contains":
      return `…${keyword}…`;
    case "regex":
      return `/${keyword}/`;
    case "word":
      return keyword;
  }
}

function adTitle(ids: readonly string[]): string {
  if (ids.length === 0) return "Any ad";
  return ids.length === 1 ? `Ad ${ids[0]}` : `${ids.length} ads`;
}

function commentTitle({ keyword, mode, postIds = [], live }: TriggerOf<"comment">): string {
  const where = live === true ? " on a live video" : postIds.length > 0 ? " on certain posts" : "";
  const what = keyword === undefined ? "" : ` ${keywordTitle(keyword, mode)}`;
  return `Comment${what}${where}`;
}

function dateTitle({ field, days, time, yearly }: TriggerOf<"date-reached">): string {
  const name = field === "createdAt" ? "becoming a contact" : field;
  const offset =
    days === 0 ? `On ${name}` : `${counted(Math.abs(days), "day")} ${days < 0 ? "before" : "after"} ${name}`;
  return `${offset}${yearly ? ", every year," : ""} at ${time}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
