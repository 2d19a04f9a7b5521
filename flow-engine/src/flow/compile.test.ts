import { describe, expect, it } from "vitest";
import { defineNode } from "../nodes/define-node.ts";
import { endSchema } from "../nodes/end/schema.ts";
import { makeFlow } from "../testing/make-flow.ts";
import { CompileError, compile } from "./compile.ts";
import { portOf } from "./edge-port.ts";

const flow = makeFlow({
  nodes: {
    menu: ["buttons", { text: "¿Qué?", options: [{ id: "opt-0", title: "A" }] }],
    a: ["text", { text: "A" }],
    b: ["text", { text: "B" }],
  },
  edges: ["start > menu", "menu:opt-0 > a", "menu:opt-0 > b", "a > b"],
});

describe("compile", () => {
  it("puts the start in that a definition leaves out", () => {
    const program = compile(flow, "v1");
    expect(program).toMatchObject({ id: "v1", start: "start", language: "en" });
    expect(program.nodes.get("start")?.edges).toEqual({ next: "menu" });
  });

  it("keeps the first of two edges that leave by one port", () => {
    expect(compile(flow).nodes.get("menu")?.edges).toEqual({ "opt-0": "a" });
  });

  it.each<[string, unknown, string | null]>([
    ["what is no flow", [], null],
    ["another format", { ...flow, format: "typebot/6" }, null],
    ["an unknown node type", makeFlow({ nodes: { x: ["telepathy"] }, edges: [] }), "x"],
    ["data that does not parse", makeFlow({ nodes: { x: ["text", {}] }, edges: [] }), "x"],
    [
      "a template that does not parse",
      makeFlow({ nodes: { x: ["text", { text: "{% if %}" }] }, edges: [] }),
      "x",
    ],
    ["two nodes of one id", { ...flow, nodes: [...flow.nodes, ...flow.nodes] }, "menu"],
  ])("refuses %s and names the node", (_, definition, nodeId) => {
    let refusal: unknown;
    try {
      compile(definition);
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toBeInstanceOf(CompileError);
    expect(refusal).toHaveProperty("nodeId", nodeId);
  });
});

describe("portOf", () => {
  const edge = { id: "e", source: "a", target: "b" };
  const spec = (ports: string[]) =>
    defineNode({
      type: "any",
      group: "logic",
      summary: "",
      version: 1,
      schema: endSchema,
      defaults: {},
      ports: () => ports.map((id) => ({ id, label: id })),
      prepare: () => null,
      enter: () => ({ kind: "end" }),
    });

  it("takes an edge without a handle for the only port, or else for next", () => {
    expect(portOf(edge, spec(["done"]), {})).toBe("done");
    expect(portOf({ ...edge, sourceHandle: null }, spec(["next", "error"]), {})).toBe("next");
    expect(portOf({ ...edge, sourceHandle: "error" }, spec(["next", "error"]), {})).toBe("error");
  });
});
