/** One inbox row applied to one conversation, in memory: route, step, collect. Pure given its programs. */
import {
  type Input,
  type InputMessage,
  type Route,
  route,
  routeEvent,
  type TriggerEvent,
} from "@hilo/flow-engine";
import type { EventPayload, InboundPayload } from "../channels/channel.ts";
import { applyAgentAction } from "./apply-agent-action.ts";
import {
  applyEcho,
  applyIdentity,
  applyReaction,
  applyRevision,
  isLate,
  receive,
  showEvent,
} from "./apply-inbound.ts";
import { type InboxRow, readRow } from "./inbox-row.ts";
import type { TappedMessage } from "./loaded.ts";
import { type BatchContext, endSession, startSession, stepSession } from "./run-session.ts";
import { answerGlobally, sayReply } from "./say.ts";
import type { RowOutcome, Work } from "./work.ts";

/** Applies a row, and what came of it in turn, and says what became of it. Throws MissingPrograms, ZodError, or on a bug. */
export function applyRow(work: Work, row: InboxRow, batch: BatchContext): RowOutcome["state"] {
  const state = applyOne(work, row, batch);
  while (work.leftover.length + work.events.length > 0) routeNext(work, row, batch);
  return state;
}

function applyOne(work: Work, row: InboxRow, batch: BatchContext): RowOutcome["state"] {
  const content = readRow(row);
  switch (content.kind) {
    case "message":
      return applyMessage(work, row, content, batch);
    case "timer": {
      const { waitId, purpose } = content;
      return applyToSession(work, row, content.sessionId, { type: "timer", waitId, purpose }, batch);
    }
    case "session-input":
      return applyToSession(work, row, content.sessionId, content.input, batch);
    case "event":
      return applyHappening(work, row, content.about, batch);
    case "echo":
      return applyEcho(work, row, content.echo, batch.known);
    case "revision":
      return applyRevision(work, row, content.revision, batch.known);
    case "watermark":
      work.news.push({ kind: "watermark", ...content.watermark });
      return "done";
    case "identity":
      return applyIdentity(work, row, content.identity);
    case "preference":
      work.news.push({ kind: "marketing", stop: content.marketing === "stop", at: row.receivedAt });
      return "done";
    case "agent":
      return applyAgentAction(work, row, content.action, batch);
    case "start":
      if (work.live) endSession(work, row, "interrupted");
      startSession(work, row, content, { type: "start", cause: { kind: content.cause } }, batch);
      return "done";
    case "other":
      return "ignored";
  }
}

/** Timers and task results belong to one session; while a human drives they are kept back, unless the flow awaits that human. */
function applyToSession(
  work: Work,
  row: InboxRow,
  sessionId: string,
  input: Input,
  batch: BatchContext,
): RowOutcome["state"] {
  const { live } = work;
  if (live?.id !== sessionId) return "ignored";
  if (work.mode === "Human" && live.state.wait?.for !== "agent") return "held";
  stepSession(work, row, live, input, batch);
  return "done";
}

/** Milliseconds of a day. */
const DAY = 86_400_000;

function applyMessage(
  work: Work,
  row: InboxRow,
  payload: InboundPayload,
  batch: BatchContext,
): RowOutcome["state"] {
  const { content } = payload;
  if (content.type === "reaction" && applyReaction(work, row, content, batch.known)) return "done";
  const last = work.lastInboundAt ?? work.conversation.lastInboundAt;
  receive(work, row, payload);
  // Shown to people, and too old for a bot to answer.
  if (payload.past || isLate(work, row, payload.providerAt)) return "done";
  const tapped = payload.replyTo === null ? undefined : batch.tapped.get(payload.replyTo);
  const message = inputMessage(payload, tapped);
  const silent = last ? { silentDays: Math.floor((row.receivedAt.getTime() - last.getTime()) / DAY) } : {};
  routeMessage(work, row, batch, message, tapped, { firstMessage: last === null, ...silent });
  return "done";
}

function routeMessage(
  work: Work,
  row: InboxRow,
  batch: BatchContext,
  message: InputMessage,
  tapped: TappedMessage | undefined,
  about: { firstMessage: boolean; silentDays?: number },
): void {
  const { content, origin } = message;
  const decision = route({
    oldTapFlow: tapped && tapped.sessionId !== work.live?.id ? publishedFlow(work, tapped, batch) : null,
    message: { content, origin, ...about },
    words: work.conversation.settings.words,
    ...routing(work, row, batch),
  });
  follow(work, row, batch, decision, { message });
}

