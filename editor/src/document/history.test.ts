/** Undo and redo, and what holds after any row of commands. */
import { flowSchema } from "@hilo/flow-engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Command } from "./commands/index.ts";
import { type FlowDocument, openDocument, portOf } from "./flow-document.ts";
import { newHistory, redo, run, undo } from "./history.ts";
import { nextNodeId } from "./ids.ts";
import { hasPort } from "./ports.ts";

const empty = () => openDocument({ format: "hilo.flow/1", name: "Flow", nodes: [], edges: [] });
const typed = (text: string): Command => ({ type: "update-data", args: { nodeId: "n1", data: { text } } });
const add = (id: string, type = "text"): Command => ({
  type: "add-node",
  args: { id, type, position: { x: 0, y: 0 } },
});

/** A later edit than a burst of typing can join. */
const LATER = 5_000;

describe("history", () => {
  it("takes back and brings back, naming each step", () => {
    const before = newHistory(empty());
    const after = run(before, add("n1"), 0);
    expect(after.past.at(-1)?.title).toBe("Add step");
    expect(undo(after).present).toBe(before.present);
    expect(redo(undo(after)).present).toBe(after.present);
    expect(undo(after).future[0]?.title).toBe("Add step");
  });
  it("makes one step of a burst of typing and a new one after a pause", () => {
    let history = run(newHistory(empty()), add("n1"), 0);
    history = run(history, typed("H"), LATER);
    history = run(history, typed("Hi"), LATER + 200);
    expect(history.past).toHaveLength(2);
    history = run(history, typed("Hi!"), LATER * 2);
    expect(history.past).toHaveLength(3);
    expect(undo(history).present.nodes[1]?.data).toEqual({ text: "Hi" });
  });
  it("starts a new step after an undo, whatever was typed before", () => {
    let history = run(run(newHistory(empty()), add("n1"), 0), typed("a"), LATER);
    history = run(undo(history), typed("b"), LATER + 1);
    expect(undo(history).present.nodes[1]?.data).toEqual({ text: "" });
  });
  it("keeps no step for a command that changes nothing", () => {
    const history = newHistory(empty());
    expect(run(history, { type: "remove", args: { nodeIds: ["start"] } }, 0)).toBe(history);
  });
  it("forgets what was undone once something new is done", () => {
    const history = run(undo(run(newHistory(empty()), add("n1"), 0)), add("n2"), LATER);
    expect(redo(history)).toBe(history);
  });
});

const nodeId = fc.integer({ min: 0, max: 8 }).map((n) => (n === 0 ? "start" : `n${n}`));
const ids = fc.array(nodeId, { maxLength: 4 });
const type = fc.constantFrom(
  "text",
  "buttons",
  "list",
  "ask",
  "condition",
  "switch",
  "end",
  "start",
  "unknown",
);
const place = fc.record({ x: fc.double({ noNaN: true, min: -1e4, max: 1e4 }), y: fc.integer() });
const options = fc
  .uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 4 })
  .map((numbers) => numbers.map((n) => ({ id: `opt-${n}`, title: `Option ${n}` })));
const data = fc.oneof(
  fc.record({ text: fc.string() }),
  fc.record({ text: fc.string(), options }),
  fc.record({ options: fc.string() }),
);
const port = fc.constantFrom("next", "opt-0", "opt-1", "opt-2", "invalid", "else");

/** Any command, also on steps that do not exist; `add-node` gets the id the editor would give. */
const command: fc.Arbitrary<(doc: FlowDocument) => Command> = fc.oneof(
  fc.tuple(type, place).map(
    ([type, position]) =>
      (doc: FlowDocument): Command => ({
        type: "add-node",
        args: { id: nextNodeId(doc), type, position },
      }),
  ),
  fc.tuple(nodeId, port, nodeId).map(
    ([source, port, target]) =>
      (): Command => ({
        type: "connect",
        args: { source, port, target },
      }),
  ),
  fc
    .array(fc.nat(9))
    .map((n) => (): Command => ({ type: "disconnect", args: { edgeIds: n.map((i) => `e${i}`) } })),
  ids.map((nodeIds) => (): Command => ({ type: "remove", args: { nodeIds } })),
  ids.map((nodeIds) => (): Command => ({ type: "duplicate", args: { nodeIds } })),
  fc.tuple(nodeId, data).map(
    ([nodeId, data]) =>
      (): Command => ({ type: "update-data", args: { nodeId, data } }),
  ),
  fc.tuple(fc.nat(9), type, place).map(
    ([edge, type, position]) =>
      (doc: FlowDocument): Command => ({
        type: "insert-on-edge",
        args: { edgeId: `e${edge}`, id: nextNodeId(doc), type, position },
      }),
  ),
  fc
    .dictionary(nodeId, place)
    .map((positions) => (): Command => ({ type: "move-nodes", args: { positions } })),
  fc.tuple(nodeId, fc.string({ maxLength: 100 })).map(
    ([nodeId, name]) =>
      (): Command => ({
        type: "rename-node",
        args: { nodeId, name },
      }),
  ),
);

function expectSound(doc: FlowDocument) {
  expect(flowSchema.safeParse(JSON.parse(JSON.stringify(doc))).success).toBe(true);
  const nodes = new Map(doc.nodes.map((node) => [node.id, node]));
  expect(nodes.size).toBe(doc.nodes.length);
  expect(new Set(doc.edges.map((edge) => edge.id)).size).toBe(doc.edges.length);
  for (const edge of doc.edges) {
    const source = nodes.get(edge.source);
    expect(source !== undefined && nodes.has(edge.target) && hasPort(source, portOf(edge))).toBe(true);
  }
}

describe("any row of commands", () => {
  it("leaves a flow that parses, without an edge that dangles, and undoes to where it began", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let history = newHistory(empty());
        const seen = [history.present];
        commands.forEach((next, i) => {
          const before = history;
          history = run(history, next(history.present), i * LATER);
          if (history === before) return;
          expectSound(history.present);
          expect(undo(history).present).toBe(before.present);
          expect(redo(undo(history)).present).toBe(history.present);
          seen.push(history.present);
        });
        for (const doc of seen.reverse()) {
          expect(history.present).toBe(doc);
          history = undo(history);
        }
      }),
      { numRuns: 300 },
    );
  });
  it("never gives the id of a step that was ever there to a new one", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const ever = new Set(["start"]);
        let doc = empty();
        commands.forEach((next, i) => {
          const after = run(newHistory(doc), next(doc), i).present;
          const before = new Set(doc.nodes.map((node) => node.id));
          const added = after.nodes.filter((node) => !before.has(node.id));
          for (const { id } of added) {
            expect(ever.has(id)).toBe(false);
            ever.add(id);
          }
          doc = after;
        });
      }),
    );
  });
});
