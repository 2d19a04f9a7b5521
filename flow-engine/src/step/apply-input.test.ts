/** What inputs mean to a session: on time and late, wanted and not. */
import { describe, expect, test } from "vitest";
import { compile } from "../flow/compile.ts";
import { makeFlow } from "../testing/make-flow.ts";
import { play, WORLD } from "./play.fixture.ts";
import { step } from "./step.ts";

const question = {
  nodes: { q: ["ask", { text: "?", saveAs: "a", timeoutMinutes: 5 }] as const },
  edges: ["start > q"],
};
const ignored = (reason: string) => [{ type: "input-ignored", reason }];

describe("a start", () => {
  test("begins a session once", () => {
    const begun = play(question);
    const again = begun.apply({ type: "start", cause: { kind: "api" } });
    expect(again.last.trace).toEqual(ignored("already-started"));
    expect(again.session).toEqual({ ...begun.session, seq: 2 });
  });

  test("shows the message that caused it to the first templates", () => {
    const saying = {
      nodes: { t: ["text", { text: "<{{ message.text }}>" }] as const },
      edges: ["start > t"],
    };
    expect(play(saying, { message: "hola" }).said).toEqual(["<hola>"]);
    expect(play(saying).said).toEqual(["<>"]);
  });
});

describe("variables", () => {
  test("never take the names of the environment, wherever they come from", () => {
    const vars = { contact: "x", a: 1, ...JSON.parse('{"__proto__":{"b":1}}') };
    const asks = { q: ["ask", { text: "{{ contact.name }}", saveAs: "channel" }] as const };
    const begun = play({ nodes: asks, edges: ["start > q"] }, { vars });
    expect(begun.said).toEqual(["Ana"]);
    expect(Object.keys(begun.session.vars)).toEqual(["a"]);
    expect(begun.say("x").session.vars).toEqual({ a: 1 });
    const calls = {
      c: [
        "call-flow",
        {
          flow: "Ask",
          inputs: [
            { name: "contact", value: "x" },
            { name: "b", value: "y" },
          ],
        },
      ] as const,
    };
    const called = play(
      { nodes: calls, edges: ["start > c"] },
      { flows: { Ask: { nodes: asks, edges: ["start > q"] } } },
    );
    expect(called.said).toEqual(["Ana"]);
    expect(called.session.vars).toEqual({ b: "y" });
  });
});

test("an object is printed and looped over alike before and after it was stored", () => {
  const asking = play({
    nodes: {
      h: ["http-request", { url: "https://example.org", save: [{ path: "", name: "o" }] }],
      t: ["text", { text: "{{ o }} {% for pair in o %}{{ pair[0] }}{% endfor %}" }],
    },
    edges: ["start > h", "h > t"],
  });
  const body = { zz: 1, año: 2, b: { z: 1, aa: 2 }, abcd: 3, a: 4 };
  const answer = asking.apply({ type: "task-result", waitId: "w1", result: { ok: true, body } });
  expect(answer.said).toEqual(['{"a":4,"b":{"z":1,"aa":2},"zz":1,"abcd":3,"año":2} abzzabcdaño']);
});

describe("a finished session", () => {
  test("ignores everything and stays as it is", () => {
    const done = play({ nodes: { e: ["end"] }, edges: ["start > e"] });
    for (const after of [
      done.say("hola"),
      done.timer("expiry"),
      done.apply({ type: "agent", action: "end" }),
    ]) {
      expect(after.last).toEqual({
        session: { ...done.session, seq: 2 },
        effects: [],
        trace: ignored("session-ended"),
        leftover: [],
      });
    }
  });
});

describe("expiry", () => {
  test("ends a session that waits for a message", () => {
    const { session, last } = play(question).timer("expiry");
    expect(session).toMatchObject({ status: "Completed", endReason: "expired", wait: null });
    expect(last.effects).toEqual([{ id: "s:2:0", nodeId: "q", type: "cancel-timers", waitId: "w1" }]);
  });

  test("leaves by the expired port when it leads somewhere", () => {
    const { session, said } = play({
      nodes: { ...question.nodes, bye: ["text", { text: "Hasta luego" }] },
      edges: ["start > q", "q:expired > bye"],
    }).timer("expiry");
    expect(said).toEqual(["Hasta luego"]);
    expect(session.endReason).toBe("finished");
  });

  test("is put off by each message, and is not set for a wait that ends by itself", () => {
    const asking = play(question);
    const timers = asking.last.effects.filter(({ type }) => type === "set-timer");
    expect(timers).toMatchObject([{ purpose: "timeout" }, { purpose: "expiry", waitId: "w1" }]);
    const waiting = play({ nodes: { w: ["wait", { amount: 1 }] }, edges: ["start > w"] });
    expect(waiting.last.effects).toMatchObject([{ type: "set-timer", purpose: "wake" }]);
    expect(waiting.timer("expiry").last.trace).toEqual(ignored("late-timer"));
  });
});

