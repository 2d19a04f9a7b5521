/** What the checks of walks find: loops, lengths, and flows that run each other. */
import { describe, expect, it } from "vitest";
import { type CheckOptions, check } from "./check.ts";
import type { Problem } from "./problem.ts";

const node = (id: string, type: string, data: object = {}) => ({ id, type, data });
const text = (id: string, words = "Hola") => node(id, "text", { text: words });
const edge = (source: string, target: string, sourceHandle?: string) => ({
  id: `${source}-${sourceHandle ?? ""}-${target}`,
  source,
  target,
  ...(sourceHandle ? { sourceHandle } : {}),
});
/** Nodes, and edges as `a > b` or `a:port > b`. */
const flow = (nodes: unknown[], edges: string, more: object = {}) => ({
  format: "hilo.flow/1",
  name: "Test",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes,
  edges: edges.split(",").map((each) => {
    const [from = "", to = ""] = each.trim().split(/\s*>\s*/);
    const [source = "", port] = from.split(":");
    return edge(source, to, port);
  }),
  ...more,
});
const of = (code: string, definition: unknown, options: CheckOptions = {}): Problem[] =>
  check(definition, options).filter((problem) => problem.code === code);
const ask = (id: string, data: object = {}) => node(id, "ask", { text: "¿?", saveAs: "answer", ...data });
const wait = (id: string, amount: number, unit: string) => node(id, "wait", { amount, unit });
const goTo = (id: string, target: string) => node(id, "go-to-node", { node: target });

describe("ways", () => {
  it("go by jumps too: what a go-to-node leads to is reached, and a loop through one is found", () => {
    const looping = flow([text("a"), goTo("g", "a")], "start > a, a > g");
    expect(of("loop-without-wait", looping)).toMatchObject([{ witness: ["a", "g", "a"] }]);
    const jumping = flow([goTo("g", "b"), text("b"), node("end", "end")], "start > g, b > end");
    expect(check(jumping)).toEqual([]);
  });

  it("name a go-to-node whose step is gone", () => {
    expect(of("node-missing", flow([goTo("g", "ghost")], "start > g"))).toMatchObject([
      { severity: "error", nodeId: "g" },
    ]);
  });

  it("may go round by a time-out or an answer, and not by a way out that is taken at once", () => {
    expect(of("loop-without-wait", flow([ask("a")], "start > a, a > a"))).toEqual([]);
    expect(of("loop-without-wait", flow([ask("a")], "start > a, a:failed > a"))).toHaveLength(1);
    expect(of("loop-without-wait", flow([wait("a", 0, "minutes")], "start > a, a > a"))).toHaveLength(1);
    expect(of("loop-without-wait", flow([wait("a", 1, "minutes")], "start > a, a > a"))).toEqual([]);
  });

  it("may go round the body of a for-each, and not back to it when it is done", () => {
    const each = node("f", "for-each", { list: "contact.tags", itemAs: "item", max: 3 });
    expect(of("loop-without-wait", flow([each, text("a")], "start > f, f:each > a, a > f"))).toEqual([]);
    const again = flow([each, text("a")], "start > f, f:each > a, a > f, f:done > f");
    expect(of("loop-without-wait", again)).toHaveLength(1);
  });
});

describe("walks", () => {
  const chain = (count: number, type = "tag", data: object = { add: ["a"] }) => {
    const ids = Array.from({ length: count }, (_, i) => `n${i}`);
    const edges = ids.map((id, i) => `${i === 0 ? "start" : `n${i - 1}`} > ${id}`).join(",");
    return flow(
      ids.map((id) => node(id, type, data)),
      edges,
    );
  };

  it("may have the nodes of a step, and not one more", () => {
    expect(of("walk-too-long", chain(99))).toEqual([]);
    const [problem] = of("walk-too-long", chain(100));
    expect(problem).toMatchObject({ severity: "error", nodeId: "start" });
    expect(problem?.witness).toHaveLength(101);
  });

  it("may say as much as a step, and not one message more", () => {
    expect(of("messages-too-many", chain(30, "text", { text: "a" }))).toEqual([]);
    expect(of("messages-too-many", chain(31, "text", { text: "a" }))).toHaveLength(1);
  });

  it("count the rounds of loops, loops inside loops, and what called flows do at once", () => {
    const each = (id: string, max: number) => node(id, "for-each", { list: "b", itemAs: "item", max });
    const simple = (max: number) =>
      flow([each("f", max), node("a", "tag", { add: ["x"] })], "start > f, f:each > a, a > f");
    // The start, the loop once more than its rounds, and its body.
    expect(of("walk-too-long", simple(49))).toEqual([]);
    expect(of("walk-too-long", simple(50))).toHaveLength(1);
    const nested = flow(
      [each("f", 9), each("g", 9), node("a", "tag")],
      "start > f, f:each > g, g:each > a, a > g, g:done > f",
    );
    expect(of("walk-too-long", nested)).toHaveLength(1);
    const caller = flow([node("c", "call-flow", { flow: "Long" })], "start > c");
    expect(of("walk-too-long", caller, { flows: new Map([["Long", chain(90)]]) })).toEqual([]);
    expect(of("walk-too-long", caller, { flows: new Map([["Long", chain(99)]]) })).toHaveLength(1);
  });
});

