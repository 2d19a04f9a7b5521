/** What an inbound message means: input of the live session, start of a flow, a fixed answer, or nothing. */
import type { InboundContent, Tap } from "../content/inbound.ts";
import type { FlowSettings } from "../flow/settings.ts";
import { isLiveStatus, type Session } from "../session/schema.ts";
import type { ContactSnapshot } from "../step/context.ts";
import type { MatchMode, TriggerCandidate } from "./candidate.ts";
import type { TriggerContext } from "./conditions.ts";
import type { TriggerEvent } from "./event.ts";
import { type GlobalWord, type GlobalWords, globalWordOf } from "./global-words.ts";
import type { TriggerIndex, TriggerMessage } from "./trigger-index.ts";

/** The flow whose finished session sent the tapped message, as it is published now. */
export interface OldTapFlow {
  flowId: string;
  versionId: string;
  settings: Pick<FlowSettings, "oldTap" | "oldTapMessage">;
}

export interface RouteArgs {
  /** The conversation's live session (Active or Paused); null when there is none. A finished one counts as none. */
  session: Pick<Session, "id" | "status" | "wait"> | null;
  /**
   * For a tap on a message of a session that no longer lives: that session's flow, or null when it is not published.
   * Not looked at for anything else.
   */
  oldTapFlow: OldTapFlow | null;
  message: TriggerMessage;
  index: TriggerIndex;
  context: TriggerContext & { contact: Pick<ContactSnapshot, "optedOut"> };
  conversationMode: "Bot" | "Human";
  /** Words that mean the same in every flow; absent: there are none. */
  words?: GlobalWords | undefined;
}

/** What started a flow: becomes the start input's cause. */
export interface RouteTrigger {
  mode: MatchMode | "old-tap";
  keyword: string;
  reason: string;
}

interface Start {
  flowId: string;
  versionId: string;
  trigger: RouteTrigger;
}

export type Route =
  | { action: "resume" }
  | ({ action: "start"; endFirst?: "interrupted" } & Start)
  /** The live session's wait is put aside and goes on when this flow has ended. */
  | ({ action: "interrupt" } & Start)
  | { action: "reply"; text: string }
  /** No session lives; `answerGlobalWord` says what follows. */
  | { action: "global-word"; word: GlobalWord }
  | { action: "none"; reason: "human" | "reaction" | "old-tap" | "no-trigger" | "opted-out" | "busy" };

/** Pure. The caller ends the live session with `endFirst` before it starts the flow. */
export function route(args: RouteArgs): Route {
  const { content } = args.message;
  if (args.conversationMode === "Human") return { action: "none", reason: "human" };
  // A reaction comments on a message; it answers nothing and asks for nothing.
  if (content.type === "reaction") return { action: "none", reason: "reaction" };
  const session = isLive(args.session) ? args.session : null;
  const candidates = args.index.candidates(args.message, args.context);
  const { optedOut } = args.context.contact;
  const word = session ? null : loneWord(wordOf(args), candidates, optedOut);
  if (word) return { action: "global-word", word };
  if (!session && optedOut) return { action: "none", reason: "opted-out" };
  const oldTap = oldTapOf(content, session);
  if (oldTap) return routeOldTap(args, candidates, session !== null);
  if (session) return routeToSession(args, candidates, session);
  return startBest(candidates);
}

/**
 * What an event means. While a session waits for the customer, only a trigger that interrupts starts its flow; beside
 * one that hears nothing anyway, the best.
 */
export function routeEvent(
  args: Pick<RouteArgs, "session" | "index" | "context" | "conversationMode"> & { event: TriggerEvent },
): Route {
  if (args.conversationMode === "Human") return { action: "none", reason: "human" };
  if (args.context.contact.optedOut) return { action: "none", reason: "opted-out" };
  const candidates = args.index.eventCandidates(args.event, args.context);
  const session = isLive(args.session) ? args.session : null;
  if (!session) return startBest(candidates);
  const interrupting = candidates.find(({ trigger }) => trigger.interrupts);
  if (interrupting) return interrupt(interrupting, session);
  const [best] = candidates;
  if (!best) return { action: "none", reason: "no-trigger" };
  return hearsNothing(session)
    ? { action: "interrupt", ...startOf(best) }
    : { action: "none", reason: "busy" };
}

/**
 * A global word outside of any session. A flow of its own for the very word goes first, but for “stop”: that always
 * works. “Start” means something only to who has stopped, and there is nothing to cancel.
 */
