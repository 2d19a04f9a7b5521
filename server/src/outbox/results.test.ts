/** What each outcome writes. */
import { expect, test } from "vitest";
import type { SendResult } from "../channels/channel.ts";
import { channelChange, resultRow } from "./results.ts";

const NOW = new Date("2026-11-24T12:00:00Z");
const error = { code: "131000", message: "Trouble." };
const message = (attempts: number) => ({
  workspaceId: "w",
  id: "m",
  conversationId: "c",
  contactId: "p",
  content: {},
  replyTo: null,
  attempts,
  uncounted: 0,
  createdAt: NOW,
  externalId: "573001112233",
  phone: null,
  author: "bot",
  commentId: null,
  windowExpiresAt: null,
  lastInboundAt: null,
});
const write = (result: SendResult, attempts = 1) => resultRow(message(attempts), result, NOW, 0.5);

test("a retry waits by the schedule, or longer when the platform says so", () => {
  const retry = (afterMs: number): SendResult => ({ outcome: "retry", afterMs, scope: "message", error });
  expect(write(retry(0), 2)).toMatchObject({ status: "Pending", waitMs: 5_000, error });
  expect(write(retry(60_000), 2)).toMatchObject({ waitMs: 60_000 });
});

test("a channel that is too fast waits as long as it must and not by the message's schedule", () => {
  const result: SendResult = { outcome: "retry", afterMs: 5_000, scope: "channel", error };
  expect(write(result, 6)).toMatchObject({ status: "Pending", waitMs: 5_000 });
  expect(channelChange(result)).toMatchObject({ kind: "pause", forMs: 5_000 });
});

test("a hold counts no attempt and says why on the channel", () => {
  const result: SendResult = {
    outcome: "hold-channel",
    state: "reauthorize",
    error: { ...error, remedy: "Do it." },
  };
  expect(write(result)).toMatchObject({ status: "Pending", uncounted: true });
  expect(channelChange(result)).toEqual({
    kind: "hold",
    state: "reauthorize",
    reason: "Trouble. [131000] Do it.",
  });
});

test("uncertain, dead and sent are the end of it, and leave the channel alone", () => {
  const outcomes: [SendResult, string][] = [
    [{ outcome: "uncertain", error }, "Uncertain"],
    [{ outcome: "dead", error }, "Failed"],
    [{ outcome: "sent", platformMessageId: "wamid.X" }, "Sent"],
  ];
  for (const [result, status] of outcomes) {
    expect(write(result)).toMatchObject({ status, waitMs: null });
    expect(channelChange(result)).toBeNull();
  }
});