describe("what comes late", () => {
  test("a timer of an earlier wait does nothing", () => {
    const after = play({
      nodes: { ...question.nodes, r: ["ask", { text: "??", saveAs: "b" }] },
      edges: ["start > q", "q > r"],
    }).say("x");
    const late = after.timer("timeout", "w1");
    expect(late.last).toEqual({
      session: { ...after.session, seq: 3 },
      effects: [],
      trace: ignored("late-timer"),
      leftover: [],
    });
  });

  test("a result of an earlier request does nothing", () => {
    const asking = play({
      nodes: { h: ["http-request", { url: "https://example.org" }] },
      edges: ["start > h", "h > h"],
    });
    const result = (waitId: string) =>
      asking.apply({ type: "task-result", waitId, result: { ok: true, body: 1 } });
    expect(result("w0").last.trace).toEqual(ignored("late-result"));
    expect(result("w1").session.wait).toEqual({ id: "w2", for: "task" });
  });

  test("a hand-back that no one waits for does nothing", () => {
    expect(play(question).apply({ type: "agent", action: "hand-back" }).last.trace).toEqual(
      ignored("no-agent-awaited"),
    );
  });
});

describe("what is said while a request runs", () => {
  const lookUp = {
    nodes: {
      h: ["http-request", { url: "https://example.org" }] as const,
      q: ["ask", { text: "Name?", saveAs: "name" }] as const,
      r: ["ask", { text: "Age?", kind: "number", saveAs: "age" }] as const,
      t: ["text", { text: "{{ name }} {{ age }}" }] as const,
    },
    edges: ["start > h", "h > q", "q > r", "r > t"],
  };
  const answered = { type: "task-result", waitId: "w1", result: { ok: true, body: null } } as const;

  test("answers what is asked next, in its order", () => {
    const both = play(lookUp).say("Luz").say("41");
    expect(both.said).toEqual([]);
    const after = both.apply(answered);
    expect(after.said).toEqual(["Name?", "Age?", "Luz 41"]);
    expect(after.session).toMatchObject({ status: "Completed", vars: { name: "Luz", age: 41 } });
    expect(after.session.kept).toBeUndefined();
  });

  test("waits for its question as long as none is asked", () => {
    const one = play(lookUp).say("Luz").apply(answered);
    expect(one.said).toEqual(["Name?", "Age?"]);
    expect(one.session.wait?.for).toBe("message");
    expect(one.say("41").said).toEqual(["Luz 41"]);
  });

  test("answers nothing once the flow pauses for a time", () => {
    const pausing = play({
      nodes: { ...lookUp.nodes, w: ["wait", { amount: 1, unit: "days" }] },
      edges: ["start > h", "h > w", "w > q", "q > t"],
    });
    const paused = pausing.say("Luz").apply(answered);
    expect(paused.last.trace).toContainEqual({ type: "input-ignored", reason: "no-message-awaited" });
    expect(paused.session.kept).toBeUndefined();
  });

  test("is kept up to a bound", () => {
    let chatty = play(lookUp);
    for (let i = 0; i < 11; i++) chatty = chatty.say(`${i}`);
    expect(chatty.last.trace).toEqual(ignored("too-many-messages"));
    expect(chatty.session.kept).toHaveLength(10);
  });
});

describe("an agent", () => {
  test("ends any live session", () => {
    const { session } = play(question).apply({ type: "agent", action: "end" });
    expect(session).toMatchObject({ status: "Completed", endReason: "taken-over", wait: null });
  });
});

describe("a failure", () => {
  test("says the error message once, and not again for what comes after", () => {
    const failed = play({
      settings: { errorMessage: "Lo siento." },
      nodes: { t: ["text", { text: "a" }] },
      edges: ["start > t", "t > ghost"],
    });
    expect(failed.said).toEqual(["a", "Lo siento."]);
    expect(failed.session).toMatchObject({
      status: "Errored",
      endReason: "error",
      error: { code: "node-missing", nodeId: "ghost" },
    });
    expect(failed.say("hola").said).toEqual([]);
  });

  test("says nothing when there is no error message", () => {
    expect(play({ nodes: {}, edges: ["start > ghost"] }).said).toEqual([]);
  });

  test("of a template ends the session, not the process", () => {
    const { session } = play({
      nodes: { t: ["text", { text: "{% for i in (1..100000000) %}x{% endfor %}" }] },
      edges: ["start > t"],
    });
    expect(session).toMatchObject({
      status: "Errored",
      endReason: "limit",
      error: { code: "limit-template", nodeId: "t" },
    });
  });

  test("for a node that its version does not have, or that waits no more, is told by its code", () => {
    const { session } = play(question);
    const input = {
      type: "message" as const,
      message: { id: "m", content: { type: "text" as const, text: "x" } },
    };
    const ctx = { ...WORLD, programs: () => undefined };
    const codeWith = (nodes: Record<string, readonly [string, Record<string, unknown>]>) =>
      step(compile(makeFlow({ nodes, edges: [] }), "v1"), session, input, ctx).session.error?.code;
    expect(codeWith({})).toBe("node-missing");
    expect(codeWith({ q: ["tag", { add: ["x"] }] })).toBe("node-changed");
    expect(
      step(compile(makeFlow({ nodes: {}, edges: [] }), "v2"), session, input, ctx).session.error?.code,
    ).toBe("node-missing");
  });
});

describe("a message that no one understands", () => {
  const unknown = { type: "unknown" as const, platformType: "poll", raw: null };

  test("is answered by the fallback message and not counted as an answer", () => {
    const { said, session } = play({ ...question, settings: { fallbackMessage: "¿Cómo?" } }).receive(unknown);
    expect(said).toEqual(["¿Cómo?"]);
    expect(session.wait).toMatchObject({ id: "w1", for: "message" });
    expect(session.wait?.memory).toBeUndefined();
  });

  test("is a wrong answer when there is no fallback message", () => {
    expect(play(question).receive(unknown).session.wait?.memory).toEqual({ tries: 1 });
  });
});
