/** Triggers in plain words. */
import { foldText, type KeywordMode, type Trigger, type TriggerOf } from "@hilo/flow-engine";
import { t } from "../../i18n/t.ts";
import { cronWords } from "./cron-patterns.ts";

/** Each mode as the end of "When a message …". */
export const MODE_WORDS: Record<KeywordMode, string> = {
  // t:
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
  // t:
  any: "Mention, rating, post or call",
  mention: "Mention",
  rating: "Rating of the page",
  post: "Post on the page",
  call: "Call",
};

const STORY_WORDS: Record<TriggerOf<"story">["on"], string> = {
  // t:
  any: "Story",
  reply: "Story answered",
  mention: "Story mentions you",
};

/** What a chip on the start card says. */
export function triggerTitle(trigger: Trigger): string {
  switch (trigger.type) {
    case "keyword":
      return keywordTitle(trigger.keyword, trigger.mode);
    case "payload":
      return t("Button {id}", { id: `${trigger.payload}${trigger.prefix ? "…" : ""}` });
    case "get-started":
      return t("Get started");
    case "first-message":
      return t("First message");
    case "reopened":
      return t("Back after {days}", { days: days(trigger.days) });
    case "catch-all":
      return t("Any message");
    case "ad":
      return adTitle(trigger.adIds ?? []);
    case "ref-link":
      return t("Link {ref}", { ref: trigger.ref });
    case "comment":
      return commentTitle(trigger);
    case "story":
      return t(STORY_WORDS[trigger.on]);
    case "opt-in":
      return trigger.topic === undefined ? t("Opt-in") : t("Opt-in: {topic}", { topic: trigger.topic });
    case "activity":
      return t(ACTIVITY_WORDS[trigger.on]);
    case "lead":
      return trigger.formIds?.length === 1
        ? t("Form {id}", { id: trigger.formIds[0] ?? "" })
        : t("Lead form");
    case "tag-added":
      return t("Tag {tag}", { tag: trigger.tag });
    case "field-changed":
      return trigger.to === undefined
        ? t("{field} changes", { field: trigger.field })
        : t("{field} becomes {value}", { field: trigger.field, value: trigger.to });
    case "event":
      return t("Event {name}", { name: trigger.name });
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
  if (keyword === "") return t("No keyword yet");
  if (keyword === "default") return t("Any text");
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
  if (ids.length === 0) return t("Any ad");
  return ids.length === 1 ? t("Ad {id}", { id: ids[0] ?? "" }) : t("{count} ads", { count: ids.length });
}

function commentTitle({ keyword, mode, postIds = [], live }: TriggerOf<"comment">): string {
  const what = keyword === undefined ? t("Comment") : `${t("Comment")} ${keywordTitle(keyword, mode)}`;
  if (live === true) return t("{comment} on a live video", { comment: what });
  return postIds.length > 0 ? t("{comment} on certain posts", { comment: what }) : what;
}

function dateTitle({ field, days: offset, time, yearly }: TriggerOf<"date-reached">): string {
  const name = field === "createdAt" ? t("becoming a contact") : field;
  const many = days(Math.abs(offset));
  const when =
    offset === 0
      ? t("On {date}", { date: name })
      : offset < 0
        ? t("{days} before {date}", { days: many, date: name })
        : t("{days} after {date}", { days: many, date: name });
  return yearly ? t("{when}, every year, at {time}", { when, time }) : t("{when} at {time}", { when, time });
}

function days(count: number): string {
  return count === 1 ? t("1 day") : t("{count} days", { count });
}
