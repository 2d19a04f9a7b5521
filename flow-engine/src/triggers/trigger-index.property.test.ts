/** The index against the plainest model: try every trigger, keep what matches, sort by the rules. Also after changes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MatchMode, TriggerEntry } from "./candidate.ts";
import type { TriggerContext } from "./conditions.ts";
import { matchKeyword } from "./match.ts";
import { foldText } from "./normalize.ts";
import { KEYWORD_MODES, type KeywordMode, triggerSchema } from "./schema.ts";
import { hardPattern, hardText } from "./texts.fixture.ts";
import { buildTriggerIndex, type TriggerIndex } from "./trigger-index.ts";

const context: TriggerContext = {
  channel: { id: "c", platform: "whatsapp" },
  contact: { language: "es", tags: ["vip"] },
};

interface Model {
  flowId: string;
  keyword: string;
  mode: KeywordMode;
  priority: number;
  createdAt: number;
  tag: string | null;
}

const anyTrigger = fc
  .record({
    keyword: fc.oneof(hardText(3), hardPattern),
    mode: fc.constantFrom(...KEYWORD_MODES),
    tag: fc.constantFrom(null, null, null, "vip", "lead"),
  })
  .filter(({ keyword }) => keyword.length > 0 && keyword.length <= 200);
/** A flow as it is published: its triggers, and what ranks it. */
const anyFlow = fc.record({
  flowId: fc.integer({ min: 0, max: 30 }).map((i) => `flow-${i}`),
  priority: fc.integer({ min: 0, max: 2 }),
  createdAt: fc.integer({ min: 0, max: 2 }),
  triggers: fc.array(anyTrigger, { maxLength: 6 }),
});
type PublishedFlow = typeof anyFlow extends fc.Arbitrary<infer T> ? T : never;

function models({ triggers, ...flow }: PublishedFlow): Model[] {
  return triggers.map((trigger) => ({ ...flow, ...trigger }));
}

function entries(flow: PublishedFlow): TriggerEntry[] {
  return models(flow).map(({ flowId, priority, createdAt, keyword, mode, tag }) => ({
    flowId,
    versionId: `${flowId}@1`,
    priority,
    createdAt,
    trigger: triggerSchema.parse({
      type: "keyword",
      keyword,
      mode,
      ...(tag === null ? {} : { conditions: { tags: [tag] } }),
    }),
  }));
}

const RANKS: MatchMode[] = ["exact", "starts-with", "word", "contains", "regex", "default"];

/** exact > starts-with > word > contains > regex > default; longer keyword; priority; oldest; id. */
function naive(all: readonly Model[], text: string): string[] {
  const found = all
    .filter((model) => (model.tag === null || model.tag === "vip") && matches(model, text))
    .map((model) => {
      const isDefault = foldText(model.keyword) === "default";
      const mode: MatchMode = isDefault ? "default" : model.mode;
      const length = mode === "regex" ? model.keyword.length : foldText(model.keyword).length;
      return { ...model, mode, order: [RANKS.indexOf(mode), -length, -model.priority, model.createdAt] };
    });
  found.sort((a, b) => {
    for (let i = 0; i < a.order.length; i++) {
      const difference = (a.order[i] ?? 0) - (b.order[i] ?? 0);
      if (difference !== 0) return difference;
    }
    if (a.flowId !== b.flowId) return a.flowId < b.flowId ? -1 : 1;
    return a.keyword < b.keyword ? -1 : Number(a.keyword > b.keyword);
  });
  return found.map(({ flowId, mode, keyword }) => `${flowId} ${mode} ${keyword}`);
}

function matches({ keyword, mode }: Model, text: string): boolean {
  try {
    return matchKeyword(keyword, mode, text);
  } catch {
    return false;
  }
}

function found(index: TriggerIndex, text: string): string[] {
  return index
    .candidates({ content: { type: "text", text }, firstMessage: false }, context)
    .map(({ flowId, mode, keyword }) => `${flowId} ${mode} ${keyword}`);
}

/** Texts that hold some of the keywords, and texts at random. */
function textAbout(flows: readonly PublishedFlow[], parts: readonly (string | number)[]): string {
  const keywords = flows.flatMap(({ triggers }) => triggers.map(({ keyword }) => keyword));
  return parts
    .map((part) => (typeof part === "string" ? part : (keywords[part % Math.max(1, keywords.length)] ?? "")))
    .join("");
}
const parts = fc.array(fc.oneof(hardText(2), fc.nat(), fc.constant(" ")), { maxLength: 6 });

const flowSet = fc.uniqueArray(anyFlow, { maxLength: 15, selector: ({ flowId }) => flowId });

describe("the index", () => {
  it("names every trigger that matches, and orders them by the rules", () => {
    let hits = 0;
    fc.assert(
      fc.property(flowSet, fc.array(parts, { minLength: 1, maxLength: 5 }), (flows, messages) => {
        const index = buildTriggerIndex(flows.flatMap(entries));
        for (const message of messages) {
          const text = textAbout(flows, message);
          const expected = naive(flows.flatMap(models), text);
          hits += expected.length;
          expect(found(index, text)).toEqual(expected);
        }
      }),
      { numRuns: 4_000 },
    );
    expect(hits).toBeGreaterThan(8_000);
  });

  it("is after any changes what it would be if it were built anew", () => {
    fc.assert(
      fc.property(flowSet, fc.array(anyFlow, { maxLength: 12 }), parts, (flows, changes, message) => {
        const now = new Map(flows.map((flow) => [flow.flowId, flow]));
        let index = buildTriggerIndex(flows.flatMap(entries));
        for (const flow of changes) {
          now.set(flow.flowId, flow);
          index = index.withFlow(flow.flowId, entries(flow));
          const all = [...now.values()];
          const text = textAbout(all, message);
          expect(found(index, text)).toEqual(naive(all.flatMap(models), text));
          expect(index.size).toBe(all.reduce((sum, { triggers }) => sum + triggers.length, 0));
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it("stays right when so much changed that it is rebuilt", () => {
    const flow = (i: number, keyword: string): PublishedFlow => ({
      flowId: `flow-${i}`,
      priority: 0,
      createdAt: i,
      triggers: Array.from({ length: 3 }, (_, n) => ({ keyword: `${keyword}${n}`, mode: "word", tag: null })),
    });
    const all = new Map(Array.from({ length: 400 }, (_, i) => [i, flow(i, `antes${i}x`)]));
    let index = buildTriggerIndex([...all.values()].flatMap(entries));
    for (let i = 0; i < 400; i++) {
      const changed = flow(i, i % 3 === 0 ? "todos" : `luego${i}x`);
      all.set(i, changed);
      index = index.withFlow(changed.flowId, entries(changed));
      const text = `todos1 antes${i}x1 antes${i + 1}x2 luego${i}x0 luego${i - 1}x0 luego${i - 5}x0`;
      expect(found(index, text)).toEqual(naive([...all.values()].flatMap(models), text));
    }
    for (let i = 0; i < 400; i++) index = index.withFlow(`flow-${i}`, []);
    expect(index.size).toBe(0);
    expect(found(index, "todos1")).toEqual([]);
  });
});
