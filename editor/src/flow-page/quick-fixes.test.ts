import { check, type Problem } from "@hilo/flow-engine";
import { describe, expect, it } from "vitest";
import { COMMANDS } from "../document/commands/index.ts";
import { type FlowDocument, openDocument } from "../document/flow-document.ts";
import { quickFixOf } from "./quick-fixes.ts";

const text = (id: string, words = "Hi") => ({
  id,
  type: "text",
  data: { text: words },
  position: { x: 0, y: 50 },
});
/** Edges stay as they are given, broken ones too. */
const doc = (nodes: object[], edges: object[]): FlowDocument => ({
  ...openDocument({
    format: "hilo.flow/1",
    name: "Flow",
    triggers: [{ type: "keyword", keyword: "hi" }],
    nodes: nodes as FlowDocument["nodes"],
    edges: [],
  }),
  edges: edges as FlowDocument["edges"],
});
const start = { id: "e0", source: "start", target: "a" };

function problem(of: FlowDocument, code: string): Problem {
  const found = check(of).find((each) => each.code === code);
  if (!found) throw new Error(`no ${code}`);
  return found;
}

/** Applies the fix of a problem. */
function mended(of: FlowDocument, code: string): FlowDocument {
  const fix = quickFixOf(of, problem(of, code));
  if (!fix) throw new Error(`no fix for ${code}`);
  const run = COMMANDS[fix.command.type] as (doc: FlowDocument, args: unknown) => FlowDocument;
  return run(of, fix.command.args);
}

describe("one click mends", () => {
  it.each([
    ["port-unconnected", doc([text("a")], [start])],
    ["node-unreachable", doc([text("a"), text("b")], [start])],
    [
      "edge-port-missing",
      doc([text("a"), text("b")], [start, { id: "e1", source: "a", sourceHandle: "opt-9", target: "b" }]),
    ],
    [
      "edge-ignored",
      doc(
        [text("a"), text("b")],
        [start, { id: "e1", source: "a", target: "b" }, { id: "e2", source: "a", target: "a" }],
      ),
    ],
    ["variable-unknown", doc([text("a", "Hi {{ name }} {{ order.total }}")], [start])],
  ])("%s", (code, before) => {
    const after = mended(before, code);
    expect(check(after).filter((each) => each.code === code).length).toBeLessThan(
      check(before).filter((each) => each.code === code).length,
    );
  });

  it("nothing that only a person can decide", () => {
    const empty = doc([text("a", " ")], [start]);
    expect(quickFixOf(empty, problem(empty, "text-empty"))).toBeNull();
  });
});

it("a default goes into every text of the step, and only around the variable's own name", () => {
  const before = doc([text("a", "{{ name }} {{name.first}} {{ names }} {{ name | upcase }}")], [start]);
  const fix = quickFixOf(before, { ...problem(before, "variable-unknown"), variable: "name" });
  expect(fix?.command.args).toMatchObject({
    data: {
      text: '{{ name | default: "" }} {{ name.first | default: "" }} {{ names }} {{ name | upcase }}',
    },
  });
});