/** Shown where people look, then routed; one that comes late starts nothing. */
function applyHappening(
  work: Work,
  row: InboxRow,
  about: EventPayload,
  batch: BatchContext,
): RowOutcome["state"] {
  const { event, providerAt } = about;
  const before = work.messages.length;
  showEvent(work, row, about);
  const shown = work.messages.length > before;
  if (isLate(work, row, providerAt)) return shown ? "done" : "ignored";
  // The first thing said goes to the comment itself, in private: its author may never have written.
  work.privateReplyTo = event.type === "comment" ? event.commentId : null;
  const state = applyEvent(work, row, event, batch);
  work.privateReplyTo = null;
  return shown ? "done" : state;
}

/** Events are routed like messages, and end at the first flow that takes them. */
function applyEvent(
  work: Work,
  row: InboxRow,
  event: TriggerEvent,
  batch: BatchContext,
): RowOutcome["state"] {
  const decision = routeEvent({ ...routing(work, row, batch), event });
  follow(work, row, batch, decision, { event });
  return decision.action === "none" ? "ignored" : "done";
}

function routing(work: Work, row: InboxRow, batch: BatchContext) {
  const { channel, timeZone, settings } = work.conversation;
  return {
    session: work.live?.state ?? null,
    index: batch.triggers,
    context: {
      channel,
      contact: work.contact,
      now: row.receivedAt.getTime(),
      timeZone,
      hours: settings.hours,
    },
    conversationMode: work.mode,
  };
}

/** Does what routing decided. */
function follow(
  work: Work,
  row: InboxRow,
  batch: BatchContext,
  decision: Route,
  about: { message?: InputMessage; event?: TriggerEvent },
): void {
  switch (decision.action) {
    case "resume":
      if (!work.live || !about.message) throw new Error("route resumed a session that is not there");
      stepSession(work, row, work.live, { type: "message", message: about.message }, batch);
      break;
    case "start": {
      if (work.live) endSession(work, row, decision.endFirst ?? "interrupted");
      const flow = { flowId: decision.flowId, flowVersionId: decision.versionId };
      startSession(work, row, flow, { type: "start", cause: causeOf(decision.trigger), ...about }, batch);
      break;
    }
    case "interrupt": {
      if (!work.live) throw new Error("route interrupted a session that is not there");
      const cause = causeOf(decision.trigger);
      const input = { type: "interrupt", program: decision.versionId, cause, ...about } as const;
      stepSession(work, row, work.live, input, batch);
      break;
    }
    case "reply":
      sayReply(work, row, decision.text);
      break;
    case "global-word":
      answerGlobally(work, row, decision.word, about.message);
      break;
    case "none":
  }
}

function causeOf({ keyword, mode }: Extract<Route, { action: "start" }>["trigger"]) {
  return { kind: "trigger", keyword, mode } as const;
}

/** Steps fill two queues: messages a flow ended too early to hear, and what happened to the contact. */
function routeNext(work: Work, row: InboxRow, batch: BatchContext): void {
  const message = work.leftover.shift();
  const event = message ? undefined : work.events.shift();
  if (message) routeMessage(work, row, batch, message, undefined, { firstMessage: false });
  if (event) applyEvent(work, row, event, batch);
}

/** The tapped session's flow as it is published now: what an old tap may restart. */
function publishedFlow(work: Work, tapped: TappedMessage, batch: BatchContext) {
  const program = batch.programs.flow(work.conversation.workspaceId, tapped.flowId);
  return program ? { flowId: tapped.flowId, versionId: program.id, settings: program.settings } : null;
}

function inputMessage(payload: InboundPayload, tapped: TappedMessage | undefined): InputMessage {
  const { content, platformMessageId: id, origin } = payload;
  const from = origin ? { origin } : {};
  if (content.type !== "tap" || !tapped) return { id, content, ...from };
  const { sessionId, nodeId } = tapped;
  return { id, content: { ...content, tap: { ...content.tap, sessionId, nodeId } }, ...from };
}
