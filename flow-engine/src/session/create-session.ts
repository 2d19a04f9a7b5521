/** A new session: Active, at the program's start, nothing applied yet. */

import { toNumber } from "../expressions/numbers.ts";
import { asStored } from "../expressions/print.ts";
import { toBoolean } from "../expressions/yes-no.ts";
import type { Program } from "../flow/program.ts";
import type { FlowVariable } from "../flow/schema.ts";
import { withoutReserved } from "../step/environment.ts";
import { SESSION_FORMAT, type Session, type Variables } from "./schema.ts";

/**
 * @param id any stable unique string; effects and random choices derive from it
 * @param vars initial variables (copied); names of the environment (`contact`, `message`, …) are left out
 * @param at the node to begin at, to try a flow from its middle
 */
export function createSession(
  program: Program,
  id: string,
  vars: Variables = {},
  at: string = program.start,
): Session {
  return {
    format: SESSION_FORMAT,
    id,
    status: "Active",
    seq: 0,
    frames: [{ program: program.id, nodeId: at }],
    vars: inputVariables(program, withoutReserved(vars)),
    wait: null,
  };
}

/** What a flow begins with: what it was given, as the types it asks for, and its defaults for the rest. */
export function inputVariables({ inputs }: Pick<Program, "inputs">, given: Variables): Variables {
  const vars = { ...given };
  for (const input of inputs) {
    const value = Object.hasOwn(given, input.name) ? given[input.name] : input.default;
    if (value !== undefined) vars[input.name] = typed(value, input.as);
  }
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, asStored(value)]));
}

/** A text as the type asked for; what can't be read as it becomes null, other values stay. */
function typed(value: unknown, as: FlowVariable["as"]): unknown {
  if (typeof value !== "string") return value;
  switch (as) {
    case "text":
      return value;
    case "number":
      return toNumber(value);
    case "boolean":
      return toBoolean(value);
    case "json":
      return parsed(value);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
