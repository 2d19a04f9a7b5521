/** A typing indicator ends by a message or by itself. */
import { describe, expect, it, vi } from "vitest";
import { TypingStates } from "./typing-states.ts";

function recorded(lengthMs?: number) {
  const told: string[] = [];
  const states = new TypingStates(
    ({ contactId, on }) => told.push(`${contactId} ${on ? "on" : "off"}`),
    lengthMs,
  );
  return { told, states };
}

describe("typing states", () => {
  it("tell once when typing begins, however often it is said, and once when it ends", () => {
    const { told, states } = recorded();
    states.start("w", "ana");
    states.start("w", "ana");
    states.stop("w", "ana");
    states.stop("w", "ana");
    expect(told).toEqual(["ana on", "ana off"]);
  });

  it("end by themselves when nothing follows", () => {
    vi.useFakeTimers();
    const { told, states } = recorded(1_000);
    states.start("w", "ana");
    vi.advanceTimersByTime(900);
    states.start("w", "ana");
    vi.advanceTimersByTime(900);
    expect(told).toEqual(["ana on"]);
    vi.advanceTimersByTime(200);
    expect(told).toEqual(["ana on", "ana off"]);
    vi.useRealTimers();
  });
});
