/** Every type of trigger: what the menu calls it, and how a new one begins. */
import type { Trigger, TriggerType } from "@hilo/flow-engine";

/** Each as what happens. */
export const TRIGGER_LABELS: Record<TriggerType, string> = {
  // t:
  keyword: "A message with a keyword",
  "first-message": "Somebody writes for the first time",
  reopened: "Somebody writes again after a long time",
  payload: "A tap on an older button",
  "get-started": "Somebody presses “Get started”",
  "catch-all": "Any message nothing else takes",
  ad: "Somebody comes from an ad",
  "ref-link": "Somebody comes by a link or QR code",
  comment: "A comment on a post or live video",
  story: "A story is answered or mentions you",
  "opt-in": "Somebody opts in on Messenger",
  activity: "Somebody mentions, rates or calls you",
  lead: "Somebody fills in a lead form",
  "tag-added": "A contact gets a tag",
  "field-changed": "A contact's field changes",
  event: "Another program reports an event",
  schedule: "At set times, for everybody",
  "date-reached": "A contact's date has come",
};

const GROUP_LABELS = {
  // t:
  messages: "Messages",
  origins: "How people come",
  happenings: "What happens",
  time: "Time",
};

/** The usual first, in each group. */
export const TRIGGER_GROUPS: readonly { label: string; types: readonly TriggerType[] }[] = [
  {
    label: GROUP_LABELS.messages,
    types: ["keyword", "first-message", "reopened", "payload", "get-started", "catch-all"],
  },
  {
    label: GROUP_LABELS.origins,
    types: ["ad", "ref-link", "comment", "story", "opt-in", "activity", "lead"],
  },
  { label: GROUP_LABELS.happenings, types: ["tag-added", "field-changed", "event"] },
  { label: GROUP_LABELS.time, types: ["schedule", "date-reached"] },
];

/** A keyword counts as a whole word. What the format takes only filled in begins with `word`, or an example. */
export function newTrigger(type: TriggerType, word: string): Trigger {
  switch (type) {
    case "keyword":
      return { type, keyword: word, mode: "word" };
    case "payload":
      return { type, payload: word };
    case "reopened":
      return { type, days: 30 };
    case "ref-link":
      return { type, ref: word };
    case "comment":
      return { type, mode: "word" };
    case "story":
      return { type, on: "any" };
    case "activity":
      return { type, on: "any" };
    case "tag-added":
      return { type, tag: "lead" };
    case "field-changed":
      return { type, field: "plan" };
    case "event":
      return { type, name: "order-paid" };
    case "schedule":
      return { type, name: "", cron: "0 9 * * 1" };
    case "date-reached":
      return { type, field: "birthday", days: 0, time: "09:00" };
    default:
      return { type };
  }
}
