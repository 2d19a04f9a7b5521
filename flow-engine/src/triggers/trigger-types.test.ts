import { describe, expect, it } from "vitest";
import type { InboundContent } from "../content/inbound.ts";
import type { TriggerEntry } from "./candidate.ts";
import type { TriggerContext } from "./conditions.ts";
import type { TriggerEvent } from "./event.ts";
import { triggerSchema } from "./schema.ts";
import { buildTriggerIndex, type TriggerMessage } from "./trigger-index.ts";

const anywhere: TriggerContext = {
  channel: { id: "c1", platform: "whatsapp" },
  contact: { language: "es", tags: [] },
};
const entry = (flowId: string, trigger: Record<string, unknown>): TriggerEntry => ({
  flowId,
  versionId: `${flowId}@1`,
  priority: 0,
  createdAt: 0,
  trigger: triggerSchema.parse(trigger),
});

const hi: InboundContent = { type: "text", text: "hi" };
const message = (content: InboundContent, more: Partial<TriggerMessage> = {}): TriggerMessage => ({
  content,
  firstMessage: false,
  ...more,
});
const tap = (id: string, kind: "button" | "postback" = "button"): TriggerMessage =>
  message({ type: "tap", tap: { kind, id, title: "" } });
const welcome = message({ type: "unknown", platformType: "request_welcome", raw: {} });

function ask(entries: TriggerEntry[], asked: TriggerMessage | TriggerEvent) {
  const index = buildTriggerIndex(entries);
  return "content" in asked ? index.candidates(asked, anywhere) : index.eventCandidates(asked, anywhere);
}

/** What the trigger matched by, its reason beside it; null when it did not match. */
function matched(trigger: Record<string, unknown>, asked: TriggerMessage | TriggerEvent): string | null {
  const [found] = ask([entry("f", trigger)], asked);
  if (!found) return null;
  expect(found.reason).toMatch(/^[A-Z].*\.$/);
  return found.keyword;
}

const ad = (id: string) => message(hi, { origin: { ad: { id } } });
const ref = (text: string) => message(hi, { origin: { ref: text } });
const story = (kind: "reply" | "mention") => message(hi, { origin: { story: { kind } } });

describe("messages", () => {
  it.each<[Record<string, unknown>, TriggerMessage, string | null]>([
    [{ type: "keyword", keyword: "hi" }, message(hi), "hi"],
    [{ type: "keyword", keyword: "hola" }, message(hi), null],
    [{ type: "keyword", keyword: "hi" }, message({ type: "location", latitude: 1, longitude: 2 }), null],
    [
      { type: "keyword", keyword: "hi" },
      message({ type: "media", media: { kind: "image" }, caption: "hi" }),
      "hi",
    ],
    [{ type: "payload", payload: "buy" }, tap("buy"), "buy"],
    [{ type: "payload", payload: "buy" }, tap("buy-1"), null],
    [{ type: "payload", payload: "buy", prefix: true }, tap("buy-1"), "buy"],
    [{ type: "payload", payload: "buy", prefix: true }, tap("bu"), null],
    [{ type: "payload", payload: "buy", prefix: true }, tap("buy"), "buy"],
    [{ type: "payload", payload: "buy" }, tap("BUY"), null],
    [{ type: "get-started" }, tap("GET_STARTED", "postback"), ""],
    [{ type: "get-started" }, tap("GET_STARTED"), null],
    [{ type: "get-started" }, welcome, ""],
    [{ type: "get-started" }, message(hi, { firstMessage: true }), null],
    [{ type: "first-message" }, message(hi, { firstMessage: true }), ""],
    [{ type: "first-message" }, message(hi), null],
    [{ type: "first-message" }, welcome, null],
    [{ type: "reopened", days: 30 }, message(hi, { silentDays: 30 }), "30"],
    [{ type: "reopened", days: 30 }, message(hi, { silentDays: 29 }), null],
    [{ type: "reopened", days: 30 }, message(hi, { firstMessage: true }), null],
    [{ type: "ad" }, ad("a1"), ""],
    [{ type: "ad", adIds: [] }, ad("a1"), ""],
    [{ type: "ad", adIds: ["a0", "a1"] }, ad("a1"), "a1"],
    [{ type: "ad", adIds: ["a0"] }, ad("a1"), null],
    [{ type: "ad" }, ref("spring"), null],
    [{ type: "ref-link", ref: "spring" }, ref("spring"), "spring"],
    [{ type: "ref-link", ref: "spring" }, ref("Spring"), null],
    [{ type: "ref-link", ref: "spring" }, message(hi), null],
    [{ type: "story" }, story("reply"), "reply"],
    [{ type: "story", on: "mention" }, story("mention"), "mention"],
    [{ type: "story", on: "mention" }, story("reply"), null],
    [{ type: "story" }, message(hi), null],
    [{ type: "catch-all" }, message(hi), ""],
    [{ type: "catch-all" }, welcome, ""],
    [{ type: "comment" }, message(hi), null],
    [{ type: "event", name: "hi" }, message(hi), null],
  ])("%j and %j: %j", (trigger, asked, expected) => expect(matched(trigger, asked)).toBe(expected));
});

