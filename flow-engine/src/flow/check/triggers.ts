/** Triggers that can't match, match twice, or are missing. */
import { compileKeywordPattern, isDefaultKeyword } from "../../triggers/match.ts";
import { foldText } from "../../triggers/normalize.ts";
import type { KeywordTrigger, Trigger } from "../../triggers/schema.ts";
import type { FlowGraph } from "./flow-graph.ts";
import type { Problem } from "./problem.ts";

export function checkTriggers({ flow, start }: FlowGraph): Problem[] {
  const at = { nodeId: start.id };
  if (flow.triggers.length === 0) {
    const message = "The flow has no trigger: it starts only by hand, by the API or from another flow.";
    return [{ code: "trigger-none", severity: "warning", ...at, message }];
  }
  const seen = new Set<string>();
  return flow.triggers.flatMap((trigger) =>
    [...keyword(trigger), ...interrupting(trigger), ...repeated(trigger, seen)].map((problem) => ({
      ...problem,
      ...at,
    })),
  );
}

function keyword(trigger: Trigger): Problem[] {
  if (trigger.type !== "keyword") return [];
  if (trigger.mode === "regex" && !isDefaultKeyword(trigger.keyword)) return pattern(trigger);
  if (foldText(trigger.keyword) !== "") return [];
  const message = `The keyword “${trigger.keyword}” is empty once accents, spaces and invisible characters are taken off.`;
  return [{ code: "keyword-empty", severity: "error", message }];
}

function pattern({ keyword: source }: KeywordTrigger): Problem[] {
  try {
    if (!compileKeywordPattern(source).matcher("").find()) return [];
    const message = `The pattern “${source}” matches even an empty message, so it takes every message.`;
    return [{ code: "keyword-pattern-open", severity: "warning", message }];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [
      {
        code: "keyword-pattern-invalid",
        severity: "error",
        message: `The pattern “${source}” is not valid: ${reason}`,
      },
    ];
  }
}

function interrupting(trigger: Trigger): Problem[] {
  if (!trigger.interrupts) return [];
  const takesAll =
    trigger.type === "catch-all" ||
    trigger.type === "first-message" ||
    (trigger.type === "keyword" && isDefaultKeyword(trigger.keyword));
  if (!takesAll) return [];
  const message =
    "A trigger that takes any message can't interrupt other flows; it waits until none is under way.";
  return [{ code: "trigger-interrupts-nothing", severity: "warning", message }];
}

function repeated(trigger: Trigger, seen: Set<string>): Problem[] {
  const key = JSON.stringify(
    trigger.type === "keyword" ? { ...trigger, keyword: foldText(trigger.keyword) } : trigger,
  );
  if (!seen.has(key)) {
    seen.add(key);
    return [];
  }
  return [{ code: "trigger-twice", severity: "warning", message: "The same trigger is given twice." }];
}