export function loneWord(
  word: GlobalWord | null,
  candidates: readonly TriggerCandidate[],
  optedOut = false,
): GlobalWord | null {
  if (word === "stop") return optedOut ? null : word;
  if (word === "start") return optedOut ? word : null;
  if (word !== "agent" || optedOut) return null;
  return candidates.some(({ mode }) => mode === "exact" || mode === "word") ? null : word;
}

function wordOf({ message: { content }, words }: RouteArgs): GlobalWord | null {
  return globalWordOf(words, content.type === "text" ? content.text : null);
}

function isLive(session: RouteArgs["session"]): session is NonNullable<RouteArgs["session"]> {
  return session !== null && isLiveStatus(session.status);
}

/** A tap that names a session other than the live one. */
function oldTapOf(content: InboundContent, session: RouteArgs["session"]): Tap | null {
  if (content.type !== "tap" || content.tap.sessionId === undefined) return null;
  return content.tap.sessionId === session?.id ? null : content.tap;
}

/**
 * The live session hears its input first, unless a trigger that interrupts matches. One that waits for no message (for
 * a time, for a call from outside) hears nothing: what the customer says may start another flow meanwhile.
 */
function routeToSession(
  args: RouteArgs,
  candidates: readonly TriggerCandidate[],
  session: NonNullable<RouteArgs["session"]>,
): Route {
  const { content } = args.message;
  if (content.type === "tap" && content.tap.sessionId === session.id) return { action: "resume" };
  const interrupting = candidates.find(
    (candidate) => candidate.trigger.interrupts && isSpecific(candidate.mode),
  );
  const word = wordOf(args);
  if (word === "stop" || (word && !interrupting)) return { action: "resume" };
  if (interrupting) return interrupt(interrupting, session);
  const [best] = candidates;
  return best && hearsNothing(session) ? { action: "interrupt", ...startOf(best) } : { action: "resume" };
}

function hearsNothing({ wait }: NonNullable<RouteArgs["session"]>): boolean {
  return wait?.for === "timer" || wait?.for === "webhook";
}

/** By the trigger's own word: end the session, or put it aside. */
function interrupt(candidate: TriggerCandidate, session: NonNullable<RouteArgs["session"]>): Route {
  const suspends = candidate.trigger.interrupts === "suspend" && session.wait !== null;
  return suspends ? { action: "interrupt", ...startOf(candidate) } : start(candidate, true);
}

/** A trigger that takes any message would end every session at its first answer: it never interrupts. */
function isSpecific(mode: MatchMode): boolean {
  return mode !== "default" && mode !== "catch-all" && mode !== "first-message";
}

/**
 * A payload trigger made for this very id comes first; then the flow's policy. Never the live session: option ids
 * are unique within a node only, so the tap could take a branch of a flow it does not belong to.
 */
function routeOldTap(args: RouteArgs, candidates: readonly TriggerCandidate[], live: boolean): Route {
  const byPayload = candidates.find((candidate) => candidate.mode === "payload");
  if (byPayload) return start(byPayload, live);
  const flow = args.oldTapFlow;
  if (!flow) return live ? { action: "none", reason: "old-tap" } : startBest(candidates);
  switch (flow.settings.oldTap) {
    case "ignore":
      return { action: "none", reason: "old-tap" };
    case "reply": {
      const text = flow.settings.oldTapMessage;
      return text.trim() === "" ? { action: "none", reason: "old-tap" } : { action: "reply", text };
    }
    case "restart": {
      const trigger: RouteTrigger = {
        mode: "old-tap",
        keyword: "",
        reason: "A button of an ended session was tapped.",
      };
      return { action: "start", flowId: flow.flowId, versionId: flow.versionId, trigger, ...ending(live) };
    }
  }
}

function startBest(candidates: readonly TriggerCandidate[]): Route {
  const winner = candidates[0];
  return winner ? start(winner, false) : { action: "none", reason: "no-trigger" };
}

function start(candidate: TriggerCandidate, live: boolean): Route {
  return { action: "start", ...startOf(candidate), ...ending(live) };
}

function startOf({ flowId, versionId, mode, keyword, reason }: TriggerCandidate): Start {
  return { flowId, versionId, trigger: { mode, keyword, reason } };
}

function ending(live: boolean): { endFirst?: "interrupted" } {
  return live ? { endFirst: "interrupted" } : {};
}
