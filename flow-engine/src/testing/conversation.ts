/**
 * One conversation in memory: what the server does with inbox, timers and tasks, around the same `route` and `step`.
 * Used by transcripts, `hilo play` and tests. Time moves only by `advance`.
 */
import type { Schedule } from "../calendar/schedule.ts";
import type { InboundContent } from "../content/inbound.ts";
import type { MessageContent } from "../content/schema.ts";
import { changedContact } from "../effects/changed-contact.ts";
import type { Assignee, Effect } from "../effects/schema.ts";
import type { EngineTask } from "../effects/task.ts";
import { compile } from "../flow/compile.ts";
import type { Program } from "../flow/program.ts";
import type { InputMessage, Origin } from "../inputs/message.ts";
import type { Input, TaskResult } from "../inputs/schema.ts";
import { createSession } from "../session/create-session.ts";
import type { Session } from "../session/schema.ts";
import { answerGlobalWord } from "../step/answer-global-word.ts";
import type { ChannelSnapshot, ContactSnapshot, StepContext } from "../step/context.ts";
import { type SaidTexts, saidAfter } from "../step/repeats.ts";
import { step } from "../step/step.ts";
import type { TraceEvent } from "../trace/schema.ts";
import { entriesOf } from "../triggers/candidate.ts";
import { contactEvents, MAX_EVENT_CHAIN } from "../triggers/contact-events.ts";
import type { TriggerEvent } from "../triggers/event.ts";
import {
  compileGlobalWords,
  DEFAULT_GLOBAL_WORDS,
  type GlobalWordSettings,
} from "../triggers/global-words.ts";
import { type OldTapFlow, type Route, type RouteArgs, route, routeEvent } from "../triggers/route.ts";
import { buildTriggerIndex, type TriggerIndex } from "../triggers/trigger-index.ts";
import { tapOn } from "./tap-on.ts";
import { Timers } from "./timers.ts";

export interface ConversationOptions {
  /** Definitions; the first to start and others it calls. Each is known by its name. */
  flows: readonly unknown[];
  /** Milliseconds since the epoch. */
  now: number;
  timeZone?: string;
  contact?: Partial<ContactSnapshot>;
  platform?: ChannelSnapshot["platform"];
  /** Opening hours of the workspace; absent: always open. */
  hours?: Schedule | undefined;
  /** Absent: those a new workspace has. */
  words?: GlobalWordSettings;
}

export interface SentMessage {
  content: MessageContent;
  sessionId: string | null;
  nodeId: string | null;
}

/** What flows did besides talking and waiting, in the order they did it. */
export type Deed = Exclude<Effect, { type: "send-message" | "set-timer" | "cancel-timers" | "perform-task" }>;

/** Milliseconds of a day. */
const DAY = 86_400_000;

export class Conversation {
  now: number;
  contact: ContactSnapshot;
  /** The latest session, live or ended. */
  session: Session | null = null;
  /** The HTTP request or other task that the session waits for. */
  task: EngineTask | null = null;
  assignee: Assignee | null = null;
  readonly sent: SentMessage[] = [];
  readonly trace: TraceEvent[] = [];
  readonly deeds: Deed[] = [];
  /** Tasks that nothing waits for. */
  readonly errands: EngineTask[] = [];
  /** What the next sends meet instead of being accepted: a code and a sentence, once each. */
  readonly refusals: { code: string; message: string }[] = [];
  private readonly programs: readonly Program[];
  private readonly index: TriggerIndex;
  private readonly channel: ChannelSnapshot;
  private readonly timeZone: string;
  private readonly hours: Schedule | undefined;
  private readonly words: ReturnType<typeof compileGlobalWords>;
  private readonly timers = new Timers();
  private said: SaidTexts = [];
  private readonly flowOfSession = new Map<string, Program>();
  private received = 0;
  private lastReceivedAt: number | null = null;
  private waitingReports: Input[] = [];
  /** Flows under way that tags and fields of others started. */
  private chain = 0;

  /** @throws CompileError when a flow can't run */
  constructor(options: ConversationOptions) {
    const { flows, now, timeZone = "UTC", contact = {}, platform = "whatsapp", hours } = options;
    this.now = now;
    this.timeZone = timeZone;
    this.hours = hours;
    this.words = compileGlobalWords(options.words ?? DEFAULT_GLOBAL_WORDS);
    this.contact = { ...NOBODY, ...contact };
    this.channel = { id: "channel", platform, name: platform };
    this.programs = flows.map((flow, at) => compile(flow, `flow-${at}`));
    this.index = buildTriggerIndex(this.programs.flatMap(entriesOf));
  }

  get live(): Session | null {
    return this.session && this.session.endReason === undefined ? this.session : null;
  }

  /** A message of the customer. Says how it was routed. */
  receive(content: InboundContent, origin?: Origin): Route {
    const message = { id: `m${++this.received}`, content, ...(origin ? { origin } : {}) };
    const firstMessage = this.lastReceivedAt === null;
    const silent =
      this.lastReceivedAt === null ? {} : { silentDays: Math.floor((this.now - this.lastReceivedAt) / DAY) };
    this.lastReceivedAt = this.now;
    return this.routed(message, { content, firstMessage, origin, ...silent });
  }

