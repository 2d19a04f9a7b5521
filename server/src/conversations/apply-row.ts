/** One inbox row applied to one conversation, in memory: route, step, collect. Pure given its programs. */
import {
  createSession,
  type Input,
  type InputMessage,
  route,
  type StepContext,
  step,
  type TriggerIndex,
} from "@hilo/flow-engine";
import type { InboundPayload } from "../channels/channel.ts";
import { applyEffect } from "../effects/apply.ts";
import { applyAgentAction } from "./apply-agent-action.ts";
import { type InboxRow, readRow } from "./inbox-row.ts";
import type { LiveSession, TappedMessage } from "./loaded.ts";
import type { ProgramLookup } from "./programs.ts";
import { NO_FLOW, type RowOutcome, type Work } from "./work.ts";

export interface BatchContext {
  programs: ProgramLookup;
  triggers: TriggerIndex;
  /** By platform message id: what the taps of this batch answer. */
  tapped: ReadonlyMap<string, TappedMessage>;
}

/** Applies a row and says what became of it. Throws MissingPrograms, ZodError, or on a bug. */
export function applyRow(work: Work, row: InboxRow, batch: BatchContext): RowOutcome["state"] {
  const content = readRow(row);
  switch (content.kind) {
    case "message":
      return applyMessage(work, row, content, batch);
    case "timer":
      return applyToSession(
        work,
        row,
        content.sessionId,
        { type: "timer", waitId: content.waitId, purpose: content.purpose },
        batch,
      );
    case "task-result":
      return applyToSession(work, row, content.sessionId, content.input, batch);
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

function applyMessage(
  work: Work,
  row: InboxRow,
  payload: InboundPayload,
  batch: BatchContext,
): RowOutcome["state"] {
  const first = !work.conversation.wroteBefore && work.lastInboundAt === null;
  receiveMessage(work, row, payload);
  const tapped = payload.replyTo === null ? undefined : batch.tapped.get(payload.replyTo);
  const message = inputMessage(row, payload, tapped);
  const decision = route({
    session: work.live?.state ?? null,
    oldTapFlow: tapped && tapped.sessionId !== work.live?.id ? publishedFlow(work, tapped, batch) : null,
    message: { content: message.content, firstMessage: first },
    index: batch.triggers,
    context: { channel: work.conversation.channel, contact: work.contact },
    conversationMode: work.mode,
  });
  switch (decision.action) {
    case "resume":
      if (!work.live) throw new Error("route resumed a session that is not there");
      stepSession(work, row, work.live, { type: "message", message }, batch);
      return "done";
    case "start": {
      if (work.live) endSession(work, row, decision.endFirst ?? "interrupted");
      const { keyword, mode } = decision.trigger;
      const flow = { flowId: decision.flowId, flowVersionId: decision.versionId };
      startSession(
        work,
        row,
        flow,
        { type: "start", cause: { kind: "trigger", keyword, mode }, message },
        batch,
      );
      return "done";
    }
    case "reply":
      work.say(
        { type: "text", text: decision.text },
        {
          ...NO_FLOW,
          key: `reply:${row.id}`,
          author: "system",
          authorId: null,
          inboxEventId: row.id,
          at: row.receivedAt,
        },
      );
      return "done";
    case "none":
      return "done";
  }
}

/** The tapped session's flow as it is published now: what an old tap may restart. */
function publishedFlow(work: Work, tapped: TappedMessage, batch: BatchContext) {
  const program = batch.programs.flow(work.conversation.workspaceId, tapped.flowId);
  return program ? { flowId: tapped.flowId, versionId: program.id, settings: program.settings } : null;
}

function inputMessage(
  row: InboxRow,
  payload: InboundPayload,
  tapped: TappedMessage | undefined,
): InputMessage {
  const { content } = payload;
  if (content.type !== "tap" || !tapped) return { id: row.id, content };
  const { sessionId, nodeId } = tapped;
  return { id: row.id, content: { ...content, tap: { ...content.tap, sessionId, nodeId } } };
}

function receiveMessage(work: Work, row: InboxRow, payload: InboundPayload): void {
  work.addMessage({
    id: work.idFor(`inbox:${row.id}`),
    direction: "in",
    author: "customer",
    authorId: null,
    content: payload.content,
    status: "Received",
    platformMessageId: payload.platformMessageId,
    replyTo: payload.replyTo,
    clientKey: null,
    sessionId: work.live?.id ?? null,
    nodeId: null,
    flowVersionId: null,
    inboxEventId: row.id,
    at: row.receivedAt,
  });
  work.unreadAdded++;
  work.lastInboundAt = row.receivedAt;
  if (payload.profileName) work.profileName = payload.profileName;
  if (work.contact.name === null && payload.profileName)
    work.contact = { ...work.contact, name: payload.profileName };
}

function startSession(
  work: Work,
  row: InboxRow,
  flow: { flowId: string; flowVersionId: string },
  input: Input,
  batch: BatchContext,
): void {
  const { flowId, flowVersionId } = flow;
  const program = batch.programs.version(work.conversation.workspaceId, flowVersionId);
  if (!program) throw new Error(`flow version ${flowVersionId} does not exist`);
  const id = work.idFor(`session:${row.id}`);
  const state = createSession(program, id);
  const live: LiveSession = { id, flowId, flowVersionId, version: 0, state, startedAt: row.receivedAt };
  work.beginSession(live);
  stepSession(work, row, live, input, batch);
}

/** Ends the live session by the engine, so that its timers and its log end with it. */
function endSession(work: Work, row: InboxRow, reason: "interrupted" | "taken-over"): void {
  const { live } = work;
  if (!live) return;
  if (live.state.wait) work.cancelTimers(live.id, live.state.wait.id);
  const state = { ...live.state, status: "Completed" as const, wait: null, endReason: reason };
  work.keepSession(live, state, row.receivedAt);
}

export function stepSession(
  work: Work,
  row: InboxRow,
  live: LiveSession,
  input: Input,
  batch: BatchContext,
): void {
  const program = batch.programs.version(work.conversation.workspaceId, live.flowVersionId);
  if (!program) throw new Error(`flow version ${live.flowVersionId} does not exist`);
  const result = step(program, live.state, input, stepContext(work, row, batch));
  work.keepSession(live, result.session, row.receivedAt);
  work.steps.push({
    sessionId: live.id,
    flowId: live.flowId,
    flowVersionId: live.flowVersionId,
    seq: result.session.seq,
    inboxEventId: row.id,
    input,
    result,
    at: row.receivedAt,
  });
  for (const effect of result.effects)
    applyEffect(work, effect, { session: live, inboxEventId: row.id, at: row.receivedAt });
}

function stepContext(work: Work, row: InboxRow, batch: BatchContext): StepContext {
  const { conversation } = work;
  const { workspaceId } = conversation;
  return {
    now: row.receivedAt.getTime(),
    timeZone: conversation.timeZone,
    contact: work.contact,
    channel: conversation.channel,
    programs: (ref) => batch.programs.flow(workspaceId, ref) ?? batch.programs.version(workspaceId, ref),
  };
}
