import { describe, expect, it } from "vitest";
import type { TriggerEntry } from "./candidate.ts";
import { type ExplainContext, explain } from "./explain.ts";
import { compileGlobalWords, DEFAULT_GLOBAL_WORDS } from "./global-words.ts";
import { triggerSchema } from "./schema.ts";
import { buildTriggerIndex } from "./trigger-index.ts";

const ana: ExplainContext = {
  channel: { id: "c1", platform: "whatsapp" },
  contact: { language: "es", tags: ["vip"] },
  now: Date.parse("2026-03-02T23:00:00Z"),
  timeZone: "UTC",
  hours: { week: { mon: [{ from: "09:00", to: "18:00" }] }, days: [] },
};
const entry = (flowId: string, trigger: Record<string, unknown>, createdAt = 0): TriggerEntry => ({
  flowId,
  versionId: `${flowId}@1`,
  priority: 0,
  createdAt,
  trigger: triggerSchema.parse(trigger),
});
const keyword = (flowId: string, word: string, mode: string, conditions?: unknown) =>
  entry(flowId, { type: "keyword", keyword: word, mode, ...(conditions ? { conditions } : {}) });

describe("explain", () => {
  it("names the winner, the ranking, and why each is where it is", () => {
    const index = buildTriggerIndex([
      keyword("a", "hola", "word"),
      keyword("b", "hola", "exact"),
      keyword("c", "adiós", "word"),
    ]);
    const best = { flowId: "b", keyword: "hola", mode: "exact", reason: "The message is exactly “hola”." };
    expect(explain(index, " HÓLA", ana)).toEqual({
      winner: best,
      candidates: [
        best,
        {
          flowId: "a",
          keyword: "hola",
          mode: "word",
          reason: "The message has the word “hola”. Next in line: an exact match goes before a whole word.",
        },
      ],
      notNow: [],
      folded: "hola",
      word: null,
    });
  });

  it("has no winner when nothing matches", () => {
    const nothing = { winner: null, candidates: [], notNow: [], folded: "hola", word: null };
    expect(explain(buildTriggerIndex([]), "hola", ana)).toEqual(nothing);
  });

  it.each([
    [{ channelIds: ["c2"] }, "It is for other channels."],
    [{ platforms: ["instagram", "messenger"] }, "It is for instagram or messenger, and this is whatsapp."],
    [{ tags: ["lead"] }, "It is for contacts with the tag “lead”."],
    [{ tags: ["lead", "new", "old"] }, "It is for contacts with the tag “lead”, “new” or “old”."],
    [{ languages: ["pt"] }, "It is for the language pt, and the contact's is es."],
    [{ hours: { when: "open" } }, "It is for opening hours, and now is closed."],
    [
      { tags: ["vip"], hours: { when: "open" }, languages: ["en"] },
      "It is for the language en, and the contact's is es.",
    ],
  ])("says of what matches and does not start now for %j: %s", (conditions, why) => {
    const index = buildTriggerIndex([
      keyword("a", "hola", "word", conditions),
      keyword("b", "hol", "contains"),
    ]);
    const { winner, candidates, notNow } = explain(index, "hola", ana);
    expect(winner?.flowId).toBe("b");
    expect(candidates).toHaveLength(1);
    expect(candidates[0]?.reason).not.toContain("Next in line");
    const reason = `The message has the word “hola”. ${why}`;
    expect(notNow).toEqual([{ flowId: "a", keyword: "hola", mode: "word", reason }]);
  });

  it("lets a word that means the same in every flow go first, as the conversation does", () => {
    const words = compileGlobalWords(DEFAULT_GLOBAL_WORDS);
    const index = buildTriggerIndex([
      keyword("a", "baja", "exact"),
      keyword("b", "agente", "word"),
      entry("all", { type: "catch-all" }),
    ]);
    const of = (text: string, contact = ana.contact) => {
      const { winner, word, candidates } = explain(index, text, { ...ana, contact, words });
      return [winner?.flowId ?? null, word, candidates.length];
    };
    expect(of("BAJA")).toEqual([null, "stop", 2]);
    expect(of("agente")).toEqual(["b", null, 2]);
    expect(of("humano")).toEqual([null, "agent", 1]);
    expect(of("alta")).toEqual(["all", null, 1]);
    expect(of("alta", { ...ana.contact, optedOut: true })).toEqual([null, "start", 1]);
  });

  it("explains an event, which has no text unless it is a comment", () => {
    const index = buildTriggerIndex([
      entry("a", { type: "tag-added", tag: "lead" }),
      entry("b", { type: "tag-added", tag: "lead", conditions: { tags: ["new"] } }),
      entry("c", { type: "comment", keyword: "precio" }),
    ]);
    expect(explain(index, { type: "tag-added", tag: "lead" }, ana)).toMatchObject({
      winner: { flowId: "a", mode: "tag-added", reason: "The contact got the tag “lead”." },
      notNow: [{ flowId: "b" }],
      folded: null,
    });
    const comment = explain(index, { type: "comment", commentId: "1", text: "¿PRECIO?" }, ana);
    expect(comment).toMatchObject({ winner: { flowId: "c" }, folded: "¿precio?" });
  });
});
