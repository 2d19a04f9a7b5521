/** Plays a transcript against flows and says, readably, where the conversation went another way. */
import type { InboundContent } from "../content/inbound.ts";
import { wordsOf } from "../content/schema.ts";
import type { EngineTask } from "../effects/task.ts";
import type { TaskResult } from "../inputs/schema.ts";
import type { Session } from "../session/schema.ts";
import type { TriggerEvent } from "../triggers/event.ts";
import { contentInWords } from "./content-in-words.ts";
import { Conversation } from "./conversation.ts";
import { differences, print } from "./differences.ts";
import { parseDuration } from "./duration.ts";
import type { Transcript, TranscriptStep } from "./transcript-schema.ts";

export interface TranscriptResult {
  ok: boolean;
  /** What went wrong, with the conversation up to there; empty when all is well. */
  report: string;
  /** The conversation as it went, one line a message. */
  log: string[];
  session: Session | null;
}

/** Ends the play at the first thing that is not as written. */
class Departure extends Error {}

/**
 * @param flows definitions: the transcript's flow, then those it calls
 * @throws CompileError when a flow can't run
 */
export function playTranscript(transcript: Transcript, flows: readonly unknown[]): TranscriptResult {
  const play = new Play(transcript, flows);
  try {
    for (const [at, step] of transcript.steps.entries()) play.take(step, at);
    play.finish();
    return { ok: true, report: "", log: play.log, session: play.conversation.session };
  } catch (error) {
    if (!(error instanceof Departure)) throw error;
    const report = [transcript.name, error.message, "", "The conversation up to there:", ...play.log].join(
      "\n",
    );
    return { ok: false, report, log: play.log, session: play.conversation.session };
  }
}

class Play {
  readonly log: string[] = [];
  readonly conversation: Conversation;
  private readonly transcript: Transcript;
  /** Messages of the bot that a step has spoken of. */
  private heard = 0;
  /** Deeds of the flow that a step has spoken of, and those before them. */
  private seen = 0;

  constructor(transcript: Transcript, flows: readonly unknown[]) {
    const { start, timeZone, contact, platform, hours } = transcript;
    this.transcript = transcript;
    this.conversation = new Conversation({
      flows,
      now: Date.parse(start),
      timeZone,
      contact,
      platform,
      hours,
    });
  }

  take(step: TranscriptStep, at: number): void {
    const where = `Step ${at + 1}`;
    if (!("bot" in step)) this.expectSilence(where);
    if ("bot" in step) this.expectBot(step.bot, where);
    else if ("customer" in step) this.customer(step.customer, where);
    else if ("advance" in step) this.advance(step.advance);
    else if ("http" in step) this.task(step.http, httpResult(step.http), where);
    else if ("ai" in step) this.task(step.ai, aiResult(step.ai), where);
    else if ("notify" in step)
      this.task(step.notify, failureOf(step.notify.error) ?? { ok: true, body: null }, where);
    else if ("hook" in step) this.hook(step.hook);
    else if ("event" in step) this.event(step.event);
    else if ("refuse" in step) this.conversation.refusals.push({ code: step.refuse, message: "refused" });
    else if ("did" in step) this.deed(step.did, where);
    else this.agent(step.agent);
  }

  finish(): void {
    this.expectSilence("At the end");
    const { status, endReason, variables, contact } = this.transcript.expect;
    const { session } = this.conversation;
    const expected = {
      ...(status === undefined ? {} : { status }),
      ...(endReason === undefined ? {} : { endReason }),
      ...(variables === undefined ? {} : { variables }),
      ...(contact === undefined ? {} : { contact }),
    };
    const actual = {
      status: session?.status ?? null,
      endReason: session?.endReason,
      variables: session?.vars,
      contact: this.conversation.contact,
    };
    this.compare(expected, actual, "At the end");
  }

  private expectBot(expected: string | Record<string, unknown>, where: string): void {
    const message = this.conversation.sent[this.heard++];
    if (!message)
      throw new Departure(
        `${where}: expected the bot to say ${print(expected)}, but it says nothing${this.state()}`,
      );
    this.log.push(`  bot: ${contentInWords(message.content)}`);
    this.compare(
      expected,
      typeof expected === "string" ? wordsOf(message.content) : message.content,
      `${where}, the bot`,
    );
  }

  private expectSilence(where: string): void {
    const more = this.conversation.sent.slice(this.heard);
    if (more.length === 0) return;
    const said = more.map(({ content }) => `  + ${contentInWords(content)}`).join("\n");
    throw new Departure(`${where}: before it, the bot also says\n${said}`);
  }

