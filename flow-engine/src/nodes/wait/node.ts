/** Pauses the flow for a time, or until a moment; days are calendar days of the workspace's zone. */
import { addDays, parseInstant } from "../../expressions/dates.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import type { StepContext } from "../../step/context.ts";
import { defineNode, go, NEXT_PORT, type NodeProblem, type Scope } from "../define-node.ts";
import { isLiteral, topText } from "../text-field.ts";
import { type WaitData, waitNodeSchema } from "./schema.ts";

/** Milliseconds of the units that have a fixed length, and of a day when only a part of one is asked for. */
const UNIT_MS = { seconds: 1_000, minutes: 60_000, hours: 3_600_000, days: 86_400_000 } as const;
/** Longest wait: past a year, people change phones. */
const MAX_WAIT_MS = 365 * UNIT_MS.days;

function afterAmount({ amount, unit }: WaitData, ctx: StepContext): number {
  if (unit !== "days") return Math.round(ctx.now + amount * UNIT_MS[unit]);
  const whole = Math.floor(amount);
  return Math.round(addDays(ctx.now, whole, ctx.timeZone) + (amount - whole) * UNIT_MS.days);
}

/** The moment a text names; null, with a note in the trace, when there is none to wait for. */
function momentOf(scope: Scope<WaitData, Template | null>, until: Template): number | null {
  const text = scope.render(until);
  const moment = parseInstant(text, scope.ctx.timeZone);
  if (moment !== null && moment > scope.ctx.now) return moment;
  const [code, message] =
    moment === null
      ? ["date-unreadable", `“${text}” is not a date or a date and time`]
      : ["date-past", `${text} is past`];
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
  return null;
}

/** A date may be a year off. */
function silentMinutes({ amount, unit, until }: WaitData): number {
  return (until ? MAX_WAIT_MS : Math.min(amount * UNIT_MS[unit], MAX_WAIT_MS)) / UNIT_MS.minutes;
}

function check(data: WaitData): NodeProblem[] {
  const { until } = data;
  if (until) return dateProblems(until);
  if (data.amount * UNIT_MS[data.unit] > MAX_WAIT_MS) {
    return [
      { code: "wait-too-long", severity: "error", message: "The wait is longer than 365 days. Shorten it." },
    ];
  }
  if (data.amount > 0) return [];
  return [
    {
      code: "wait-empty",
      severity: "warning",
      message: "The wait takes no time. Write how long, or take it out.",
    },
  ];
}

function dateProblems(until: string): NodeProblem[] {
  if (!isLiteral(until) || parseInstant(until, "UTC") !== null) return [];
  const message = `“${until}” is not a date. Write it as 2026-12-31 or 2026-12-31T18:30.`;
  return [{ code: "date-unreadable", severity: "error", message }];
}

export const waitNode = defineNode({
  type: "wait",
  group: "logic",
  summary: "Pauses for a time or until a moment, however long, through restarts and changes of clocks.",
  version: 1,
  schema: waitNodeSchema,
  defaults: { amount: 1, unit: "minutes" },
  ports: () => [NEXT_PORT],
  prepare: (data) => compileOptional(data.until),
  enter(scope) {
    const dueAt = scope.prepared ? momentOf(scope, scope.prepared) : afterAmount(scope.data, scope.ctx);
    if (dueAt === null) return go();
    return { kind: "wait", for: "timer", timers: [{ purpose: "wake", dueAt }] };
  },
  resume: (_scope, input) =>
    input.type === "timer" && input.purpose === "wake" ? go() : { kind: "ignore", reason: "waits-for-time" },
  texts: (data) => [topText(data, "until", "the date", { reader: "machine" })],
  check,
  silence: (data) => ({ next: { minutes: silentMinutes(data), pauses: !data.until && data.amount > 0 } }),
});
