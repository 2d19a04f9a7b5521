import { describe, expect, it } from "vitest";
import { check } from "./check.ts";

const text = (id: string, words = "Hola") => ({ id, type: "text", data: { text: words } });
const end = { id: "end", type: "end", data: {} };
const edge = (source: string, target: string, sourceHandle?: string) => ({
  id: `${source}-${sourceHandle ?? "next"}-${target}`,
  source,
  target,
  ...(sourceHandle ? { sourceHandle } : {}),
});
const flow = (nodes: unknown[], edges: unknown[], more: object = {}) => ({
  format: "hilo.flow/1",
  name: "Test",
  triggers: [{ type: "keyword", keyword: "hola", mode: "word" }],
  nodes,
  edges,
  ...more,
});
const found = (definition: unknown) =>
  check(definition).map(({ code, severity, nodeId }) => [severity, code, nodeId].filter(Boolean).join(" "));

const sound = flow([text("a"), end], [edge("start", "a"), edge("a", "end")]);

describe("check", () => {
  it("finds nothing in a sound flow", () => expect(check(sound)).toEqual([]));

  it.each<[string, unknown, string[]]>([
    ["something that is no flow", 7, ["error flow-invalid"]],
    ["a list", [], ["error flow-invalid"]],
    ["a flow without format", { name: "x" }, ["error format-unknown"]],
    ["a flow of another format", { ...sound, format: "hilo.flow/9" }, ["error format-unknown"]],
    [
      "an unknown node type",
      flow([{ id: "a", type: "telepathy", data: {} }], [edge("start", "a")]),
      ["error node-type-unknown a"],
    ],
    [
      "data that does not parse",
      flow([{ id: "a", type: "text", data: { text: 3, preview: "yes" } }], [edge("start", "a")]),
      ["error node-data-invalid a", "error node-data-invalid a"],
    ],
    [
      "a template that does not parse",
      flow([text("a", "{% if %}"), end], [edge("start", "a"), edge("a", "end")]),
      ["error template-syntax a"],
    ],
    [
      "a node type's own check",
      flow([text("a", " "), end], [edge("start", "a"), edge("a", "end")]),
      ["error text-empty a"],
    ],
    [
      "two nodes of one id",
      flow([text("a"), text("a")], [edge("start", "a")]),
      ["error node-id-twice a", "warning port-unconnected a", "warning port-unconnected a"],
    ],
    [
      "a node that takes the implicit start's id",
      flow([text("start")], [edge("start", "start")]),
      ["error node-id-twice start", "error loop-without-wait start"].sort(),
    ],
    [
      "two edges of one id",
      flow([text("a"), end], [edge("start", "a"), { ...edge("a", "end"), id: "start-next-a" }]),
      ["error edge-id-twice"],
    ],
    [
      "two starts",
      flow(
        [{ id: "s", type: "start" }, { id: "t", type: "start" }, end],
        [edge("s", "end"), edge("t", "end")],
      ),
      ["error start-twice t"],
    ],
    [
      "an edge to nowhere",
      flow([text("a")], [edge("start", "a"), edge("a", "b")]),
      ["error edge-target-missing a"],
    ],
    [
      "an edge from nowhere",
      flow([text("a"), end], [edge("start", "a"), edge("a", "end"), edge("b", "a")]),
      ["error edge-source-missing a"],
    ],
    [
      "an edge from a port that is not there",
      flow([text("a"), end], [edge("start", "a"), edge("a", "end"), edge("a", "end", "opt-9")]),
      ["error edge-port-missing a"],
    ],
    [
      "a second edge of one port",
      flow([text("a"), end], [edge("start", "a"), edge("a", "end"), edge("a", "a")]),
      ["warning edge-ignored a"],
    ],
    [
      "a start that leads nowhere",
      flow([end], []),
      ["error start-unconnected start", "warning node-unreachable end"],
    ],
    ["an end by accident", flow([text("a")], [edge("start", "a")]), ["warning port-unconnected a"]],
    [
      "a node off the way",
      flow([text("a"), text("b"), end], [edge("start", "a"), edge("a", "end"), edge("b", "end")]),
      ["warning node-unreachable b"],
    ],
    ["a flow without triggers", { ...sound, triggers: [] }, ["warning trigger-none start"]],
    [
      "a keyword of accents alone",
      { ...sound, triggers: [{ type: "keyword", keyword: " \u0301" }] },
      ["error keyword-empty start"],
    ],
    [
      "a pattern that does not compile",
      { ...sound, triggers: [{ type: "keyword", keyword: "(a", mode: "regex" }] },
      ["error keyword-pattern-invalid start"],
    ],
    [
      "a pattern that takes everything",
      { ...sound, triggers: [{ type: "keyword", keyword: "a*", mode: "regex" }] },
      ["warning keyword-pattern-open start"],
    ],
    [
      "a keyword twice",
      {
        ...sound,
        triggers: [
          { type: "keyword", keyword: "hola" },
          { type: "keyword", keyword: "HÓLA" },
        ],
      },
      ["warning trigger-twice start"],
    ],
    [
      "a catch-all that would interrupt",
      { ...sound, triggers: [{ type: "catch-all", interrupts: true }] },
      ["warning trigger-interrupts-nothing start"],
    ],
  ])("finds %s", (_, definition, expected) => expect(found(definition)).toEqual(expected));

  it("names an unknown format", () => {
    expect(check({ ...sound, format: "typebot/6" })[0]?.message).toContain("“typebot/6”");
  });

  it("tells every mistake of the envelope, each at its node", () => {
    const definition = flow([{ id: "a" }, { type: "text" }], [{ id: "e" }], { name: "" });
    expect(found(definition).length).toBeGreaterThanOrEqual(5);
    expect(found(definition)).toContain("error flow-invalid a");
  });

  it("finds calls of flows that are not there, when told which are", () => {
    const call = { id: "a", type: "call-flow", data: { flow: "Dirección" } };
    const definition = flow([call, end], [edge("start", "a"), edge("a", "end")]);
    expect(check(definition)).toEqual([]);
    expect(check(definition, { knownFlows: new Set(["Dirección"]) })).toEqual([]);
    expect(check(definition, { knownFlows: new Set(["Otra"]) })).toMatchObject([
      { code: "flow-missing", nodeId: "a" },
    ]);
  });

  it("shows the shortest way round a loop without a wait", () => {
    const nodes = ["a", "b", "c", "d"].map((id) => text(id));
    const edges = [edge("start", "a"), edge("a", "b"), edge("b", "c"), edge("c", "b")];
    const [loop, ...others] = check(flow(nodes, edges)).filter(({ severity }) => severity === "error");
    expect(others).toEqual([]);
    expect(loop).toMatchObject({ code: "loop-without-wait", nodeId: "b", witness: ["b", "c", "b"] });
  });

  it("does not mind loops behind an edge that is never taken", () => {
    const edges = [edge("start", "a"), edge("a", "end"), edge("a", "a")];
    expect(found(flow([text("a"), end], edges))).toEqual(["warning edge-ignored a"]);
  });

  it("is through with a chain of thousands of nodes", () => {
    const ids = Array.from({ length: 5_000 }, (_, i) => `n${i}`);
    const edges = ids.map((id, i) => edge(i === 0 ? "start" : `n${i - 1}`, id));
    const problems = check(
      flow(
        ids.map((id) => text(id)),
        [...edges, edge("n4999", "n0")],
      ),
    );
    expect(problems.map(({ code }) => code)).toEqual(["loop-without-wait"]);
  });
});
