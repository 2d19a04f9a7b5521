/**
 * One conversation in memory: what the server does with inbox, timers and tasks, around the same `route` and `step`.
 * Used by transcripts, `hilo play` and tests. Time moves only by `advance`.
 */
import type { InboundContent } from "../content/inbound.ts";
import type { MessageContent } from "../content/schema.ts";
import { changedContact } from "../effects/changed-contact.ts";
import type { Effect, EngineTask } from "../effects/schema.ts";
import { compile } from "../flow/compile.ts";
import type { Program } from "../flow/program.ts";
import type { Input, TaskResult } from "../inputs/schema.ts";
import { createSession } from "../session/create-session.ts";
import type { Session } from "../session/schema.ts";
import type { ChannelSnapshot, ContactSnapshot } from "../step/context.ts";
import { step } from "../step/step.ts";
import type { TraceEvent } from "../trace/schema.ts";
import { type OldTapFlow, type Route, route } from "../triggers/route.ts";
import { buildTriggerIndex, type TriggerIndex } from "../triggers/trigger-index.ts";

export interface ConversationOptions {
  /** Definitions; the first to start and others it calls. Each is known by its name. */
  flows: readonly unknown[];
  /** Milliseconds since the epoch. */
  now: number;
  timeZone?: string;
  contact?: Partial<ContactSnapshot>;
  platform?: ChannelSnapshot["platform"];
}

export interface SentMessage {
  content: MessageContent;
  sessionId: string | null;
  nodeId: string | null;
}

interface Timer {
  sessionId: string;
  waitId: string;
  purpose: "timeout" | "wake" | "expiry";
  dueAt: number;
}

export class Conversation {
  now: number;
  contact: ContactSnapshot;
  /** The latest session, live or ended. */
  session: Session | null = null;
  /** The HTTP request or other task that the session waits for. */
  task: EngineTask | null = null;
  readonly sent: SentMessage[] = [];
  readonly trace: TraceEvent[] = [];
  private readonly programs: readonly Program[];
  private readonly index: TriggerIndex;
  private readonly channel: ChannelSnapshot;
  private readonly timeZone: string;
  private timers: Timer[] = [];
  private readonly flowOfSession = new Map<string, Program>();
  private received = 0;

  /** @throws CompileError when a flow can't run */
  constructor({ flows, now, timeZone = "UTC", contact = {}, platform = "whatsapp" }: ConversationOptions) {
    this.now = now;
    this.timeZone = timeZone;
    this.contact = { ...NOBODY, ...contact };
    this.channel = { id: "channel", platform, name: platform };
    this.programs = flows.map((flow, at) => compile(flow, `flow-${at}`));
    this.index = buildTriggerIndex(this.programs.flatMap(triggerEntries));
  }

  get live(): Session | null {
    return this.session && this.session.endReason === undefined ? this.session : null;
  }

  /** A message of the customer. Says how it was routed. */
  receive(content: InboundContent): Route {
    const message = { id: `m${++this.received}`, content };
    const decision = route({
      session: this.live,
      oldTapFlow: this.oldTapFlow(content),
      message: { content, firstMessage: this.received === 1 },
      index: this.index,
      context: { channel: this.channel, contact: this.contact },
      conversationMode: this.live?.wait?.for === "agent" ? "Human" : "Bot",
    });
    switch (decision.action) {
      case "resume":
        this.apply({ type: "message", message });
        break;
      case "start": {
        const { keyword, mode } = decision.trigger;
        this.begin(decision.versionId, { type: "start", cause: { kind: "trigger", keyword, mode }, message });
        break;
      }
      case "reply":
        this.sent.push({ content: { type: "text", text: decision.text }, sessionId: null, nodeId: null });
        break;
      case "none":
    }
    return decision;
  }

  /** A tap on the latest message that has such an option, by its id or title; null when no message has. */
  tapOn(idOrTitle: string): InboundContent | null {
    for (const { content, sessionId, nodeId } of this.sent.toReversed()) {
      const option = optionsOf(content).find(({ id, title }) => id === idOrTitle || title === idOrTitle);
      if (!option) continue;
      const from = { ...(sessionId ? { sessionId } : {}), ...(nodeId ? { nodeId } : {}) };
      const kind = content.type === "list" ? "list" : "button";
      return { type: "tap", tap: { kind, id: option.id, title: option.title, ...from } };
    }
    return null;
  }

