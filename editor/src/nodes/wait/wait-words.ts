/** A wait in words. */
import { t, tCount } from "../../i18n/t.ts";
import type { NodeData } from "../node-ui.ts";

type WaitData = NodeData<"wait">;

/** Of one and of several, and as a choice of units. */
export const UNIT_WORDS = {
  // t:
  seconds: { one: "1 second", many: "{count} seconds", unit: "seconds" },
  minutes: { one: "1 minute", many: "{count} minutes", unit: "minutes" },
  hours: { one: "1 hour", many: "{count} hours", unit: "hours" },
  days: { one: "1 day", many: "{count} days", unit: "days" },
  weeks: { one: "1 week", many: "{count} weeks", unit: "weeks" },
  months: { one: "1 month", many: "{count} months", unit: "months" },
} as const satisfies Record<WaitData["unit"], { one: string; many: string; unit: string }>;

const lengthWords = (amount: number, unit: WaitData["unit"]) =>
  tCount(amount, UNIT_WORDS[unit].one, UNIT_WORDS[unit].many);

export const amountWords = ({ amount, unit }: WaitData) => lengthWords(amount, unit);

const UNTIL = {
  // t:
  on: "Until {date}",
  before: "Until {length} before {date}",
  after: "Until {length} after {date}",
} as const;

/** The text that a date stands in, at `{date}`, with how long before or after it. */
export function untilWords({ offset }: WaitData): { text: string; length: string } {
  if (!offset || offset.amount === 0) return { text: UNTIL.on, length: "" };
  const length = lengthWords(Math.abs(offset.amount), offset.unit);
  return { text: offset.amount < 0 ? UNTIL.before : UNTIL.after, length };
}

/** What follows the length or the date: the time of day, the opening hours. */
export function afterWords({ at, window, zone }: WaitData): string[] {
  return [
    ...(at === undefined ? [] : [t("at {time}", { time: at })]),
    ...(window === undefined
      ? []
      : [window === "workspace" ? t("then until the workspace opens") : t("then until it is open")]),
    ...(zone === "contact" ? [t("where the contact is")] : []),
  ];
}