describe("other flows", () => {
  const calling = (name: string, other: string) =>
    flow([ask("q"), node("c", "call-flow", { flow: other })], "start > q, q > c", { name });
  const going = (name: string, other: string) =>
    flow([text("a"), node("g", "go-to-flow", { flow: other })], "start > a, a > g", { name });

  it("may go to each other in a circle with a wait on it only", () => {
    const back = (name: string) =>
      flow([ask("q"), node("g", "go-to-flow", { flow: "A" })], "start > q, q > g", { name });
    expect(
      of("flow-loop-without-wait", going("A", "B"), { flows: new Map([["B", going("B", "A")]]) }),
    ).toHaveLength(1);
    expect(of("flow-loop-without-wait", going("A", "B"), { flows: new Map([["B", back("B")]]) })).toEqual([]);
  });

  it("may be inside each other up to the limit", () => {
    const flows = new Map(Array.from({ length: 12 }, (_, i) => [`F${i}`, calling(`F${i}`, `F${i + 1}`)]));
    const callOf = (first: string) => calling("Root", first);
    expect(of("call-depth", callOf("F3"), { flows })).toEqual([]);
    expect(of("call-depth", callOf("F2"), { flows })).toHaveLength(1);
  });

  it("that come back at once make no loop rest", () => {
    const looping = flow([node("c", "call-flow", { flow: "B" })], "start > c, c > c", { name: "A" });
    const quick = flow([text("a"), node("end", "end")], "start > a, a > end", { name: "B" });
    expect(of("loop-without-wait", looping, { flows: new Map([["B", quick]]) })).toHaveLength(1);
    expect(of("loop-without-wait", looping, { flows: new Map([["B", calling("B", "C")]]) })).toEqual([]);
  });
});

describe("flows that call themselves", () => {
  const call = (id: string, called: string) => node(id, "call-flow", { flow: called });
  const chance = node("c", "condition", { rules: [{ left: "x", operator: "equals", right: "1" }] });
  const end = node("end", "end");
  const alone = flow([call("a", "Test"), text("b")], "start > a, a > b");
  const severity = (definition: unknown, others: Record<string, unknown> = {}) =>
    of("flow-calls-itself", definition, { flows: new Map(Object.entries(others)) }).map(
      (problem) => problem.severity,
    );

  it("on every way and without a wait can never end", () => {
    expect(of("flow-calls-itself", alone)).toMatchObject([
      { severity: "error", nodeId: "a", witness: ["Test", "Test"] },
    ]);
    const both = flow([chance, call("a", "Test"), call("b", "Test")], "start > c, c:yes > a, c:no > b");
    expect(severity(both)).toEqual(["error", "error"]);
    expect(severity(flow([text("b"), call("a", "Test")], "start > b, b > a"))).toEqual(["error"]);
    const late = flow([call("a", "Test"), ask("q"), end], "start > a, a > q, q > end");
    expect(severity(late)).toEqual(["error"]);
    const failing = flow([call("a", "Test"), ask("q")], "start > a, a:error > q");
    expect(severity(failing)).toEqual(["error"]);
  });

  it("are warned of while there is a way out or a wait before the call", () => {
    const out = flow([chance, call("a", "Test"), end], "start > c, c:yes > a, c:no > end");
    const open = flow([chance, call("a", "Test")], "start > c, c:yes > a");
    const asking = flow([ask("q"), call("a", "Test")], "start > q, q > a");
    const waiting = flow([wait("w", 1, "hours"), call("a", "Test")], "start > w, w > a");
    for (const each of [out, open, asking, waiting]) expect(severity(each)).toEqual(["warning"]);
  });

  it("by way of others are judged by what the others do", () => {
    const over = (other: string) => flow([call("a", other)], "start > a");
    const named = (name: string, definition: object) => ({ ...definition, name });
    const back = named("Back", over("Test"));
    expect(severity(over("Back"), { Back: back })).toEqual(["error"]);
    const far = named("Far", flow([node("g", "go-to-flow", { flow: "Back" })], "start > g"));
    expect(severity(over("Far"), { Far: far, Back: back })).toEqual([]);
    const asks = named("Asks", flow([ask("q"), call("a", "Test")], "start > q, q > a"));
    expect(severity(over("Asks"), { Asks: asks })).toEqual(["warning"]);
    const first = flow([call("a", "Asks"), call("b", "Back")], "start > a, a > b");
    expect(severity(first, { Asks: asks, Back: back })).toEqual(["warning", "warning"]);
    const saved = flow([ask("q"), call("a", "Test")], "start > q, q > a");
    const byId = named("Back", over("id-1"));
    expect(severity(over("Back"), { Back: byId, "id-1": saved })).toEqual(["error"]);
  });
});
