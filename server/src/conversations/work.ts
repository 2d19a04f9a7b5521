/** What a batch of inbox rows makes of one conversation, collected in memory and saved as sets. */
import {
  type EngineTask,
  type FitNote,
  fit,
  type InboundContent,
  type Input,
  type InputMessage,
  type MessageContent,
  type SaidTexts,
  type Session,
  type StepResult,
  type TriggerEvent,
} from "@hilo/flow-engine";
import type { Signal } from "../channels/channel.ts";
import { deterministicId } from "../db/ids.ts";
import type { Deed } from "./deeds.ts";
import type { LiveSession, LoadedConversation } from "./loaded.ts";
import type { News } from "./news.ts";
import { afterAdEntry, afterAnswer, afterEcho, type Standing } from "./standing.ts";

export interface NewMessage {
  id: string;
  direction: "in" | "out";
  author: "customer" | "bot" | "agent" | "system" | "echo";
  authorId: string | null;
  content: MessageContent | InboundContent;
  status: "Received" | "Pending" | "Sent";
  platformMessageId: string | null;
  replyTo: string | null;
  clientKey: string | null;
  sessionId: string | null;
  nodeId: string | null;
  flowVersionId: string | null;
  inboxEventId: string;
  /** What a flow waits to know of it: nothing, its refusal, or also that it was accepted. */
  report: 0 | 1 | 2;
  /** The comment it answers in private. */
  commentId?: string | null;
  /** When its writer wrote it; ISO. */
  providerAt?: string | null;
  /** The simulator's: what was changed so that the platform takes it. */
  fitNotes?: FitNote[] | undefined;
  at: Date;
}

/** Who says something and why. */
export type Utterance = { key: string; replyTo?: string | null; report?: boolean } & Pick<
  NewMessage,
  "author" | "authorId" | "sessionId" | "nodeId" | "flowVersionId" | "inboxEventId" | "at"
>;

/** Said by nobody's flow: an agent, or Hilo itself. */
export const NO_FLOW = { sessionId: null, nodeId: null, flowVersionId: null } as const;

export interface SessionRow extends LiveSession {
  isNew: boolean;
  endedAt: Date | null;
  updatedAt: Date;
}

export interface SessionStep {
  sessionId: string;
  flowId: string;
  flowVersionId: string;
  seq: number;
  inboxEventId: string;
  input: Input;
  result: StepResult;
  at: Date;
}

export interface TimerRow {
  sessionId: string;
  waitId: string;
  purpose: "timeout" | "wake" | "expiry";
  dueAt: Date;
}

export interface TaskRow {
  id: string;
  sessionId: string;
  /** Null when no flow waits for the result. */
  waitId: string | null;
  nodeId: string | null;
  task: EngineTask;
}

export interface RowOutcome {
  id: string;
  state: "done" | "ignored" | "quarantined" | "held";
  error: string | null;
}

/** Everything to save for one conversation. Mutated only by apply-row and effects. */
export class Work {
  readonly messages: NewMessage[] = [];
  readonly steps: SessionStep[] = [];
  /** Sessions changed in this batch, by id, in the order they were first touched. */
  readonly sessions = new Map<string, SessionRow>();
  readonly timers = new Map<string, TimerRow>();
  readonly cancelledWaits: { sessionId: string; waitId: string }[] = [];
  readonly tasks: TaskRow[] = [];
  readonly deeds: Deed[] = [];
  readonly news: News[] = [];
  /** To be shown after commit. */
  readonly signals: Signal[] = [];
  readonly fields = new Map<string, unknown>();
  /** Tag → added (true) or removed (false); the last one counts. */
  readonly tags = new Map<string, boolean>();
  /** Whether the contact wants to hear from us, when that changed. */
  optedOut: boolean | null = null;
  readonly outcomes: RowOutcome[] = [];
  mode: "Bot" | "Human";
  assigneeId: string | null;
  unreadAdded = 0;
  lastInboundAt: Date | null = null;
  profileName: string | null = null;
  standing: Standing;
  /** The comment that the next message answers in private: once for each comment, so one message. */
  privateReplyTo: string | null = null;
  /** Rows kept back while a human drives go on after this batch. */
  releasesHeld = false;
  live: LiveSession | null;
  contact: LoadedConversation["contact"];
  said: SaidTexts;
  /** Messages that a session ended too early to hear, and what happened to the contact: to be routed after the step. */
  readonly leftover: InputMessage[] = [];
  readonly events: TriggerEvent[] = [];
  /** Sessions that this row began. */
  begun = 0;
  /** Steps of this row whose tags and fields may start flows. */
  chain = 0;

  readonly conversation: LoadedConversation;

  constructor(conversation: LoadedConversation) {
    this.conversation = conversation;
    this.mode = conversation.mode;
    this.assigneeId = conversation.assigneeId;
    this.live = conversation.session;
    this.contact = conversation.contact;
    this.said = conversation.said;
    this.standing = conversation.standing;
  }

