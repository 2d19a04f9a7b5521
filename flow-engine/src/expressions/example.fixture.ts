/** Tries one rule in a conversation in Madrid, on Monday, 2 March 2026, at ten. */
import { type Schedule, scheduleSchema } from "../calendar/schedule.ts";
import { createEnvironment, readPath } from "../step/environment.ts";
import { compileRule, holds } from "./conditions.ts";
import type { Operator } from "./operators.ts";
import { renderTemplate } from "./templates.ts";

export type Example = [x: unknown, operator: Operator, right: string, holds: boolean];

export const HOURS = scheduleSchema.parse({
  week: { mon: [{ from: "09:00", to: "14:00" }], fri: [{ from: "22:00", to: "02:00" }] },
});

interface Situation {
  tags?: string[];
  now?: string;
  hours?: Schedule | undefined;
  /** What the rule looks at; absent: `x`. */
  left?: string;
}

/** Whether a rule about the variable `x` holds. Beside it there are `y`, “Hola”, and a `list` with commas in it. */
export function holdsFor(x: unknown, operator: Operator, right = "", situation: Situation = {}): boolean {
  const { tags = [], now = "2026-03-02T09:00:00Z", left = "x" } = situation;
  const hours = "hours" in situation ? situation.hours : HOURS;
  const vars = { x, y: "Hola", list: ["Pérez, Ana", "Luz"] };
  const timeZone = "Europe/Madrid";
  const env = createEnvironment(
    { format: 1, id: "s", status: "Active", seq: 0, frames: [], vars, wait: null },
    {
      now: Date.parse(now),
      timeZone,
      contact: {
        id: "c",
        name: "Ana",
        phone: "34600111222",
        language: "es",
        timeZone: null,
        tags,
        fields: {},
      },
      channel: { id: "ch", platform: "simulator", name: "S" },
      programs: () => undefined,
    },
    "es",
  );
  return holds(compileRule({ left, operator, right }), {
    read: (path) => readPath(env, path),
    render: (template) => renderTemplate(template, env),
    timeZone,
    now: Date.parse(now),
    hours,
  });
}