  private customer(does: Extract<TranscriptStep, { customer: unknown }>["customer"], where: string): void {
    const content = this.contentOf(does, where);
    const origin = typeof does === "object" && "origin" in does ? does.origin : undefined;
    this.log.push(`  customer: ${typeof does === "string" ? does : print(does)}`);
    const decision = this.conversation.receive(content, origin);
    if (decision.action === "none") this.log.push(`  (nothing takes it: ${decision.reason})`);
  }

  private contentOf(
    does: Extract<TranscriptStep, { customer: unknown }>["customer"],
    where: string,
  ): InboundContent {
    if (typeof does === "string") return { type: "text", text: does };
    if ("content" in does) return does.content;
    if ("origin" in does) return { type: "text", text: does.text };
    if ("location" in does) return { type: "location", ...does.location };
    if ("media" in does) {
      const { media: kind, caption, url } = does;
      return { type: "media", media: { kind, ...(url ? { url } : {}) }, ...(caption ? { caption } : {}) };
    }
    const tap = this.conversation.tapOn(does.tap);
    if (!tap) throw new Departure(`${where}: there is no button or row ${print(does.tap)} to tap`);
    return tap;
  }

  private advance(duration: string): void {
    this.log.push(`  … ${duration} later`);
    this.conversation.advance(parseDuration(duration) ?? 0);
  }

  private task(
    asked: { request?: Record<string, unknown> | undefined },
    result: TaskResult,
    where: string,
  ): void {
    const { task } = this.conversation;
    if (!task) throw new Departure(`${where}: the flow waits for no answer of that kind${this.state()}`);
    this.log.push(`  ${summaryOf(task)} → ${result.ok ? (result.status ?? "done") : result.code}`);
    if (asked.request) this.compare(asked.request, task, `${where}, the request`);
    this.conversation.answerTask(result);
  }

  private hook(body: unknown): void {
    this.log.push(`  (called from outside: ${print(body)})`);
    this.conversation.callHook(body);
  }

  private event(event: TriggerEvent): void {
    this.log.push(`  (${event.type})`);
    const decision = this.conversation.happen(event);
    if (decision.action === "none") this.log.push(`  (nothing takes it: ${decision.reason})`);
  }

  private deed(expected: { type: string }, where: string): void {
    const at = this.conversation.deeds.findIndex((deed, n) => n >= this.seen && deed.type === expected.type);
    const deed = this.conversation.deeds[at];
    if (!deed) throw new Departure(`${where}: expected ${print(expected)}, but the flow did no such thing`);
    this.seen = at + 1;
    this.compare(expected, deed, where);
  }

  private agent(action: "hand-back" | "end"): void {
    this.log.push(`  (agent: ${action})`);
    this.conversation.agent(action);
  }

  private compare(expected: unknown, actual: unknown, where: string): void {
    const found = differences(expected, actual);
    if (found.length > 0) throw new Departure([`${where}:`, ...found.map((line) => `  ${line}`)].join("\n"));
  }

  private state(): string {
    const { session } = this.conversation;
    if (!session) return " (no flow started)";
    const { error, endReason } = session;
    if (error) return ` (the session failed: ${error.message})`;
    return endReason
      ? ` (the session ended: ${endReason})`
      : ` (the session waits for a ${session.wait?.for})`;
  }
}

type StepOf<K extends string> =
  Extract<TranscriptStep, Record<K, unknown>> extends Record<K, infer T> ? T : never;

function failureOf(error: string | undefined): TaskResult | null {
  return error === undefined ? null : { ok: false, code: error, message: error };
}

function httpResult({ status, body, error }: StepOf<"http">): TaskResult {
  const failure = failureOf(error);
  if (failure) return failure;
  if (status >= 200 && status < 300) return { ok: true, status, body };
  return { ok: false, code: `http-${status}`, message: `answered ${status}`, status, body };
}

function aiResult({ text, data, error }: StepOf<"ai">): TaskResult {
  return failureOf(error) ?? { ok: true, body: data === undefined ? { text: text ?? "" } : { data } };
}

function summaryOf(task: EngineTask): string {
  switch (task.kind) {
    case "http-request":
      return `${task.method} ${task.url}`;
    case "ai-chat":
      return `asks ${task.model}`;
    case "notify":
      return `notifies ${task.to || task.by}`;
  }
}