  /** A row is applied to a copy, so that one that fails leaves nothing of itself. */
  copy(): Work {
    const copy = new Work(this.conversation);
    copy.messages.push(...this.messages);
    copy.steps.push(...this.steps);
    for (const [id, row] of this.sessions) copy.sessions.set(id, row);
    for (const [key, timer] of this.timers) copy.timers.set(key, timer);
    copy.cancelledWaits.push(...this.cancelledWaits);
    copy.tasks.push(...this.tasks);
    copy.deeds.push(...this.deeds);
    copy.news.push(...this.news);
    copy.signals.push(...this.signals);
    for (const [name, value] of this.fields) copy.fields.set(name, value);
    for (const [name, added] of this.tags) copy.tags.set(name, added);
    copy.outcomes.push(...this.outcomes);
    copy.mode = this.mode;
    copy.assigneeId = this.assigneeId;
    copy.unreadAdded = this.unreadAdded;
    copy.lastInboundAt = this.lastInboundAt;
    copy.profileName = this.profileName;
    copy.releasesHeld = this.releasesHeld;
    copy.live = this.live;
    copy.contact = this.contact;
    copy.said = this.said;
    copy.optedOut = this.optedOut;
    copy.standing = this.standing;
    return copy;
  }

  beginSession(session: LiveSession): void {
    this.live = session;
    this.sessions.set(session.id, { isNew: true, endedAt: null, updatedAt: session.startedAt, ...session });
  }

  /** Keeps a step's session as the row to save; a finished one is live no more. */
  keepSession(live: LiveSession, state: Session, at: Date): void {
    const over = state.status === "Completed" || state.status === "Errored";
    const isNew = this.sessions.get(live.id)?.isNew ?? false;
    const row: SessionRow = {
      id: live.id,
      flowId: live.flowId,
      flowVersionId: live.flowVersionId,
      startedAt: live.startedAt,
      version: live.version + 1,
      state,
      isNew,
      endedAt: over ? at : null,
      updatedAt: at,
    };
    this.sessions.set(live.id, row);
    this.live = over ? null : row;
  }

  /** From its next step on the live session goes by another version of its flow. */
  changeVersion(sessionId: string, flowVersionId: string): void {
    const row = this.sessions.get(sessionId);
    if (!row) return;
    const changed = { ...row, flowVersionId };
    this.sessions.set(sessionId, changed);
    if (this.live?.id === sessionId) this.live = changed;
  }

  /** The customer did something that allows an answer; what comes late does not turn the clock back. */
  hear(at: Date): void {
    const last = this.lastInboundAt ?? this.conversation.lastInboundAt;
    if (last === null || at > last) this.lastInboundAt = at;
  }

  /** Something new to read; what was done with is no more. */
  addUnread(at: Date): void {
    this.unreadAdded++;
    this.reopen(at);
  }

  reopen(at: Date): void {
    if (this.isClosed) this.deeds.push({ kind: "desk", status: "open", at });
  }

  get isClosed(): boolean {
    const last = this.deeds.findLast((deed) => deed.kind === "desk" && deed.status !== undefined);
    return (last?.kind === "desk" ? last.status : this.conversation.status) === "closed";
  }

  enterByAd(at: Date): void {
    this.standing = afterAdEntry(this.standing, at);
  }

  /** Somebody answers elsewhere. @param minutes until the bot has the conversation again; 0: when it is handed back */
  makeWay(at: Date, minutes: number): void {
    this.standing = afterEcho(this.standing, this.mode, at, minutes);
    this.mode = "Human";
  }

  giveToBot(): void {
    this.standing = { ...this.standing, humanUntil: null };
    this.mode = "Bot";
    this.assigneeId = null;
    this.releasesHeld = true;
  }

  setTimer(timer: TimerRow): void {
    this.timers.set(`${timer.sessionId}:${timer.waitId}:${timer.purpose}`, timer);
  }

  cancelTimers(sessionId: string, waitId: string): void {
    for (const purpose of ["timeout", "wake", "expiry"])
      this.timers.delete(`${sessionId}:${waitId}:${purpose}`);
    this.cancelledWaits.push({ sessionId, waitId });
  }

  addMessage(message: NewMessage): void {
    this.messages.push(message);
  }

  /** Queues what is said, in as many messages as the channel needs. `key` names it: said again, it is the same rows. */
  say(content: MessageContent, { key, replyTo = null, report = false, ...rest }: Utterance): void {
    const { platform, plays } = this.conversation.channel;
    const { messages, notes } = fit(content, plays ?? platform);
    this.standing = afterAnswer(this.standing, rest.at);
    const commentId = this.privateReplyTo;
    this.privateReplyTo = null;
    for (const [n, part] of messages.entries()) {
      const clientKey = `${key}:${n}`;
      this.addMessage({
        id: this.idFor(clientKey),
        clientKey,
        direction: "out",
        content: part,
        status: "Pending",
        platformMessageId: null,
        // Of several parts the first one quotes, and the last one's acceptance is that of all.
        replyTo: n === 0 ? replyTo : null,
        commentId: n === 0 ? commentId : null,
        fitNotes: platform === "simulator" && n === 0 && notes.length > 0 ? notes : undefined,
        report: report ? (n === messages.length - 1 ? 2 : 1) : 0,
        ...rest,
      });
    }
  }

  /** Same inbox row, same name, same id: a batch done again makes the same rows. */
  idFor(name: string): string {
    return deterministicId(`${this.conversation.workspaceId}:${name}`);
  }
}
