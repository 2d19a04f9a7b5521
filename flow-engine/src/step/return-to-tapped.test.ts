/** Taps on earlier messages of a session that still lives. */
import { describe, expect, test } from "vitest";
import { play } from "./play.fixture.ts";

const menu = [
  "buttons",
  {
    text: "¿Qué?",
    options: [
      { id: "opt-0", title: "Ventas" },
      { id: "opt-1", title: "Ayuda" },
    ],
    saveAs: "tema",
  },
] as const;
const flow = {
  nodes: {
    menu,
    sales: ["ask", { text: "¿Nombre?", saveAs: "nombre" }],
    help: ["ask", { text: "¿Problema?", saveAs: "problema" }],
  },
  edges: ["start > menu", "menu:opt-0 > sales", "menu:opt-1 > help"],
} as const;

test("a late tap takes the other branch of the question it belongs to", () => {
  const back = play(flow).tap("opt-0", "menu").tap("opt-1", "menu");
  expect(back.said).toEqual(["¿Problema?"]);
  expect(back.session.vars).toEqual({ tema: "Ayuda", tema_id: "opt-1" });
  expect(back.session.frames).toMatchObject([{ program: "v1", nodeId: "help" }]);
});

test("the wait that was left has its timers called off, once", () => {
  const { last } = play(flow).tap("opt-0", "menu").tap("opt-1", "menu");
  expect(last.effects.filter(({ type }) => type === "cancel-timers")).toMatchObject([{ waitId: "w2" }]);
  expect(last.session.wait).toEqual({ id: "w3", for: "message" });
});

test("a tap on an earlier choice of several begins its answer anew, with its time-out", () => {
  const several = {
    nodes: {
      menu: [
        "ask",
        {
          text: "¿Qué?",
          kind: "choice",
          options: menu[1].options,
          multiple: { min: 1 },
          saveAs: "temas",
          timeoutMinutes: 10,
        },
      ],
      name: ["ask", { text: "¿Nombre?", saveAs: "nombre" }],
    },
    edges: ["start > menu", "menu > name"],
  } as const;
  const asked = play(several).tap("opt-0", "menu").tap("opt-1", "menu");
  expect(asked.said).toEqual(["¿Nombre?"]);
  const back = asked.tap("opt-1", "menu");
  expect(back.session.frames).toMatchObject([{ nodeId: "menu" }]);
  expect(back.session.wait).toMatchObject({ for: "message", memory: { chosen: ["opt-1"] } });
  const timers = back.last.effects.filter(({ type }) => type === "set-timer");
  expect(timers).toMatchObject([{ purpose: "timeout" }, { purpose: "expiry" }]);
  expect(back.tap("done", "menu").session.vars).toMatchObject({ temas: ["Ayuda"], temas_id: ["opt-1"] });
});

test("a tap on an option that is no longer there is an answer to the question of the moment", () => {
  const { last } = play(flow).tap("opt-0", "menu").tap("gone", "menu");
  expect(last.trace.slice(0, 2)).toMatchObject([
    { type: "node-resumed", nodeId: "sales" },
    { type: "answer-rejected", nodeId: "sales" },
  ]);
});

test("a tap of another session never picks an option of this one by its id", () => {
  const { session, last } = play(flow).tap("opt-1", "menu", "another");
  expect(session.wait).toMatchObject({ id: "w1", memory: { tries: 1 } });
  expect(last.trace).toContainEqual(
    expect.objectContaining({ type: "answer-rejected", code: "not-an-option" }),
  );
});

test("a tap leads back out of a called flow, with the variables of the flow it leads to", () => {
  const calling = {
    nodes: {
      menu,
      call: ["call-flow", { flow: "Ask" }],
      help: ["text", { text: "{{ tema }}{{ secreto }}" }],
    },
    edges: ["start > menu", "menu:opt-0 > call", "menu:opt-1 > help"],
  } as const;
  const Ask = {
    nodes: {
      s: ["set", { assignments: [{ name: "secreto", value: "x" }] }],
      q: ["ask", { text: "?", saveAs: "a" }],
    },
    edges: ["start > s", "s > q"],
  } as const;
  const inside = play(calling, { flows: { Ask } }).tap("opt-0", "menu");
  expect(inside.session.frames).toHaveLength(2);
  const back = inside.tap("opt-1", "menu");
  expect(back.said).toEqual(["Ayuda"]);
  expect(back.session.frames).toMatchObject([{ program: "v1", nodeId: "help" }]);
});

describe("a tap does not lead back", () => {
  const away = (node: readonly [string, Record<string, unknown>]) =>
    play({ nodes: { menu, away: node }, edges: ["start > menu", "menu:opt-0 > away"] })
      .tap("opt-0", "menu")
      .tap("opt-1", "menu");

  test("from a person", () => {
    expect(away(["handoff", {}]).session.wait?.for).toBe("agent");
  });

  test("from a request that is under way: it might be made twice", () => {
    expect(away(["http-request", { url: "https://example.org" }]).session.wait).toEqual({
      id: "w2",
      for: "task",
    });
  });

  test("but it does from a pause", () => {
    expect(away(["wait", { amount: 5 }]).session).toMatchObject({
      endReason: "finished",
      vars: { tema: "Ayuda" },
    });
  });
});
