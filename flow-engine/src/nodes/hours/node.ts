/** Leaves by `open` or `closed`, as the opening hours say. */
import { isOpen, nextOpening } from "../../calendar/schedule.ts";
import { isoWithOffset } from "../../expressions/dates.ts";
import { defineNode, go, type Ref } from "../define-node.ts";
import { scheduleProblems } from "../schedule-checks.ts";
import { variableNameProblems } from "../variable-names.ts";
import { hoursSchema } from "./schema.ts";

/** Characters of `2026-03-29T10:00:00+02:00`. */
const ISO_CHARS = 25;

export const hoursNode = defineNode({
  type: "hours",
  group: "logic",
  summary: "Goes one way in opening hours and the other out of them, holidays included.",
  version: 1,
  schema: hoursSchema,
  defaults: {},
  ports: () => [
    { id: "open", label: "Open" },
    { id: "closed", label: "Closed" },
  ],
  prepare: () => null,
  enter(scope) {
    const { now, timeZone, hours } = scope.ctx;
    const { saveNextAs } = scope.data;
    const schedule = scope.data.schedule ?? hours;
    const open = !schedule || isOpen(schedule, now, timeZone);
    if (saveNextAs) {
      const opening = open ? now : nextOpening(schedule, now, timeZone);
      scope.set(saveNextAs, opening === null ? null : isoWithOffset(opening, schedule?.timeZone ?? timeZone));
    }
    return go(open ? "open" : "closed");
  },
  refs: ({ saveNextAs }): Ref[] =>
    saveNextAs ? [{ kind: "sets", name: saveNextAs, maxLength: ISO_CHARS }] : [],
  check: ({ schedule, saveNextAs }) => [...scheduleProblems(schedule), ...variableNameProblems([saveNextAs])],
});
