import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { InboundContent } from "../content/inbound.ts";
import type { TriggerEntry } from "./candidate.ts";
import type { TriggerContext } from "./conditions.ts";
import { matchKeyword } from "./match.ts";
import { matchesTrigger } from "./matches-trigger.ts";
import { foldText } from "./normalize.ts";
import { KEYWORD_MODES, triggerSchema } from "./schema.ts";
import { buildTriggerIndex } from "./trigger-index.ts";

const anywhere: TriggerContext = {
  channel: { id: "c1", platform: "whatsapp" },
  contact: { language: "es_MX", tags: ["vip"] },
};

let made = 0;
function entry(
  flowId: string,
  trigger: Record<string, unknown>,
  more: Partial<TriggerEntry> = {},
): TriggerEntry {
  return {
    flowId,
    versionId: `${flowId}@1`,
    priority: 0,
    createdAt: made++,
    trigger: triggerSchema.parse(trigger),
    ...more,
  };
}
const keyword = (flowId: string, word: string, mode?: string, more: Partial<TriggerEntry> = {}) =>
  entry(flowId, { type: "keyword", keyword: word, ...(mode ? { mode } : {}) }, more);

function flows(entries: TriggerEntry[], content: InboundContent | string, firstMessage = false): string[] {
  const message = typeof content === "string" ? ({ type: "text", text: content } as const) : content;
  return buildTriggerIndex(entries)
    .candidates({ content: message, firstMessage }, anywhere)
    .map(({ flowId }) => flowId);
}

describe("modes", () => {
  it.each([
    ["hola", "exact", "¡HÓLA", false],
    ["hola", "exact", " HÓLA ", true],
    ["hola", "starts-with", "holanda", true],
    ["hola", "starts-with", "di hola", false],
    ["hola", "word", "¡Hóla, buenas!", true],
    ["hola", "word", "*hola* _amigo_", true],
    ["hola", "word", "holanda", false],
    ["más información", "word", "quiero MAS  informacion ya", true],
    ["más información", "word", "mas informaciones", false],
    ["订单", "word", "我要订单吗", true],
    ["👍", "word", "ok👍ok", true],
    ["hola", "contains", "chola", true],
    ["^pedido\\s+(\\d+)$", "regex", "PEDIDO 42", true],
    ["^pedído", "regex", "pedido", true],
    ["^pedido\\s+(\\d+)$", "regex", "pedido x", false],
    ["default", "exact", "lo que sea", true],
  ])("%s as %s against %j: %j", (word, mode, text, expected) => {
    expect(flows([keyword("f", word, mode)], text)).toEqual(expected ? ["f"] : []);
  });

  it("takes a bare keyword as contained text", () =>
    expect(flows([keyword("f", "hola")], "chola")).toEqual(["f"]));

  it("matches nothing by a pattern that does not compile or a keyword of accents alone", () => {
    expect(flows([keyword("f", "(", "regex"), keyword("g", "\u0301", "contains")], "( \u0301")).toEqual([]);
  });
});

describe("ranking", () => {
  it("orders modes, then length, then priority, then age", () => {
    const entries = [
      entry("catch-all", { type: "catch-all" }),
      keyword("default", "default"),
      keyword("regex", "hola.*", "regex"),
      keyword("contains", "hol", "contains"),
      keyword("word", "hola", "word"),
      keyword("starts", "hola", "starts-with"),
      entry("first", { type: "first-message" }),
      keyword("exact-late", "hola", "exact", { createdAt: 9_000 }),
      keyword("exact-early", "hola", "exact", { createdAt: 8_000 }),
      keyword("exact-high", "hola", "exact", { createdAt: 9_999, priority: 5 }),
      keyword("longer", "hola", "contains"),
    ];
    expect(flows(entries, "hola", true)).toEqual([
      "exact-high",
      "exact-early",
      "exact-late",
      "starts",
      "word",
      "longer",
      "contains",
      "regex",
      "first",
      "default",
      "catch-all",
    ]);
  });

  it("orders alike whatever order the triggers came in", () => {
    const entries = ["a", "b", "c", "d"].map((id) => keyword(id, "hola", "word", { createdAt: 1 }));
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: 4 }), (shuffled) => {
        expect(flows(shuffled, "hola")).toEqual(["a", "b", "c", "d"]);
      }),
    );
  });
});

describe("other kinds of messages", () => {
  const all = [
    keyword("ventas", "ventas", "word"),
    entry("first", { type: "first-message" }),
    entry("payload", { type: "payload", payload: "promo-1" }),
    entry("prefix", { type: "payload", payload: "promo-", prefix: true }),
    keyword("default", "default"),
    entry("catch-all", { type: "catch-all" }),
  ];
  it("matches a tap by its payload, then by its title", () => {
    const tap = { type: "tap", tap: { kind: "postback", id: "promo-1", title: "Ventas" } } as const;
    expect(flows(all, tap)).toEqual(["payload", "prefix", "ventas", "default", "catch-all"]);
  });
  it("matches a picture's caption", () => {
    expect(flows(all, { type: "media", media: { kind: "image" }, caption: "ventas?" })[0]).toBe("ventas");
  });
  it("answers an unknown kind only in general, even when it is the first message", () => {
    expect(flows(all, { type: "unknown", platformType: "hologram", raw: {} }, true)).toEqual([
      "default",
      "catch-all",
    ]);
  });
});

const letters = fc.string({
  unit: fc.constantFrom("a", "b", "á", "B", " ", "!", "ß", "ｂ", "订"),
  maxLength: 6,
});

describe("agreement with the naive model", () => {
  it("finds for any keywords and message what trying each keyword finds", () => {
    const anyKeyword = fc.record({
      word: fc.oneof(
        letters.filter((text) => text !== ""),
        fc.constantFrom("default", "a+b", "^b"),
      ),
      mode: fc.constantFrom(...KEYWORD_MODES),
    });
    fc.assert(
      fc.property(
        fc.array(anyKeyword, { maxLength: 15 }),
        fc.array(letters, { maxLength: 5 }),
        (keywords, parts) => {
          const text = parts.join("");
          const entries = keywords.map(({ word, mode }, i) => keyword(`f${i}`, word, mode));
          const expected = keywords.flatMap(({ word, mode }, i) =>
            matchKeyword(word, mode, text) ? [`f${i}`] : [],
          );
          expect(flows(entries, text).sort()).toEqual(expected.sort());
        },
      ),
      { numRuns: 3_000 },
    );
  });

  it("takes by a bare keyword whatever the contract's match takes", () => {
    const text = fc.oneof(letters, fc.string({ unit: "binary", maxLength: 10 }));
    fc.assert(
      fc.property(text, text, text, (before, word, after) => {
        fc.pre(foldText(word) !== "" && word.length <= 200);
        const message = before + word + after;
        if (matchesTrigger(message, word)) expect(matchKeyword(word, "contains", message)).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });
});
