/** Outcomes of sends → what is written to their messages and channel. Pure. */
import type { DeliveryError, SendResult } from "../channels/channel.ts";
import { backoffMs, givesUp, pairBackoffMs } from "./backoff.ts";
import { type ClaimedMessage, triesOf } from "./send-one.ts";

export interface ResultRow {
  workspaceId: string;
  id: string;
  attempt: number;
  status: "Sent" | "Pending" | "Failed" | "Uncertain";
  platformMessageId: string | null;
  error: DeliveryError | null;
  /** Until the next attempt, milliseconds. */
  waitMs: number | null;
  /** The attempt was the channel's trouble: it does not count against the message. */
  uncounted: boolean;
  /** The conversation's next message may follow at once. */
  follow: boolean;
}

/** When the hold does not take (the token was just replaced), the next try comes with the new one, and not at once. */
const HELD_WAIT_MS = 1_000;

/** @param random 0 ≤ random < 1, for the wait's jitter */
export function resultRow(message: ClaimedMessage, result: SendResult, now: Date, random: number): ResultRow {
  const row: ResultRow = {
    workspaceId: message.workspaceId,
    id: message.id,
    attempt: message.attempts,
    status: "Pending",
    platformMessageId: null,
    error: result.outcome === "sent" ? null : result.error,
    waitMs: null,
    uncounted: false,
    follow: false,
  };
  switch (result.outcome) {
    case "sent":
      return Object.assign(row, { status: "Sent" as const, platformMessageId: result.platformMessageId });
    case "uncertain":
      return { ...row, status: "Uncertain" };
    case "dead":
      return { ...row, status: "Failed" };
    case "hold-channel":
      return { ...row, uncounted: true, waitMs: HELD_WAIT_MS };
    case "retry":
      return retryRow(row, message, result, now, random);
  }
}

/** One person is written to as fast as the platform takes: the message waits its turn, and nothing is wrong with it. */
export function pacedRow(message: ClaimedMessage, waitMs: number, now: Date): ResultRow {
  const late = givesUp(message.createdAt, now, waitMs);
  return {
    workspaceId: message.workspaceId,
    id: message.id,
    attempt: message.attempts,
    status: late ? "Failed" : "Pending",
    platformMessageId: null,
    error: late ? TOO_MANY : null,
    waitMs: late ? null : waitMs,
    uncounted: true,
    follow: false,
  };
}

const TOO_MANY: DeliveryError = {
  code: "too-many-to-one-person",
  class: "pair",
  message: "So many messages waited for this person that this one did not go out within 24 hours.",
  remedy: "WhatsApp takes ten messages a minute for one person: let the flow say less.",
};

function retryRow(
  row: ResultRow,
  message: ClaimedMessage,
  result: Extract<SendResult, { outcome: "retry" }>,
  now: Date,
  random: number,
): ResultRow {
  const tries = triesOf(message);
  const backoff = result.scope === "conversation" ? pairBackoffMs(tries) : backoffMs(tries, random);
  // A channel that is too fast waits as a whole; its messages go on as soon as it may.
  const waitMs = result.scope === "channel" ? result.afterMs : Math.max(result.afterMs, backoff);
  return givesUp(message.createdAt, now, waitMs) ? { ...row, status: "Failed" } : { ...row, waitMs };
}

/** What happens to the whole channel; null for nothing. */
export type ChannelChange =
  | { kind: "hold"; state: "reauthorize" | "paused"; reason: string }
  | { kind: "pause"; forMs: number; reason: string };

export function channelChange(result: SendResult): ChannelChange | null {
  if (result.outcome === "hold-channel")
    return { kind: "hold", state: result.state, reason: reasonOf(result.error) };
  if (result.outcome === "retry" && result.scope === "channel") {
    return { kind: "pause", forMs: result.afterMs, reason: reasonOf(result.error) };
  }
  return null;
}

const reasonOf = ({ code, message, remedy }: DeliveryError) =>
  [`${message} [${code}]`, remedy].filter(Boolean).join(" ").slice(0, 500);
