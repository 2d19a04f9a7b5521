/** A step under way: a private copy of the session, and the effects and trace collected so far. */
import type { Effect } from "../effects/schema.ts";
import type { Program, ProgramNode } from "../flow/program.ts";
import type { NodeEffect, Outcome } from "../nodes/define-node.ts";
import type { EndReason, Frame, Session } from "../session/schema.ts";
import type { TraceEvent } from "../trace/schema.ts";
import type { StepContext } from "./context.ts";
import { createEnvironment, type Environment } from "./environment.ts";
import { MAX_SENDS_PER_STEP, MAX_VARS_CHARS } from "./limits.ts";
import type { StepResult } from "./step.ts";

/** Minutes to milliseconds. */
const MINUTE = 60_000;

export class Walk {
  readonly session: Session;
  readonly ctx: StepContext;
  readonly env: Environment;
  private readonly effects: Effect[] = [];
  private readonly trace: TraceEvent[] = [];
  private readonly root: Program;
  private sends = 0;
  private randomCalls = 0;

  constructor(program: Program, session: Session, ctx: StepContext) {
    this.root = program;
    this.ctx = ctx;
    this.session = {
      ...session,
      seq: session.seq + 1,
      frames: session.frames.map((frame) => ({ ...frame })),
      vars: { ...session.vars },
    };
    this.env = createEnvironment(this.session, ctx);
  }

  get frame(): Frame {
    const frame = this.session.frames.at(-1);
    if (!frame) throw new Error(`session ${this.session.id} has no frame`);
    return frame;
  }

  /** The program of the running frame; undefined when its version is gone. */
  program(): Program | undefined {
    const { program } = this.frame;
    return program === this.root.id ? this.root : this.ctx.programs(program);
  }

  node(): ProgramNode | undefined {
    return this.program()?.nodes.get(this.frame.nodeId);
  }

  nextRandomKey(): string {
    return `${this.session.id}:${this.session.seq}:${this.randomCalls++}`;
  }

  emit(effect: NodeEffect): string {
    const id = `${this.session.id}:${this.session.seq}:${this.effects.length}`;
    if (effect.type === "send-message" && ++this.sends > MAX_SENDS_PER_STEP) return id;
    this.effects.push({ ...effect, id, nodeId: this.session.frames.at(-1)?.nodeId ?? null });
    return id;
  }

  record(event: TraceEvent): void {
    this.trace.push(event);
  }

  setVariable(name: string, value: unknown): void {
    this.session.vars[name] = value;
    this.env[name] = value;
    this.record({ type: "variable-set", nodeId: this.frame.nodeId, name, value });
  }

  /** Swap all variables, on calling a flow and on return from it. */
  replaceVariables(vars: Session["vars"]): void {
    for (const name of Object.keys(this.session.vars)) delete this.env[name];
    this.session.vars = vars;
    Object.assign(this.env, vars);
    this.env.vars = vars;
  }

  beginWait(outcome: Extract<Outcome, { kind: "wait" }>): void {
    const id = `w${this.session.seq}`;
    const nodeId = this.frame.nodeId;
    this.session.wait = { id, for: outcome.for, ...(outcome.memory ? { memory: outcome.memory } : {}) };
    this.session.status = outcome.for === "task" ? "Active" : "Paused";
    for (const timer of outcome.timers ?? []) this.emit({ type: "set-timer", waitId: id, ...timer });
    if (outcome.task) this.emit({ type: "perform-task", waitId: id, task: outcome.task });
    this.refreshExpiry();
    this.record({ type: "waited", nodeId, waitId: id, for: outcome.for });
  }

  /** A wait for a person may be abandoned; one for a timer or a task ends by itself. */
  refreshExpiry(): void {
    const { wait } = this.session;
    if (wait?.for !== "message") return;
    const dueAt = this.ctx.now + this.root.settings.expiryMinutes * MINUTE;
    this.emit({ type: "set-timer", waitId: wait.id, purpose: "expiry", dueAt });
  }

  endWait(): void {
    if (this.session.wait) this.emit({ type: "cancel-timers", waitId: this.session.wait.id });
    this.session.wait = null;
    this.session.status = "Active";
  }

  end(reason: EndReason): void {
    this.endWait();
    this.session.status = reason === "error" || reason === "limit" ? "Errored" : "Completed";
    this.session.endReason = reason;
    this.record({ type: "session-ended", reason });
  }

  fail(code: string, message: string, nodeId: string | null, reason: "error" | "limit" = "error"): void {
    this.session.error = { code, message, nodeId };
    this.record({ type: "failed", nodeId, code, message });
    const text = this.root.settings.errorMessage;
    if (text) this.emit({ type: "send-message", content: { type: "text", text } });
    this.end(reason);
  }

  result(): StepResult {
    if (this.sends > MAX_SENDS_PER_STEP && this.session.status !== "Errored") {
      this.fail("limit-sends", `more than ${MAX_SENDS_PER_STEP} messages in one step`, null, "limit");
    }
    if (this.session.status !== "Errored" && JSON.stringify(this.session.vars).length > MAX_VARS_CHARS) {
      this.session.vars = {};
      this.fail("limit-variables", `variables grew over ${MAX_VARS_CHARS} characters`, null, "limit");
    }
    return { session: this.session, effects: this.effects, trace: this.trace };
  }
}
