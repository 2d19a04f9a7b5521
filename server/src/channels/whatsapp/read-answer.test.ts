/** Graph's answers, by code. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lookUpError } from "../errors.ts";
import { readAnswer } from "./read-answer.ts";

const answer = (status: number, body: unknown, retryAfterMs: number | null = null) =>
  readAnswer({ status, body, retryAfterMs });
const refused = (code: number, status = 400) =>
  answer(status, { error: { code, message: "m", error_data: { details: "d" } } });

test("200 with an id is sent", () => {
  expect(answer(200, { messages: [{ id: "wamid.A" }, { id: "wamid.B" }] })).toEqual({
    outcome: "sent",
    platformMessageId: "wamid.A",
  });
});

test.each([
  [{}],
  [""],
  ["<html>"],
  [null],
  [{ messages: [] }],
  [{ messages: [{ id: "" }] }],
  [{ messages: [{ id: "a\u0000b" }] }],
])("200 with %j is uncertain: it must not be sent again", (body) => {
  expect(answer(200, body).outcome).toBe("uncertain");
});

describe("codes", () => {
  test.each([
    [1, "retry"],
    [2, "retry"],
    [131000, "retry"],
    [131056, "retry"],
    [130429, "retry"],
    [80007, "retry"],
    [4, "retry"],
    [131048, "retry"],
    [0, "hold-channel"],
    [190, "hold-channel"],
    [3, "hold-channel"],
    [10, "hold-channel"],
    [200, "hold-channel"],
    [299, "hold-channel"],
    [131031, "hold-channel"],
    [131042, "hold-channel"],
    [131047, "dead"],
    [131026, "dead"],
    [131050, "dead"],
    [132001, "dead"],
    [100, "dead"],
    [131053, "dead"],
    [300, "dead"],
  ])("%i is %s, whatever the HTTP status says", (code, outcome) => {
    expect(refused(code).outcome).toBe(outcome);
    expect(refused(code, 500).outcome).toBe(code === 300 ? "retry" : outcome);
  });

  test("who has to wait: everybody, one conversation, or one message", () => {
    expect(refused(130429)).toMatchObject({ scope: "channel", afterMs: 5_000 });
    expect(refused(131056)).toMatchObject({ scope: "conversation", afterMs: 6_000 });
    expect(refused(131000)).toMatchObject({ scope: "message" });
  });

  test("a longer Retry-After is obeyed", () => {
    expect(answer(400, { error: { code: 130429 } }, 90_000)).toMatchObject({ afterMs: 90_000 });
    expect(answer(429, "slow", 7_000)).toMatchObject({ outcome: "retry", scope: "channel", afterMs: 7_000 });
  });

  test("fault 45: each code from 0 to 200,000 gives an outcome with the code; one that nobody knows is not tried again", () => {
    const tally = new Map<string, number>();
    for (let code = 0; code <= 200_000; code++) {
      const result = answer(400, { error: { code, message: "no" } });
      if (result.outcome === "sent" || result.error.code !== String(code) || result.error.message === "")
        throw new Error(`${code}: ${JSON.stringify(result)}`);
      tally.set(result.outcome, (tally.get(result.outcome) ?? 0) + 1);
      const known = lookUpError("whatsapp", { code: String(code) });
      if (known === null && result.outcome !== "dead") throw new Error(`${code} is not known and not dead`);
    }
    // Those that are known are few: the rest is dead, visibly.
    expect(tally.get("dead")).toBeGreaterThan(199_800);
    expect(tally.get("uncertain")).toBeUndefined();
  });

  test("fault 45: any code gives an outcome with the code and a sentence", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 200_000 }),
        fc.integer({ min: 400, max: 599 }),
        fc.string(),
        (code, status, message) => {
          const result = answer(status, { error: { code, message } });
          expect(result.outcome).not.toBe("sent");
          if (result.outcome === "sent") return;
          expect(result.error.code).toBe(String(code));
          expect(result.error.message.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});

test("the platform's own words are kept, without what would break a log line", () => {
  const result = answer(400, { error: { code: 100, message: "x\u0000y\r\n\u001b[31mz\ud800" } });
  expect(result).toMatchObject({ error: { message: expect.stringContaining("(x y [31mz") } });
});