const comment = (more: Partial<Extract<TriggerEvent, { type: "comment" }>> = {}): TriggerEvent => ({
  type: "comment",
  text: "¿PRECIO?",
  commentId: "1",
  postId: "p1",
  ...more,
});
const date: TriggerEvent = { type: "date-reached", field: "birthday", date: "2026-03-02" };

describe("events", () => {
  it.each<[Record<string, unknown>, TriggerEvent, string | null]>([
    [{ type: "comment" }, comment(), ""],
    [{ type: "comment", keyword: "précio" }, comment(), "précio"],
    [{ type: "comment", keyword: "preci" }, comment(), null],
    [{ type: "comment", keyword: "preci", mode: "contains" }, comment(), "preci"],
    [{ type: "comment", keyword: "(", mode: "regex" }, comment(), null],
    [{ type: "comment", postIds: ["p1"] }, comment(), ""],
    [{ type: "comment", postIds: ["p2"] }, comment(), null],
    [{ type: "comment", postIds: ["p2"] }, { type: "comment", text: "x", commentId: "1" }, null],
    [{ type: "comment", live: true }, comment(), null],
    [{ type: "comment", live: true }, comment({ live: true }), ""],
    [{ type: "comment", live: false }, comment({ live: true }), null],
    [{ type: "ref-link", ref: "spring" }, { type: "referral", ref: "spring" }, "spring"],
    [{ type: "ad" }, { type: "referral", ad: { id: "a1" } }, ""],
    [{ type: "ad" }, { type: "referral", ref: "spring" }, null],
    [{ type: "opt-in" }, { type: "opt-in" }, ""],
    [{ type: "opt-in", topic: "news" }, { type: "opt-in", topic: "news" }, "news"],
    [{ type: "opt-in", topic: "news" }, { type: "opt-in", topic: "offers" }, null],
    [{ type: "opt-in", topic: "news" }, { type: "opt-in" }, null],
    [{ type: "activity" }, { type: "activity", activity: "rating", text: "" }, ""],
    [{ type: "activity", on: "call" }, { type: "activity", activity: "call", text: "" }, "call"],
    [{ type: "activity", on: "call" }, { type: "activity", activity: "mention", text: "" }, null],
    [{ type: "lead" }, { type: "lead", leadId: "1", fields: {} }, ""],
    [{ type: "lead", formIds: ["f1"] }, { type: "lead", leadId: "1", formId: "f1", fields: {} }, "f1"],
    [{ type: "lead", formIds: ["f1"] }, { type: "lead", leadId: "1", formId: "f2", fields: {} }, null],
    [{ type: "lead", formIds: ["f1"] }, { type: "lead", leadId: "1", fields: {} }, null],
    [{ type: "tag-added", tag: "vip" }, { type: "tag-added", tag: "vip" }, "vip"],
    [{ type: "tag-added", tag: "vip" }, { type: "tag-added", tag: "vip2" }, null],
    [{ type: "field-changed", field: "plan" }, { type: "field-changed", field: "plan", after: null }, "plan"],
    [{ type: "field-changed", field: "plan" }, { type: "field-changed", field: "city", after: 1 }, null],
    [
      { type: "field-changed", field: "plan", to: "oró" },
      { type: "field-changed", field: "plan", after: "ORO " },
      "plan",
    ],
    [
      { type: "field-changed", field: "plan", to: "7" },
      { type: "field-changed", field: "plan", after: 7 },
      "plan",
    ],
    [
      { type: "field-changed", field: "plan", to: "oro" },
      { type: "field-changed", field: "plan", after: "plata" },
      null,
    ],
    [{ type: "date-reached", field: "birthday" }, date, "birthday"],
    [{ type: "date-reached", field: "due" }, date, null],
    [{ type: "date-reached", field: "birthday", days: -7 }, { ...date, days: -7, time: "09:00" }, "birthday"],
    [{ type: "date-reached", field: "birthday", days: -7 }, { ...date, days: 0 }, null],
    [{ type: "date-reached", field: "birthday" }, { ...date, time: "10:00" }, null],
    [{ type: "date-reached", field: "birthday" }, { ...date, flowId: "f" }, "birthday"],
    [{ type: "date-reached", field: "birthday" }, { ...date, flowId: "g" }, null],
    [{ type: "schedule", cron: "0 9 * * 1" }, { type: "schedule", name: "" }, ""],
    [{ type: "schedule", cron: "0 9 * * 1", name: "Monday" }, { type: "schedule", name: "Monday" }, "Monday"],
    [{ type: "schedule", cron: "0 9 * * 1" }, { type: "schedule", name: "", cron: "0 8 * * 1" }, null],
    [{ type: "schedule", cron: "0 9 * * 1" }, { type: "schedule", name: "", flowId: "g" }, null],
    [{ type: "event", name: "Páid" }, { type: "event", name: "PAID" }, "Páid"],
    [{ type: "event", name: "paid" }, { type: "event", name: "sent" }, null],
    [{ type: "catch-all" }, { type: "event", name: "paid" }, null],
    [{ type: "keyword", keyword: "precio" }, comment(), null],
  ])("%j and %j: %j", (trigger, asked, expected) => expect(matched(trigger, asked)).toBe(expected));
});

