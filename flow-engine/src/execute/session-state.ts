/** The engine's session inside a caller's session object, and back. */
import { z } from "zod";
import type { Program } from "../flow/program.ts";
import { nodeSpec } from "../nodes/index.ts";
import { createSession } from "../session/create-session.ts";
import {
  type Session,
  type SessionStatus,
  sessionSchema,
  type Variables,
  variablesSchema,
} from "../session/schema.ts";

/** A caller's session: whatever it is, these are read of it. */
export interface ExecutableSession {
  id: string;
  flow: { id?: string; definition: unknown };
  /** Absent: new. */
  status?: SessionStatus | string | null;
  /** The variables; for a new session, those it begins with. */
  context?: Variables | null;
  currentNodeId?: string | null;
  contact?: object | null;
  channel?: object | null;
  /** Written by `executeFlow`; JSON that the next call needs back unchanged. */
  engine?: unknown;
}

/** What is kept under `engine`. `runs` names the session's runs apart; `began` are the variables a new run begins with. */
const engineSchema = z.object({ runs: z.number().int(), began: variablesSchema, session: sessionSchema });
type Engine = z.infer<typeof engineSchema>;

/** The engine's session that waits for input, or null when a new run would have to start. */
export function liveState(program: Program, session: ExecutableSession): Session | null {
  if (session.status === "Completed" || session.status === "Errored") return null;
  const engine = readEngine(session);
  const state = engine
    ? { ...engine.session, vars: contextOf(session) ?? engine.session.vars }
    : adopt(program, session);
  return state && state.endReason === undefined ? state : null;
}

/** A new run from the start. Its variables are those the first run began with, not what the last one left. */
export function newRun(program: Program, session: ExecutableSession): Session {
  const engine = readEngine(session);
  const run = (engine?.runs ?? 0) + 1;
  const id = run === 1 ? session.id : `${session.id}:run-${run}`;
  return createSession(program, id, engine?.began ?? contextOf(session) ?? {});
}

/** The fields that change on the caller's session. */
export function stateFields(session: ExecutableSession, state: Session, isNewRun: boolean) {
  const before = readEngine(session);
  const runs = (before?.runs ?? 0) + (isNewRun ? 1 : 0);
  const engine: Engine = { runs, began: before?.began ?? contextOf(session) ?? {}, session: state };
  return {
    status: state.status,
    context: state.vars,
    currentNodeId: state.frames.at(-1)?.nodeId ?? null,
    engine,
  };
}

/** A Paused session of which only its node is known goes on there, if that node waits for messages. */
function adopt(program: Program, session: ExecutableSession): Session | null {
  const node =
    session.status === "Paused" && session.currentNodeId
      ? program.nodes.get(session.currentNodeId)
      : undefined;
  if (!node || !nodeSpec(node.type).resume) return null;
  return {
    ...createSession(program, session.id, contextOf(session) ?? {}),
    status: "Paused",
    seq: 1,
    frames: [{ program: program.id, nodeId: node.id }],
    wait: { id: "w1", for: "message" },
  };
}

function readEngine(session: ExecutableSession): Engine | null {
  return engineSchema.safeParse(session.engine).data ?? null;
}

function contextOf(session: ExecutableSession): Variables | null {
  return variablesSchema.safeParse(session.context).data ?? null;
}
