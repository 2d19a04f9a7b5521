/** When a trigger by the clock has work to do. Pure. */
import { nextRun, parseCron, type TriggerOf } from "@hilo/flow-engine";

export type ClockTrigger = TriggerOf<"schedule"> | TriggerOf<"date-reached">;

/**
 * Dates come at a time of each contact's own zone, and zones lie whole quarters of an hour apart: looked at every
 * quarter of an hour, at the trigger's minute, each is seen when it comes.
 */
const QUARTER = 15;
const MINUTE_MS = 60_000;

/**
 * The first time after a moment.
 * @param zone the workspace's
 * @returns null for a cron that can't be read
 */
export function nextDue(trigger: ClockTrigger, after: Date, zone: string): Date | null {
  if (trigger.type === "date-reached") return nextLook(trigger.time, after);
  const cron = parseCron(trigger.cron);
  return "error" in cron ? null : new Date(nextRun(cron, after.getTime(), zoneOf(trigger, zone)));
}

/** The zone whose clock counts. Dates have one by contact. */
export function zoneOf(trigger: ClockTrigger, workspaceZone: string): string {
  return trigger.type === "schedule" ? (trigger.timeZone ?? workspaceZone) : "UTC";
}

/** Whether both come at the same times, whatever else about them differs. */
export function sameTimes(a: ClockTrigger, b: ClockTrigger): boolean {
  if (a.type === "schedule") return b.type === "schedule" && a.cron === b.cron && a.timeZone === b.timeZone;
  return b.type === "date-reached" && a.time === b.time && a.days === b.days;
}

/** What a trigger keeps through changes of its times: two of one name are told apart by their order. */
export function nameOf(trigger: ClockTrigger): string {
  return trigger.type === "schedule"
    ? `schedule:${trigger.name}`
    : `date-reached:${trigger.field}:${trigger.days}:${trigger.yearly ?? false}`;
}

function nextLook(time: string, after: Date): Date {
  const minute = Number(time.slice(-2)) % QUARTER;
  const passed = Math.floor(after.getTime() / MINUTE_MS) - minute;
  return new Date((Math.floor(passed / QUARTER) + 1) * QUARTER * MINUTE_MS + minute * MINUTE_MS);
}
