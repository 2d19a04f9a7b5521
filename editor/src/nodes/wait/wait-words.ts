/** A wait in words. */
import type { NodeData } from "../node-ui.ts";

type WaitData = NodeData<"wait">;

const lengthWords = (amount: number, unit: WaitData["unit"]) =>
  `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`;

/** `2 days after `, `1 hour before `, to stand before a date; empty without an offset. */
export function offsetWords({ offset }: WaitData): string {
  if (!offset || offset.amount === 0) return "";
  return `${lengthWords(Math.abs(offset.amount), offset.unit)} ${offset.amount < 0 ? "before" : "after"} `;
}

export const amountWords = ({ amount, unit }: WaitData) => lengthWords(amount, unit);

/** What follows the length or the date: the time of day, the opening hours. */
export function afterWords({ at, window, zone }: WaitData): string[] {
  return [
    ...(at === undefined ? [] : [`at ${at}`]),
    ...(window === undefined
      ? []
      : [window === "workspace" ? "then until the workspace opens" : "then until it is open"]),
    ...(zone === "contact" ? ["where the contact is"] : []),
  ];
}
