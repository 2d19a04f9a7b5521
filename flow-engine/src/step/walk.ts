/** A step under way: a private copy of the session, and the effects and trace collected so far. */
import { changedContact } from "../effects/changed-contact.ts";
import type { Effect } from "../effects/schema.ts";
import { sortedJson } from "../expressions/print.ts";
import { bestLanguage } from "../flow/language.ts";
import type { PreparedData, Program, ProgramNode } from "../flow/program.ts";
import type { FlowSettings } from "../flow/settings.ts";
import type { InputMessage } from "../inputs/message.ts";
import type { NodeEffect, Outcome } from "../nodes/define-node.ts";
import type { EndReason, Frame, Session, Variables, Wait } from "../session/schema.ts";
import type { TraceEvent } from "../trace/schema.ts";
import type { ContactSnapshot, StepContext } from "./context.ts";
import {
  assignContact,
  assignSystem,
  assignTrigger,
  assignVariables,
  createEnvironment,
  type Environment,
  RESERVED_NAMES,
  withoutReserved,
} from "./environment.ts";
import { FlowFailure } from "./flow-failure.ts";
import { MAX_SENDS_PER_STEP, MAX_VARS_CHARS } from "./limits.ts";
import { MAX_REPEATS, textHash, timesSaid } from "./repeats.ts";
import type { StepResult } from "./step.ts";

/** Minutes to milliseconds. */
const MINUTE = 60_000;

/** Effects after which a step looks at the contact anew. */
const CHANGES_CONTACT: ReadonlySet<string> = new Set([
  "add-tag",
  "remove-tag",
  "set-contact-field",
  "set-opt-in",
] satisfies Effect["type"][]);

export class Walk {
  readonly session: Session;
  readonly ctx: StepContext;
  readonly env: Environment;
  /** Messages that the session ended too early to hear. */
  readonly leftover: InputMessage[] = [];
  private readonly effects: Effect[] = [];
  private readonly trace: TraceEvent[] = [];
  private readonly root: Program;
  /** As this step's effects leave it, so that later nodes see them. */
  private contact: ContactSnapshot;
  /** Nodes entered in this step, however many messages it took. */
  visits = 0;
  private sends = 0;
  private randomCalls = 0;
  /** Hashes of what this step said. */
  private readonly said: number[] = [];

  constructor(program: Program, session: Session, ctx: StepContext) {
    this.root = program;
    this.ctx = ctx;
    this.contact = ctx.contact;
    this.session = { ...session };
    this.session.seq += 1;
    this.session.frames = session.frames.map((frame) => ({ ...frame }));
    this.session.vars = { ...session.vars };
    this.env = createEnvironment(this.session, ctx, this.language());
  }

  get frame(): Frame {
    const frame = this.session.frames.at(-1);
    if (!frame) throw new Error(`session ${this.session.id} has no frame`);
    return frame;
  }

  /** The program of a frame, the running one unless told; undefined when its version is gone. */
  program(frame: Frame = this.frame): Program | undefined {
    return frame.program === this.root.id ? this.root : this.ctx.programs(frame.program);
  }

  /** The program whose settings count: the one that was triggered, not the flows it calls. */
  private owner(): Program {
    const { frames } = this.session;
    const base = frames.findLastIndex(({ suspended }) => suspended !== undefined) + 1;
    const frame = frames[base];
    return (frame && this.program(frame)) ?? this.root;
  }

  get settings(): FlowSettings {
    const owner = this.owner();
    if (owner.localizedSettings.size === 0) return owner.settings;
    return owner.localizedSettings.get(this.languageOf(owner)) ?? owner.settings;
  }

  node(): ProgramNode | undefined {
    return this.program()?.nodes.get(this.frame.nodeId);
  }

  /** A node's data in the contact's language. */
  inLanguage(node: ProgramNode): PreparedData {
    return node.localized?.get(this.language()) ?? node;
  }

  /** The contact's, when the running flow has it; else the one it is written in. */
  private language(): string {
    const program = this.program();
    return program ? this.languageOf(program) : this.root.language;
  }

  private languageOf({ language, languages }: Program): string {
    if (languages.length === 1) return language;
    return bestLanguage(this.contact.language, languages) ?? language;
  }

  nextRandomKey(): string {
    return `${this.session.id}:${this.session.seq}:${this.randomCalls++}`;
  }

  /** @throws FlowFailure at one message too many, and at the same one too often */
  emit(effect: NodeEffect): string {
    if (effect.type === "send-message") this.countSend(effect);
    return this.push(effect);
  }

  private countSend({ content }: Extract<NodeEffect, { type: "send-message" }>): void {
    if (++this.sends > MAX_SENDS_PER_STEP) {
      throw new FlowFailure("limit-sends", `more than ${MAX_SENDS_PER_STEP} messages in one step`, "limit");
    }
    const { said, now } = this.ctx;
    if (!said) return;
    const next = textHash(content);
    const times = timesSaid(said, next, now) + this.said.filter((hash) => hash === next).length;
    if (times >= MAX_REPEATS) {
      throw new FlowFailure("limit-repeats", `the same message more than ${MAX_REPEATS} times`, "limit");
    }
    this.said.push(next);
  }

  private push(stated: NodeEffect): string {
    const id = `${this.session.id}:${this.session.seq}:${this.effects.length}`;
    // What is stated is made for this call and belongs to it: a copy of each would be a tenth of a step's time.
    const effect: Effect = Object.assign(stated, { id, nodeId: this.frame.nodeId });
    this.effects.push(effect);
    if (!CHANGES_CONTACT.has(effect.type)) return id;
    const contact = changedContact(this.contact, effect);
    if (contact === this.contact) return id;
    this.contact = contact;
    assignContact(this.env, contact);
    assignSystem(this.env, this.ctx, this.language());
    return id;
  }

