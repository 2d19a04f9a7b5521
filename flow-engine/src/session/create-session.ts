/** A new session: Active, at the program's start, nothing applied yet. */
import type { Program } from "../flow/program.ts";
import { withoutReserved } from "../step/environment.ts";
import { SESSION_FORMAT, type Session, type Variables } from "./schema.ts";

/**
 * @param id any stable unique string; effects and random choices derive from it
 * @param vars initial variables (copied); names of the environment (`contact`, `message`, …) are left out
 */
export function createSession(program: Program, id: string, vars: Variables = {}): Session {
  return {
    format: SESSION_FORMAT,
    id,
    status: "Active",
    seq: 0,
    frames: [{ program: program.id, nodeId: program.start }],
    vars: withoutReserved(vars),
    wait: null,
  };
}
