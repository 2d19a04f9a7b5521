/** What an inbound message means: input of the live session, start of a flow, a fixed answer, or nothing. */
import type { InboundContent, Tap } from "../content/inbound.ts";
import type { FlowSettings } from "../flow/settings.ts";
import type { Session } from "../session/schema.ts";
import type { MatchMode, TriggerCandidate } from "./candidate.ts";
import type { TriggerContext } from "./conditions.ts";
import type { TriggerIndex, TriggerMessage } from "./trigger-index.ts";

/** The flow whose finished session sent the tapped message, as it is published now. */
export interface OldTapFlow {
  flowId: string;
  versionId: string;
  settings: Pick<FlowSettings, "oldTap" | "oldTapMessage">;
}

export interface RouteArgs {
  /** The conversation's live session (Active or Paused); null when there is none. A finished one counts as none. */
  session: Pick<Session, "id" | "status"> | null;
  /**
   * For a tap on a message of a session that no longer lives: that session's flow, or null when it is not published.
   * Not looked at for anything else.
   */
  oldTapFlow: OldTapFlow | null;
  message: TriggerMessage;
  index: TriggerIndex;
  context: TriggerContext;
  conversationMode: "Bot" | "Human";
}

/** What started a flow: becomes the start input's cause. */
export interface RouteTrigger {
  mode: MatchMode | "old-tap";
  keyword: string;
  reason: string;
}

export type Route =
  | { action: "resume" }
  | { action: "start"; flowId: string; versionId: string; trigger: RouteTrigger; endFirst?: "interrupted" }
  | { action: "reply"; text: string }
  | { action: "none"; reason: "human" | "reaction" | "old-tap" | "no-trigger" };

/** Pure. The caller ends the live session with `endFirst` before it starts the flow. */
export function route(args: RouteArgs): Route {
  const { content } = args.message;
  if (args.conversationMode === "Human") return { action: "none", reason: "human" };
  // A reaction comments on a message; it answers nothing and asks for nothing.
  if (content.type === "reaction") return { action: "none", reason: "reaction" };
  const session = isLive(args.session) ? args.session : null;
  const candidates = args.index.candidates(args.message, args.context);
  const oldTap = oldTapOf(content, session);
  if (oldTap) return routeOldTap(args, candidates, session !== null);
  if (session) return routeToSession(content, candidates, session.id);
  return startBest(candidates);
}

function isLive(session: RouteArgs["session"]): session is NonNullable<RouteArgs["session"]> {
  return session?.status === "Active" || session?.status === "Paused";
}

/** A tap that names a session other than the live one. */
function oldTapOf(content: InboundContent, session: RouteArgs["session"]): Tap | null {
  if (content.type !== "tap" || content.tap.sessionId === undefined) return null;
  return content.tap.sessionId === session?.id ? null : content.tap;
}

/** The live session hears its input first, unless a trigger that interrupts matches. */
function routeToSession(
  content: InboundContent,
  candidates: readonly TriggerCandidate[],
  sessionId: string,
): Route {
  if (content.type === "tap" && content.tap.sessionId === sessionId) return { action: "resume" };
  const interrupting = candidates.find(
    (candidate) => candidate.trigger.interrupts && isSpecific(candidate.mode),
  );
  return interrupting ? start(interrupting, true) : { action: "resume" };
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
  const { flowId, versionId, mode, keyword, reason } = candidate;
  return { action: "start", flowId, versionId, trigger: { mode, keyword, reason }, ...ending(live) };
}

function ending(live: boolean): { endFirst?: "interrupted" } {
  return live ? { endFirst: "interrupted" } : {};
}
