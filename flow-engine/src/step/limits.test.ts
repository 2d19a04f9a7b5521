/** Each limit of a step and of a session, reached by a flow, and what comes of it. */
import { describe, expect, test } from "vitest";
import {
  MAX_CALL_DEPTH,
  MAX_SENDS_PER_STEP,
  MAX_STEPS_PER_SESSION,
  MAX_VARS_CHARS,
  MAX_VISITS_PER_STEP,
} from "./limits.ts";
import { play } from "./play.fixture.ts";

const settings = { errorMessage: "Lo siento." };

describe("a step", () => {
  test("ends in a loop without a wait, with the reason, and says the error message once", () => {
    const { session, said, last } = play({
      settings,
      nodes: { a: ["set", { assignments: [{ name: "n", operation: "add", value: "1" }] }] },
      edges: ["start > a", "a > a"],
    });
    expect(session).toMatchObject({
      status: "Errored",
      endReason: "limit",
      error: { code: "limit-visits", nodeId: "a" },
    });
    expect(session.vars).toEqual({ n: MAX_VISITS_PER_STEP - 1 });
    expect(said).toEqual(["Lo siento."]);
    expect(last.trace.slice(-2)).toMatchObject([
      { type: "failed", code: "limit-visits" },
      { type: "session-ended", reason: "limit" },
    ]);
  });

  test("sends no more messages than it may, and the error message still", () => {
    const { session, said } = play({
      settings,
      nodes: { a: ["text", { text: "x" }] },
      edges: ["start > a", "a > a"],
    });
    expect(said).toEqual([...Array.from({ length: MAX_SENDS_PER_STEP }, () => "x"), "Lo siento."]);
    expect(session).toMatchObject({ status: "Errored", endReason: "limit", error: { code: "limit-sends" } });
  });

  test("says all the messages it may", () => {
    const ids = Array.from({ length: MAX_SENDS_PER_STEP }, (_, index) => `t${index}`);
    const { session, said } = play({
      nodes: Object.fromEntries(ids.map((id) => [id, ["text", { text: id }] as const])),
      edges: ["start > t0", ...ids.slice(1).map((id, index) => `t${index} > ${id}`)],
    });
    expect(said).toEqual(ids);
    expect(session.status).toBe("Completed");
  });

  test("ends when flows call each other too deep", () => {
    const call = { nodes: { c: ["call-flow", { flow: "Other" }] as const }, edges: ["start > c"] };
    const { session, last } = play({ settings, ...call }, { flows: { Other: call } });
    expect(session).toMatchObject({ status: "Errored", endReason: "limit", error: { code: "limit-depth" } });
    expect(last.trace.filter(({ type }) => type === "flow-called")).toHaveLength(MAX_CALL_DEPTH - 1);
  });
});

describe("a session", () => {
  const question = {
    settings,
    nodes: { q: ["ask", { text: "?", kind: "number", saveAs: "n" }] as const },
    edges: ["start > q"],
  };

  test("ends after so many inputs, whatever they were", () => {
    let playing = play(question);
    while (playing.session.endReason === undefined) playing = playing.say("no number");
    expect(playing.session.seq).toBe(MAX_STEPS_PER_SESSION + 1);
    expect(playing.session).toMatchObject({
      status: "Errored",
      endReason: "limit",
      error: { code: "limit-steps" },
      wait: null,
    });
    expect(playing.last.effects.map(({ type }) => type)).toEqual(["send-message", "cancel-timers"]);
  });

  test("does not keep more than it may: a value too large ends it and is not stored", () => {
    const asking = play({
      ...question,
      nodes: { q: ["http-request", { url: "https://example.org", save: [{ path: "", name: "all" }] }] },
    });
    const { session, said } = asking.apply({
      type: "task-result",
      waitId: asking.session.wait?.id ?? "",
      result: { ok: true, body: "x".repeat(MAX_VARS_CHARS + 1) },
    });
    expect(session).toMatchObject({
      status: "Errored",
      endReason: "limit",
      error: { code: "limit-variables" },
      vars: {},
    });
    expect(said).toEqual(["Lo siento."]);
  });

  test("counts the variables of the flows that wait for a called one", () => {
    const half = "x".repeat(MAX_VARS_CHARS / 2);
    const called = { nodes: { q: ["ask", { text: "?", saveAs: "n" }] as const }, edges: ["start > q"] };
    const calling = {
      nodes: { c: ["call-flow", { flow: "Ask", inputs: [{ name: "a", value: "{{ short }}" }] }] as const },
      edges: ["start > c"],
    };
    const fits = play(calling, { flows: { Ask: called }, vars: { half, short: "x" } });
    expect(fits.session.status).toBe("Paused");
    const grown = fits.say("y".repeat(MAX_VARS_CHARS / 2));
    expect(grown.session.endReason).toBe("finished");
    const tooMuch = play(calling, { flows: { Ask: called }, vars: { half, other: half, short: "x" } });
    expect(tooMuch.session).toMatchObject({
      endReason: "limit",
      error: { code: "limit-variables" },
      vars: {},
    });
    expect(JSON.stringify(tooMuch.session)).not.toContain(half);
  });
});
