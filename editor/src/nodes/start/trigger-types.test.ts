import { type Trigger, triggerSchema } from "@hilo/flow-engine";
import { describe, expect, it } from "vitest";
import { newTrigger, TRIGGER_GROUPS, TRIGGER_LABELS } from "./trigger-types.ts";
import { takesAnyMessage, triggerTitle } from "./trigger-words.ts";

const types = triggerSchema.options.map(({ shape }) => shape.type.value);

describe("the menu", () => {
  it("has every type once, each of which begins as the engine takes it", () => {
    const offered = TRIGGER_GROUPS.flatMap((group) => group.types);
    expect(offered.toSorted()).toEqual(types.toSorted());
    expect(new Set(Object.values(TRIGGER_LABELS)).size).toBe(types.length);
    for (const type of types) expect(triggerSchema.parse(newTrigger(type, "hola"))).toMatchObject({ type });
  });
});

describe("chips", () => {
  it.each<[Trigger, string]>([
    [{ type: "keyword", keyword: "hola", mode: "word" }, "hola"],
    [{ type: "keyword", keyword: "hola", mode: "exact" }, "= hola"],
    [{ type: "keyword", keyword: "hola", mode: "starts-with" }, "hola…"],
    [{ type: "keyword", keyword: "hola", mode: "contains" }, "…hola…"],
    [{ type: "keyword", keyword: "h.la", mode: "regex" }, "/h.la/"],
    [{ type: "keyword", keyword: "default", mode: "contains" }, "Any text"],
    [{ type: "payload", payload: "buy", prefix: true }, "Button buy…"],
    [{ type: "get-started" }, "Get started"],
    [{ type: "first-message" }, "First message"],
    [{ type: "reopened", days: 30 }, "Back after 30 days"],
    [{ type: "catch-all" }, "Any message"],
    [{ type: "ad" }, "Any ad"],
    [{ type: "ad", adIds: ["1"] }, "Ad 1"],
    [{ type: "ad", adIds: ["1", "2"] }, "2 ads"],
    [{ type: "ref-link", ref: "spring" }, "Link spring"],
    [{ type: "comment", mode: "word" }, "Comment"],
    [
      { type: "comment", mode: "contains", keyword: "precio", live: true },
      "Comment …precio… on a live video",
    ],
    [{ type: "comment", mode: "word", postIds: ["1"] }, "Comment on certain posts"],
    [{ type: "story", on: "mention" }, "Story mentions you"],
    [{ type: "opt-in", topic: "news" }, "Opt-in: news"],
    [{ type: "activity", on: "rating" }, "Rating of the page"],
    [{ type: "lead", formIds: ["77"] }, "Form 77"],
    [{ type: "lead" }, "Lead form"],
    [{ type: "tag-added", tag: "vip" }, "Tag vip"],
    [{ type: "field-changed", field: "plan" }, "plan changes"],
    [{ type: "field-changed", field: "plan", to: "oro" }, "plan becomes oro"],
    [{ type: "event", name: "paid" }, "Event paid"],
    [{ type: "schedule", name: "", cron: "0 9 * * 1" }, "Every Monday at 09:00"],
    [{ type: "schedule", name: "News", cron: "0 9 * * *" }, "News: Every day at 09:00"],
    [{ type: "date-reached", field: "visit", days: 0, time: "09:00" }, "On visit at 09:00"],
    [{ type: "date-reached", field: "visit", days: -1, time: "18:00" }, "1 day before visit at 18:00"],
    [
      { type: "date-reached", field: "birthday", days: 7, time: "09:00", yearly: true },
      "7 days after birthday, every year, at 09:00",
    ],
    [
      { type: "date-reached", field: "createdAt", days: 30, time: "09:00" },
      "30 days after becoming a contact at 09:00",
    ],
  ])("%j is “%s”", (trigger, title) => expect(triggerTitle(trigger)).toBe(title));

  it("know what takes any message", () => {
    expect(takesAnyMessage({ type: "keyword", keyword: " DEFÁULT", mode: "word" })).toBe(true);
    expect(takesAnyMessage({ type: "keyword", keyword: "hola", mode: "word" })).toBe(false);
    expect(takesAnyMessage({ type: "catch-all" })).toBe(true);
    expect(takesAnyMessage({ type: "reopened", days: 3 })).toBe(false);
  });
});