describe("between types", () => {
  const flows = (entries: Record<string, unknown>[], asked: TriggerMessage | TriggerEvent) =>
    ask(
      entries.map((trigger, i) => entry(`${i}`, trigger)),
      asked,
    ).map(({ mode, keyword }) => (keyword === "" ? mode : `${mode} ${keyword}`));

  it("the payload, how the contact came, the words, how they behave, and what takes all, in this order", () => {
    const entries = [
      { type: "catch-all" },
      { type: "keyword", keyword: "default" },
      { type: "reopened", days: 30 },
      { type: "reopened", days: 90 },
      { type: "first-message" },
      { type: "keyword", keyword: "h.la", mode: "regex" },
      { type: "keyword", keyword: "hola", mode: "contains" },
      { type: "keyword", keyword: "hola", mode: "word" },
      { type: "keyword", keyword: "hola", mode: "starts-with" },
      { type: "keyword", keyword: "hola", mode: "exact" },
      { type: "story", on: "any" },
      { type: "ad" },
      { type: "ad", adIds: ["a1"] },
      { type: "ref-link", ref: "spring" },
      { type: "get-started" },
      { type: "payload", payload: "GET", prefix: true },
      { type: "payload", payload: "GET_STARTED" },
    ];
    const asked = message(
      { type: "tap", tap: { kind: "postback", id: "GET_STARTED", title: "Hola" } },
      {
        firstMessage: true,
        silentDays: 100,
        origin: { ref: "spring", ad: { id: "a1" }, story: { kind: "reply" } },
      },
    );
    expect(flows(entries, asked)).toEqual([
      "payload GET_STARTED",
      "payload GET",
      "get-started",
      "ref-link spring",
      "ad a1",
      "ad",
      "story reply",
      "exact hola",
      "starts-with hola",
      "word hola",
      "contains hola",
      "regex h.la",
      "first-message",
      "reopened 90",
      "reopened 30",
      "default default",
      "catch-all",
    ]);
  });

  it("a comment's post goes before its words, and longer words before shorter", () => {
    const entries = [
      { type: "comment" },
      { type: "comment", keyword: "precio" },
      { type: "comment", keyword: "precio por favor" },
      { type: "comment", postIds: ["p1"] },
      { type: "comment", postIds: ["p1"], keyword: "precio" },
    ];
    const found = ask(
      entries.map((trigger, i) => entry(`${i}`, trigger)),
      comment({ text: "precio por favor" }),
    );
    expect(found.map(({ flowId }) => flowId)).toEqual(["4", "3", "2", "1", "0"]);
  });
});
