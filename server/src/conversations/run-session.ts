/** Sessions of a conversation: begun, stepped and ended by the engine, their effects collected. */
import {
  type ChannelSnapshot,
  contactEvents,
  createSession,
  type Input,
  MAX_EVENT_CHAIN,
  type StepContext,
  saidAfter,
  step,
  type TriggerIndex,
  type Variables,
} from "@hilo/flow-engine";
import { applyEffect } from "../effects/apply.ts";
import type { InboxRow } from "./inbox-row.ts";
import type { KnownMessages } from "./known-messages.ts";
import type { LiveSession, TappedMessage } from "./loaded.ts";
import type { ProgramLookup } from "./programs.ts";
import { windowEnd } from "./saved-rows.ts";
import type { Work } from "./work.ts";

export interface BatchContext {
  programs: ProgramLookup;
  triggers: TriggerIndex;
  /** Messages that rows of this batch speak of and that are there. */
  known: KnownMessages;
  /** By platform message id: what the taps of this batch answer. */
  tapped: ReadonlyMap<string, TappedMessage>;
  /** Where a program outside goes on with a session. */
  hookUrl(workspaceId: string, sessionId: string): string;
}

interface Beginning {
  flowId: string;
  flowVersionId: string;
  /** Where to begin, when not at the start. */
  nodeId?: string | undefined;
  vars?: Variables | undefined;
}

export function startSession(
  work: Work,
  row: InboxRow,
  flow: Beginning,
  input: Input,
  batch: BatchContext,
): void {
  const { flowId, flowVersionId, nodeId, vars } = flow;
  const program = batch.programs.version(work.conversation.workspaceId, flowVersionId);
  if (!program) throw new Error(unrunnable(flowVersionId));
  // One row may start several: a flow's tag starts another flow.
  const nth = work.begun++;
  const id = work.idFor(nth === 0 ? `session:${row.id}` : `session:${row.id}:${nth}`);
  const state = createSession(program, id, vars, nodeId);
  const live: LiveSession = { id, flowId, flowVersionId, version: 0, state, startedAt: row.receivedAt };
  work.beginSession(live);
  stepSession(work, row, live, input, batch);
}

/** Ends the live session by the engine, so that its timers and its log end with it. */
export function endSession(work: Work, row: InboxRow, reason: "interrupted" | "taken-over"): void {
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
  if (!program) throw new Error(unrunnable(live.flowVersionId));
  const before = work.contact;
  const now = row.receivedAt.getTime();
  const result = step(program, live.state, input, stepContext(work, live.id, now, batch));
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
  const origin = { session: live, heard: result.session.heard, inboxEventId: row.id, at: row.receivedAt };
  for (const effect of result.effects) applyEffect(work, effect, origin);
  work.said = saidAfter(work.said, result.effects, now);
  work.leftover.push(...result.leftover);
  if (work.chain >= MAX_EVENT_CHAIN) return;
  const events = contactEvents(before, result.effects);
  if (events.length > 0) work.chain += 1;
  work.events.push(...events);
}

function stepContext(work: Work, sessionId: string, now: number, batch: BatchContext): StepContext {
  const { workspaceId, timeZone, settings } = work.conversation;
  return {
    now,
    timeZone,
    contact: work.contact,
    channel: channelNow(work),
    programs: (ref) => batch.programs.flow(workspaceId, ref) ?? batch.programs.version(workspaceId, ref),
    hours: settings.hours,
    words: settings.words,
    said: work.said,
    get hookUrl() {
      return batch.hookUrl(workspaceId, sessionId);
    },
  };
}

const unrunnable = (versionId: string) =>
  `flow version ${versionId} can't be run: it does not exist, or this version of Hilo can't read it`;

/** The channel as it stands towards this customer at the moment. */
function channelNow({ conversation, lastInboundAt, standing }: Work): ChannelSnapshot {
  const until = windowEnd(lastInboundAt ?? conversation.lastInboundAt);
  return {
    windowExpiresAt: until?.toISOString() ?? null,
    freeEntryExpiresAt: standing.freeEntryExpiresAt?.toISOString() ?? null,
    ...conversation.channel,
  };
}