  /** Something besides a message that may start a flow. Says how it was routed. */
  happen(event: TriggerEvent): Route {
    const decision = routeEvent({ ...this.routing(), event });
    this.act(decision, { event });
    return decision;
  }

  private routed(message: InputMessage, about: RouteArgs["message"]): Route {
    const decision = route({
      ...this.routing(),
      oldTapFlow: this.oldTapFlow(message.content),
      message: about,
      words: this.words,
    });
    this.act(decision, { message });
    return decision;
  }

  private routing() {
    const { channel, contact, now, timeZone, hours, index } = this;
    return {
      session: this.live,
      index,
      context: { channel, contact, now, timeZone, hours },
      conversationMode: this.live?.wait?.for === "agent" ? ("Human" as const) : ("Bot" as const),
    };
  }

  private act(decision: Route, about: { message?: InputMessage; event?: TriggerEvent }): void {
    switch (decision.action) {
      case "resume":
        if (about.message) this.apply({ type: "message", message: about.message });
        break;
      case "start":
      case "interrupt": {
        const { keyword, mode } = decision.trigger;
        const cause = { kind: "trigger", keyword, mode } as const;
        if (decision.action === "start") this.begin(decision.versionId, { type: "start", cause, ...about });
        else this.apply({ type: "interrupt", program: decision.versionId, cause, ...about });
        break;
      }
      case "reply":
        this.sent.push({ content: { type: "text", text: decision.text }, sessionId: null, nodeId: null });
        break;
      case "global-word": {
        const text = about.message?.content.type === "text" ? about.message.content.text : "";
        const effects = answerGlobalWord(decision.word, text, { words: this.words, contact: this.contact });
        for (const [at, effect] of effects.entries())
          this.perform({ ...effect, id: `${about.message?.id}:${at}`, nodeId: null }, null);
        break;
      }
      case "none":
    }
  }

  /** A tap on the latest message that has such an option, by its id or title; null when no message has. */
  tapOn(idOrTitle: string): InboundContent | null {
    return tapOn(this.sent, idOrTitle);
  }

  /** Lets time pass; timers fire in order, each at its own time. */
  advance(milliseconds: number): void {
    const until = this.now + milliseconds;
    for (let due = this.timers.takeDue(until); due; due = this.timers.takeDue(until)) {
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

  /** A program outside calls the session's address. */
  callHook(body: unknown): void {
    if (this.live) this.apply({ type: "webhook", body });
  }

  agent(action: "hand-back" | "end"): void {
    if (this.live) this.apply({ type: "agent", action });
  }

  private begin(programId: string, input: Input): void {
    const program = this.programs.find(({ id }) => id === programId);
    if (!program) throw new Error(`no program ${programId}`);
    this.session = createSession(program, `session-${this.flowOfSession.size + 1}`);
    this.flowOfSession.set(this.session.id, program);
    this.timers.clear();
    this.task = null;
    this.apply(input);
  }

  private apply(input: Input): void {
    const { session, contact: before } = this;
    const program = session ? this.flowOfSession.get(session.id) : undefined;
    if (!session || !program) throw new Error("no session to apply an input to");
    const result = step(program, session, input, this.context(session.id));
    this.session = result.session;
    this.trace.push(...result.trace);
    this.said = saidAfter(this.said, result.effects, this.now);
    for (const effect of result.effects) this.perform(effect, session.id);
    for (let report = this.waitingReports.shift(); report; report = this.waitingReports.shift())
      this.apply(report);
    for (const message of result.leftover)
      this.routed(message, { content: message.content, firstMessage: false, origin: message.origin });
    if (this.chain >= MAX_EVENT_CHAIN) return;
    this.chain += 1;
    for (const event of contactEvents(before, result.effects)) this.happen(event);
    this.chain -= 1;
  }

  private context(sessionId: string): StepContext {
    const { contact, channel, timeZone, now, hours, words, said } = this;
    const programs = (ref: string) => this.programs.find(({ id, name }) => id === ref || name === ref);
    const hookUrl = `https://hilo.example/hooks/${sessionId}`;
    return { now, timeZone, contact, channel, programs, hours, words, said, hookUrl };
  }

  private perform(effect: Effect, sessionId: string | null): void {
    this.contact = changedContact(this.contact, effect);
    switch (effect.type) {
      case "send-message":
        this.sent.push({ content: effect.content, sessionId, nodeId: effect.nodeId });
        if (effect.report) this.report(effect.id);
        return;
      case "set-timer": {
        const { waitId, purpose, dueAt } = effect;
        this.timers.set({ sessionId: sessionId ?? "", waitId, purpose, dueAt });
        return;
      }
      case "cancel-timers":
        this.timers.cancel(effect.waitId);
        return;
      case "perform-task":
        if (effect.waitId === null) this.errands.push(effect.task);
        else this.task = effect.task;
        return;
      default:
        // Whose the conversation is, the wait itself tells: a person's as long as it is for an agent.
        if (effect.type === "assign") this.assignee = effect.to;
        this.deeds.push(effect);
    }
  }

  private report(effectId: string): void {
    const refusal = this.refusals.shift();
    this.waitingReports.push(
      refusal
        ? { type: "delivery", effectId, status: "failed", ...refusal }
        : { type: "delivery", effectId, status: "sent" },
    );
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
