/** Pauses the flow for a time, until a moment, or until it is open; days are calendar days of a zone. */
import { isZone } from "../../expressions/dates.ts";
import { compileOptional, type Template } from "../../expressions/templates.ts";
import {
  defineNode,
  go,
  NEXT_PORT,
  type Outcome,
  type Port,
  type Scope,
  type Silence,
} from "../define-node.ts";
import { topText } from "../text-field.ts";
import { checkWait } from "./check.ts";
import { dueAfter, dueOn, MAX_WAIT_MS, openFrom, UNIT_MS } from "./due-at.ts";
import { type WaitData, waitNodeSchema } from "./schema.ts";

type WaitScope = Scope<WaitData, Template | null>;

const PAST_PORT: Port = { id: "past", label: "Already past", optional: true };

function enter(scope: WaitScope): Outcome {
  const { now } = scope.ctx;
  const zone = zoneOf(scope);
  if (!scope.prepared) return waitUntil(scope, dueAfter(scope.data, { now, zone }), zone);
  const text = scope.render(scope.prepared);
  const moment = dueOn(text, scope.data, zone);
  if (moment === null) {
    note(scope, "date-unreadable", `“${text}” is not a date or a date and time`);
    return go();
  }
  if (moment > now) return waitUntil(scope, moment, zone);
  note(scope, "date-past", `${text} is past`);
  return go(scope.connected(PAST_PORT.id) ? PAST_PORT.id : NEXT_PORT.id);
}

function note(scope: WaitScope, code: string, message: string): void {
  scope.record({ type: "error", nodeId: scope.nodeId, code, message });
}

function waitUntil(scope: WaitScope, moment: number, zone: string): Outcome {
  const latest = scope.ctx.now + MAX_WAIT_MS;
  if (moment > latest) note(scope, "wait-too-long", "longer than 365 days: it ends then");
  const dueAt = Math.min(latest, inWindow(scope, Math.min(latest, moment), zone));
  if (dueAt <= scope.ctx.now) return go();
  return { kind: "wait", for: "timer", timers: [{ purpose: "wake", dueAt }] };
}

/** The workspace's hours are in its own zone, whoever is waited for. */
function inWindow({ ctx, data }: WaitScope, moment: number, zone: string): number {
  if (data.window === undefined) return moment;
  return data.window === "workspace"
    ? openFrom(moment, ctx.hours, ctx.timeZone)
    : openFrom(moment, data.window, zone);
}

function zoneOf(scope: WaitScope): string {
  const own = scope.data.zone === "contact" ? scope.read("contact.timeZone") : null;
  return typeof own === "string" && isZone(own) ? own : scope.ctx.timeZone;
}

/** The longest month. */
const MONTH_MS = 31 * UNIT_MS.days;

/** A date, or an opening, may be a year off; a time of day is a day off at most. */
function silenceOf({ amount, unit, until, at, window }: WaitData): Silence {
  const days = at === undefined ? 0 : UNIT_MS.days;
  const unitMs = unit === "months" ? MONTH_MS : UNIT_MS[unit];
  const longest = until !== undefined || window !== undefined ? MAX_WAIT_MS : amount * unitMs + days;
  const pauses = !until && (amount > 0 || at !== undefined);
  return { minutes: Math.min(longest, MAX_WAIT_MS) / UNIT_MS.minutes, pauses };
}

export const waitNode = defineNode({
  type: "wait",
  group: "logic",
  summary: "Pauses for a time or until a moment, however long, through restarts and changes of clocks.",
  version: 1,
  schema: waitNodeSchema,
  defaults: { amount: 1, unit: "minutes", zone: "workspace" },
  ports: ({ until }) => (until === undefined ? [NEXT_PORT] : [NEXT_PORT, PAST_PORT]),
  prepare: (data) => compileOptional(data.until),
  enter,
  resume: (_scope, input) =>
    input.type === "timer" && input.purpose === "wake" ? go() : { kind: "ignore", reason: "waits-for-time" },
  texts: (data) => [topText(data, "until", "the date", { reader: "machine" })],
  check: checkWait,
  silence: (data) => ({ [NEXT_PORT.id]: silenceOf(data) }),
});
