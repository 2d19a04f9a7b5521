/** Checks of opening hours in the data of nodes. */
import { neverOpens, type Schedule } from "../calendar/schedule.ts";
import { isZone } from "../expressions/dates.ts";
import type { NodeProblem } from "./define-node.ts";

/** Opening hours under which it never opens, or in a zone that there is not. */
export function scheduleProblems(schedule: Schedule | undefined): NodeProblem[] {
  if (!schedule) return [];
  return [...emptyProblems(schedule), ...zoneProblems(schedule)];
}

function emptyProblems(schedule: Schedule): NodeProblem[] {
  if (!neverOpens(schedule)) return [];
  const message = "The opening hours have no hours in them: it is always closed. Add some.";
  return [{ code: "schedule-empty", severity: "warning", message }];
}

function zoneProblems({ timeZone }: Schedule): NodeProblem[] {
  if (timeZone === undefined || isZone(timeZone)) return [];
  const message = `There is no time zone “${timeZone}”. Write one like Europe/Madrid.`;
  return [{ code: "time-zone-unknown", severity: "error", message }];
}