  record(event: TraceEvent): void {
    this.trace.push(event);
  }

  /** Keeps the value as it will come back from storage: `-0` is 0, keys are in jsonb's order. @throws FlowFailure for a value too large for any session */
  setVariable(name: string, value: unknown): void {
    const { nodeId } = this.frame;
    const json = sortedJson(value) || "null";
    if (json.length > MAX_VARS_CHARS) throw tooMuchState();
    if (RESERVED_NAMES.has(name)) {
      const message = `no variable can be called ${name}`;
      this.record({ type: "error", nodeId, code: "variable-reserved", message });
    } else {
      const kept: unknown = JSON.parse(json);
      this.session.vars[name] = kept;
      this.env[name] = kept;
      this.record({ type: "variable-set", nodeId, name, value: kept });
    }
  }

  /** Swap all variables, on calling a flow and on return from it. */
  private replaceVariables(vars: Variables): void {
    for (const name of Object.keys(this.session.vars)) if (!RESERVED_NAMES.has(name)) delete this.env[name];
    this.session.vars = withoutReserved(vars);
    assignVariables(this.env, this.session.vars);
  }

  /** Enters another flow above the running one, which keeps its variables aside. */
  pushFrame(frame: Frame, vars: Variables): void {
    this.frame.savedVars = this.session.vars;
    this.session.frames.push(frame);
    this.replaceVariables(vars);
    assignTrigger(this.env, this.session);
  }

  /** Leaves the running flow for the one below it. Returns the left flow's variables. */
  popFrame(): Variables {
    const left = this.session.vars;
    this.session.frames.pop();
    const { savedVars } = this.frame;
    delete this.frame.savedVars;
    this.replaceVariables(savedVars ?? {});
    assignTrigger(this.env, this.session);
    return left;
  }

  /** Goes on in another flow instead of the running one. */
  replaceFrame(frame: Frame, vars: Variables): void {
    const { trigger } = this.frame;
    this.session.frames[this.session.frames.length - 1] = trigger ? { ...frame, trigger } : frame;
    this.replaceVariables(vars);
  }

  beginWait(outcome: Extract<Outcome, { kind: "wait" }>): void {
    const id = `w${this.session.seq}`;
    const { nodeId } = this.frame;
    const { for: what, timers = [], memory, task } = outcome;
    const wait: Wait = {
      id,
      for: what,
      ...(timers.length > 0 ? { timers } : {}),
      ...(memory && Object.keys(memory).length > 0 ? { memory } : {}),
    };
    this.takeUp(wait);
    if (task) this.emit({ type: "perform-task", waitId: id, task });
    this.refreshExpiry();
    this.record({ type: "waited", nodeId, waitId: id, for: what });
  }

  /** Makes a wait the session's, its timers running. */
  takeUp(wait: Wait): void {
    this.session.wait = wait;
    this.session.status = isMachineWork(wait) ? "Active" : "Paused";
    for (const timer of wait.timers ?? []) this.emit({ type: "set-timer", waitId: wait.id, ...timer });
  }

  /** A wait for a person may be abandoned; one for a timer or a task ends by itself. */
  refreshExpiry(): void {
    const { wait } = this.session;
    if (wait?.for !== "message") return;
    const dueAt = this.ctx.now + this.owner().settings.expiryMinutes * MINUTE;
    this.emit({ type: "set-timer", waitId: wait.id, purpose: "expiry", dueAt });
  }

  endWait(): void {
    if (this.session.wait) this.emit({ type: "cancel-timers", waitId: this.session.wait.id });
    this.session.wait = null;
    this.session.status = "Active";
  }

  end(reason: EndReason): void {
    if (reason === "finished" && this.stateChars() > MAX_VARS_CHARS) this.dropState();
    else this.finish(reason);
  }

  private finish(reason: EndReason): void {
    this.endWait();
    this.session.status = reason === "error" || reason === "limit" ? "Errored" : "Completed";
    this.session.endReason = reason;
    this.record({ type: "session-ended", reason });
  }

  fail(code: string, message: string, nodeId: string | null, reason: "error" | "limit" = "error"): void {
    this.session.error = { code, message, nodeId };
    this.record({ type: "failed", nodeId, code, message });
    const text = this.settings.errorMessage;
    // Said even when the limit of messages is what ends the session.
    if (text) this.push({ type: "send-message", content: { type: "text", text } });
    this.finish(reason);
  }

  result(): StepResult {
    if (this.session.endReason === undefined && this.stateChars() > MAX_VARS_CHARS) this.dropState();
    return { session: this.session, effects: this.effects, trace: this.trace, leftover: this.leftover };
  }

  private stateChars(): number {
    return JSON.stringify([this.session.vars, this.session.frames, this.session.wait]).length;
  }

  private dropState(): void {
    const { code, message, reason } = tooMuchState();
    this.session.vars = {};
    for (const frame of this.session.frames) {
      delete frame.savedVars;
      delete frame.loops;
    }
    this.fail(code, message, this.frame.nodeId, reason);
  }
}

/** Nobody is asked for anything: the session goes on by itself in a moment. */
export function isMachineWork({ for: what }: Pick<Wait, "for">): boolean {
  return what === "task" || what === "delivery";
}

function tooMuchState(): FlowFailure {
  return new FlowFailure("limit-variables", `variables grew over ${MAX_VARS_CHARS} characters`, "limit");
}
