import { describe, expect, it } from "vitest";
import type { TriggerEntry } from "./candidate.ts";
import { keywordConflicts } from "./conflicts.ts";
import { type Trigger, triggerSchema } from "./schema.ts";
import { buildTriggerIndex } from "./trigger-index.ts";

const entry = (flowId: string, trigger: object, createdAt = 0, priority = 0): TriggerEntry => ({
  flowId,
  versionId: `${flowId}@1`,
  priority,
  createdAt,
  trigger: triggerSchema.parse({ type: "keyword", ...trigger }) satisfies Trigger,
});

function conflicts(own: TriggerEntry[], others: TriggerEntry[]) {
  return keywordConflicts(own, buildTriggerIndex([...own, ...others]));
}

describe("a keyword", () => {
  it("that another flow's exact one takes is told, with the text that shows it", () => {
    expect(
      conflicts(
        [entry("mine", { keyword: "Menú", mode: "word" })],
        [entry("theirs", { keyword: "menu", mode: "exact" })],
      ),
    ).toEqual([
      {
        keyword: "Menú",
        mode: "word",
        witness: "Menú",
        winner: { flowId: "theirs", keyword: "menu", mode: "exact" },
        why: "an exact match goes before a whole word",
      },
    ]);
  });

  it("that goes first itself, or is the flow's own twice, is no conflict", () => {
    const own = [
      entry("mine", { keyword: "hola", mode: "exact" }),
      entry("mine", { keyword: "hol", mode: "starts-with" }),
    ];
    expect(conflicts(own, [entry("theirs", { keyword: "hola", mode: "word" })])).toEqual([]);
  });

  it("loses to an older flow, and to one of higher priority", () => {
    const mine = entry("mine", { keyword: "hola", mode: "word" }, 2);
    expect(conflicts([mine], [entry("old", { keyword: "HOLA", mode: "word" }, 1)])).toMatchObject([
      { why: "the older flow goes first" },
    ]);
    expect(conflicts([mine], [entry("young", { keyword: "hola", mode: "word" }, 3)])).toEqual([]);
    expect(conflicts([mine], [entry("high", { keyword: "hola", mode: "word" }, 3, 9)])).toMatchObject([
      { why: "the flow with the higher priority goes first" },
    ]);
  });

  it("is not taken by what holds only somewhere else", () => {
    const own = [entry("mine", { keyword: "hola", mode: "word" })];
    const there = { conditions: { platforms: ["instagram"] } };
    expect(conflicts(own, [entry("theirs", { keyword: "hola", mode: "exact", ...there })])).toEqual([]);
    const both = [entry("mine", { keyword: "hola", mode: "word", ...there })];
    expect(conflicts(both, [entry("theirs", { keyword: "hola", mode: "exact", ...there })])).toHaveLength(1);
  });

  it("that takes everything conflicts with another that does", () => {
    const own = [entry("mine", { keyword: "default" }, 2)];
    expect(conflicts(own, [entry("theirs", { keyword: "default" }, 1)])).toMatchObject([{ witness: "…" }]);
  });
});