  /** Lets time pass; timers fire in order, each at its own time. */
  advance(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (let due = this.nextTimer(until); due; due = this.nextTimer(until)) {
      this.timers = this.timers.filter((timer) => timer !== due);
      this.now = Math.max(this.now, due.dueAt);
      if (due.sessionId === this.live?.id)
        this.apply({ type: "timer", waitId: due.waitId, purpose: due.purpose });
    }
    this.now = until;
  }

  /** The result of the pending task. @throws Error when there is none */
  answerTask(result: TaskResult): void {
    const waitId = this.live?.wait?.id;
    if (!this.task || waitId === undefined) throw new Error("the flow waits for no task");
    this.task = null;
    this.apply({ type: "task-result", waitId, result });
  }

  agent(action: "hand-back" | "end"): void {
    if (this.live) this.apply({ type: "agent", action });
  }

  private begin(programId: string, input: Input): void {
    const program = this.programs.find(({ id }) => id === programId);
    if (!program) throw new Error(`no program ${programId}`);
    this.session = createSession(program, `session-${this.flowOfSession.size + 1}`);
    this.flowOfSession.set(this.session.id, program);
    this.timers = [];
    this.task = null;
    this.apply(input);
  }

  private apply(input: Input): void {
    const { session } = this;
    const program = session ? this.flowOfSession.get(session.id) : undefined;
    if (!session || !program) throw new Error("no session to apply an input to");
    const { contact, channel, timeZone, now } = this;
    const programs = (ref: string) => this.programs.find(({ id, name }) => id === ref || name === ref);
    const result = step(program, session, input, { now, timeZone, contact, channel, programs });
    this.session = result.session;
    this.trace.push(...result.trace);
    for (const effect of result.effects) this.perform(effect, session.id);
  }

  private perform(effect: Effect, sessionId: string): void {
    switch (effect.type) {
      case "send-message":
        this.sent.push({ content: effect.content, sessionId, nodeId: effect.nodeId });
        return;
      case "set-timer": {
        const { waitId, purpose, dueAt } = effect;
        this.timers = this.timers.filter((timer) => timer.waitId !== waitId || timer.purpose !== purpose);
        this.timers.push({ sessionId, waitId, purpose, dueAt });
        return;
      }
      case "cancel-timers":
        this.timers = this.timers.filter(({ waitId }) => waitId !== effect.waitId);
        return;
      case "perform-task":
        this.task = effect.task;
        return;
      case "add-tag":
      case "remove-tag":
      case "set-contact-field":
        this.contact = changedContact(this.contact, effect);
        return;
      // Whose the conversation is, the wait itself tells: a person's as long as it is for an agent.
      case "hand-off":
      case "hand-back":
    }
  }

  private nextTimer(until: number): Timer | undefined {
    return this.timers.filter(({ dueAt }) => dueAt <= until).sort((a, b) => a.dueAt - b.dueAt)[0];
  }

  private oldTapFlow(content: InboundContent): OldTapFlow | null {
    const program = content.type === "tap" ? this.flowOfSession.get(content.tap.sessionId ?? "") : undefined;
    return program ? { flowId: program.id, versionId: program.id, settings: program.settings } : null;
  }
}

const NOBODY: ContactSnapshot = {
  id: "contact",
  name: null,
  phone: null,
  language: null,
  timeZone: null,
  tags: [],
  fields: {},
};

function triggerEntries({ id, settings, triggers }: Program) {
  return triggers.map((trigger) => ({
    flowId: id,
    versionId: id,
    priority: settings.priority,
    createdAt: 0,
    trigger,
  }));
}

function optionsOf(content: MessageContent): readonly { id: string; title: string }[] {
  if (content.type === "buttons") return content.options;
  return content.type === "list" ? content.sections.flatMap(({ rows }) => rows) : [];
}
