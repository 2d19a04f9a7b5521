/** Plays one session by hand in tests: each input's result is kept, the session moves along. */
import type { InboundContent } from "../content/inbound.ts";
import { compile } from "../flow/compile.ts";
import type { Input } from "../inputs/schema.ts";
import { createSession } from "../session/create-session.ts";
import type { Session, Variables } from "../session/schema.ts";
import { type FlowSketch, makeFlow } from "../testing/make-flow.ts";
import type { StepContext } from "./context.ts";
import { type StepResult, step } from "./step.ts";

const NOW = Date.parse("2026-03-02T09:00:00Z");
const SESSION_ID = "s";

export const WORLD: Omit<StepContext, "programs"> = {
  now: NOW,
  timeZone: "Europe/Madrid",
  contact: { id: "c", name: "Ana", phone: null, language: "es", timeZone: null, tags: ["lead"], fields: {} },
  channel: { id: "ch", platform: "simulator", name: "Simulator" },
};

export interface PlayOptions {
  vars?: Variables;
  context?: Partial<StepContext>;
  /** The message that starts it. */
  message?: string;
  /** Flows it may call, by name. */
  flows?: Record<string, FlowSketch>;
}

export interface Play {
  readonly session: Session;
  readonly last: StepResult;
  /** Texts said by the last input. */
  readonly said: string[];
  apply(input: Input): Play;
  say(text: string): Play;
  receive(content: InboundContent): Play;
  tap(id: string, nodeId?: string, sessionId?: string): Play;
  timer(purpose: "timeout" | "wake" | "expiry", waitId?: string): Play;
}

/** The session after its start. */
export function play(sketch: FlowSketch, { vars, context, message, flows = {} }: PlayOptions = {}): Play {
  const program = compile(makeFlow(sketch), "v1");
  const others = Object.entries(flows).map(([name, other]) =>
    compile(makeFlow({ ...other, name }), `${name}@1`),
  );
  const ctx: StepContext = {
    ...WORLD,
    programs: (ref) => others.find(({ id, name }) => id === ref || name === ref),
    ...context,
  };
  const after = (session: Session, input: Input) => playing(step(program, session, input, ctx), after);
  const started =
    message === undefined ? {} : { message: { id: "m", content: { type: "text" as const, text: message } } };
  return after(createSession(program, SESSION_ID, vars), {
    type: "start",
    cause: { kind: "manual" },
    ...started,
  });
}

function playing(last: StepResult, after: (session: Session, input: Input) => Play): Play {
  const { session } = last;
  const apply = (input: Input) => after(session, input);
  const receive = (content: InboundContent) => apply({ type: "message", message: { id: "m", content } });
  return {
    session,
    last,
    said: saidIn(last),
    apply,
    receive,
    say: (text) => receive({ type: "text", text }),
    tap: (id, nodeId, sessionId = SESSION_ID) =>
      receive({
        type: "tap",
        tap: { kind: "button", id, title: "", sessionId, ...(nodeId ? { nodeId } : {}) },
      }),
    timer: (purpose, waitId = session.wait?.id ?? "none") => apply({ type: "timer", waitId, purpose }),
  };
}

function saidIn({ effects }: StepResult): string[] {
  return effects.flatMap((effect) => {
    if (effect.type !== "send-message") return [];
    return [
      effect.content.type === "text" || effect.content.type === "buttons"
        ? effect.content.text
        : effect.content.type,
    ];
  });
}
