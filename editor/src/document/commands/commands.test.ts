/** Each command on a small flow, as functions: no canvas, no React. */
import { describe, expect, it } from "vitest";
import { boardOf } from "../board.ts";
import { findNode, openDocument } from "../flow-document.ts";
import { nextNodeId, nextOptionNumber } from "../ids.ts";
import { ports } from "../ports.ts";
import { addNode } from "./add-node.ts";
import { addComment } from "./comments.ts";
import { canConnect, connect } from "./connect.ts";
import { disconnect } from "./disconnect.ts";
import { duplicate } from "./duplicate.ts";
import { insertOnEdge } from "./insert-on-edge.ts";
import { moveNodes } from "./move-nodes.ts";
import { copyFragment, paste, pastedIds } from "./paste.ts";
import { remove } from "./remove.ts";
import { renameFlow } from "./rename-flow.ts";
import { renameNode } from "./rename-node.ts";
import { replaceNode } from "./replace-node.ts";
import { setSettings } from "./set-settings.ts";
import { setTriggers } from "./set-triggers.ts";
import { updateData } from "./update-data.ts";

const at = { x: 0, y: 0 };
const flow = () =>
  openDocument({
    format: "hilo.flow/1",
    name: "Welcome",
    nodes: [
      { id: "n1", type: "text", data: { text: "Hello" }, position: at },
      {
        id: "n2",
        type: "buttons",
        data: {
          text: "What do you need?",
          options: [
            { id: "opt-0", title: "Sales" },
            { id: "opt-1", title: "Help" },
          ],
        },
      },
      { id: "n3", type: "end", data: {} },
    ],
    edges: [
      { id: "e0", source: "start", target: "n1" },
      { id: "e1", source: "n1", target: "n2" },
      { id: "e2", source: "n2", sourceHandle: "opt-0", target: "n3" },
      { id: "e3", source: "n2", sourceHandle: "opt-1", target: "n1" },
    ],
  });
const edgesOf = (doc: ReturnType<typeof flow>) =>
  doc.edges.map((edge) => `${edge.source}.${edge.sourceHandle ?? "next"}>${edge.target}`);
const withOptions = (...ids: string[]) => ({
  text: "What do you need?",
  options: ids.map((id) => ({ id, title: id })),
});

describe("opening", () => {
  it("writes out the start node that the definition leaves unsaid", () => {
    expect(flow().nodes[0]).toMatchObject({ id: "start", type: "start" });
  });
  it("drops edges that lead nowhere, into the start, or out of a port that is gone", () => {
    const doc = openDocument({
      ...flow(),
      edges: [
        { id: "a", source: "n1", target: "nowhere" },
        { id: "b", source: "n1", target: "start" },
        { id: "c", source: "n2", sourceHandle: "opt-9", target: "n3" },
        { id: "d", source: "n1", target: "n3" },
        { id: "e", source: "n1", sourceHandle: "next", target: "n2" },
      ],
    });
    expect(doc.edges.map((edge) => edge.id)).toEqual(["d"]);
  });
  it("keeps a step of a type it does not know, with its edges", () => {
    const doc = openDocument({
      ...flow(),
      nodes: [...flow().nodes, { id: "x", type: "from-the-future", data: { a: 1 } }],
      edges: [{ id: "a", source: "x", sourceHandle: "maybe", target: "n1" }],
    });
    expect(edgesOf(doc)).toEqual(["x.maybe>n1"]);
  });
  it("refuses two steps with one id", () => {
    const twice = [...flow().nodes, { id: "n1", type: "end", data: {} }];
    expect(() => openDocument({ ...flow(), nodes: twice })).toThrow("share an id");
  });
});

describe("add-node", () => {
  it("gives the type's defaults and the next free id", () => {
    const doc = flow();
    const next = addNode(doc, { id: nextNodeId(doc), type: "text", position: at });
    expect(findNode(next, "n4")).toEqual({ id: "n4", type: "text", data: { text: "" }, position: at });
  });
  it("connects the port it was dragged from", () => {
    const next = addNode(flow(), {
      id: "n4",
      type: "end",
      position: at,
      from: { source: "n2", port: "opt-1" },
    });
    expect(edgesOf(next)).toContain("n2.opt-1>n4");
    expect(edgesOf(next)).not.toContain("n2.opt-1>n1");
  });
  it("adds no second start", () => {
    const doc = flow();
    expect(addNode(doc, { id: "n9", type: "start", position: at })).toBe(doc);
  });
});

describe("connect", () => {
  it("moves the one edge of a port to its new target", () => {
    expect(edgesOf(connect(flow(), { source: "n1", port: "next", target: "n3" }))).toEqual([
      "start.next>n1",
      "n2.opt-0>n3",
      "n2.opt-1>n1",
      "n1.next>n3",
    ]);
  });
  it.each([
    ["into the start", { source: "n1", port: "next", target: "start" }],
    ["out of a port that does not exist", { source: "n2", port: "opt-7", target: "n1" }],
    ["to a step that does not exist", { source: "n1", port: "next", target: "n99" }],
  ])("refuses to lead %s", (_, link) => {
    const doc = flow();
    expect(canConnect(doc, link)).toBe(false);
    expect(connect(doc, link)).toBe(doc);
  });
});

describe("remove and disconnect", () => {
  it("takes the edges of a removed step along and keeps the start", () => {
    const next = remove(flow(), { nodeIds: ["n1", "start"] });
    expect(next.nodes.map((node) => node.id)).toEqual(["start", "n2", "n3"]);
    expect(edgesOf(next)).toEqual(["n2.opt-0>n3"]);
  });
  it("never gives a removed step's id again", () => {
    const gone = remove(flow(), { nodeIds: ["n3"] });
    expect(nextNodeId(openDocument(JSON.parse(JSON.stringify(gone))))).toBe("n4");
  });
  it("cuts an edge alone", () => {
    expect(edgesOf(disconnect(flow(), { edgeIds: ["e1"] }))).toHaveLength(3);
  });
});

describe("update-data", () => {
  it("takes the edge of a removed option along", () => {
    const next = updateData(flow(), { nodeId: "n2", data: withOptions("opt-0") });
    expect(edgesOf(next)).toEqual(["start.next>n1", "n1.next>n2", "n2.opt-0>n3"]);
  });
  it("keeps the edges when an option is renamed or moved", () => {
    const data = {
      text: "?",
      options: [
        { id: "opt-1", title: "Support" },
        { id: "opt-0", title: "Shop" },
      ],
    };
    expect(edgesOf(updateData(flow(), { nodeId: "n2", data }))).toEqual(edgesOf(flow()));
  });
  it("never gives a deleted option's number again, also after saving and loading", () => {
    const fewer = updateData(flow(), { nodeId: "n2", data: withOptions("opt-0") });
    const loaded = openDocument(JSON.parse(JSON.stringify(fewer)));
    const node = findNode(loaded, "n2");
    expect(node && nextOptionNumber(node)).toBe(2);
  });
  it("keeps a step usable while a field is empty or too long", () => {
    const next = updateData(flow(), {
      nodeId: "n2",
      data: { ...withOptions("opt-0"), text: "x".repeat(9_000) },
    });
    const node = findNode(next, "n2");
    expect(node && ports(node).map((port) => port.id)).toContain("opt-0");
  });
});

describe("names, triggers, settings", () => {
  it("names a step, and an empty name goes back to the type's", () => {
    const named = renameNode(flow(), { nodeId: "n1", name: "Greeting" });
    expect(findNode(named, "n1")?.name).toBe("Greeting");
    const unnamed = findNode(renameNode(named, { nodeId: "n1", name: "" }), "n1");
    expect(unnamed).not.toHaveProperty("name");
  });
  it("never leaves a flow without a name", () => {
    const doc = flow();
    expect(renameFlow(doc, { name: "  " })).toBe(doc);
    expect(renameFlow(doc, { name: " Menu " }).name).toBe("Menu");
  });
  it("sets triggers and single settings", () => {
    const triggers = [{ type: "keyword" as const, keyword: "hola", mode: "word" as const }];
    expect(setTriggers(flow(), { triggers }).triggers).toBe(triggers);
    const { settings } = setSettings(flow(), { settings: { errorMessage: "Sorry" } });
    expect(settings).toEqual({ ...flow().settings, errorMessage: "Sorry" });
  });
});

describe("copies", () => {
  it("pastes a step that goes to another one so that it goes to the copy, when there is one", () => {
    const jump = { id: "n4", type: "go-to-node", data: { node: "n1" }, position: at };
    const doc = openDocument({ ...flow(), nodes: [...flow().nodes, jump] });
    const dataOf = (ids: string[]) => {
      const fragment = copyFragment(doc, new Set(ids));
      return paste(doc, { fragment, offset: at }).nodes.at(-1)?.data;
    };
    expect(dataOf(["n1", "n4"])).toEqual({ node: "n5" });
    expect(dataOf(["n4"])).toEqual({ node: "n1" });
  });
  it("pastes steps under new ids with the edges between them only", () => {
    const doc = flow();
    const fragment = copyFragment(doc, new Set(["start", "n1", "n2"]));
    const next = paste(doc, { fragment, offset: { x: 10, y: 5 } });
    expect(pastedIds(doc, fragment)).toEqual(["n4", "n5"]);
    expect(edgesOf(next).slice(4)).toEqual(["n4.next>n5", "n5.opt-1>n4"]);
    expect(findNode(next, "n4")?.position).toEqual({ x: 10, y: 5 });
  });
  it("duplicates beside the original", () => {
    const next = duplicate(flow(), { nodeIds: ["n1"] });
    expect(findNode(next, "n4")).toMatchObject({ type: "text", data: { text: "Hello" } });
    expect(edgesOf(next)).toEqual(edgesOf(flow()));
  });
});

describe("insert-on-edge and move-nodes", () => {
  it("leads through the new step", () => {
    const next = insertOnEdge(flow(), { edgeId: "e2", id: "n4", type: "text", position: at });
    expect(edgesOf(next)).toEqual(expect.arrayContaining(["n2.opt-0>n4", "n4.next>n3"]));
  });
  it("ends at the new step when that has no way out", () => {
    const next = insertOnEdge(flow(), { edgeId: "e1", id: "n4", type: "end", position: at });
    expect(edgesOf(next)).toContain("n1.next>n4");
  });
  it("moves to whole numbers and is nothing when nothing moved", () => {
    const doc = flow();
    expect(findNode(moveNodes(doc, { positions: { n1: { x: 1.6, y: 2 } } }), "n1")?.position).toEqual({
      x: 2,
      y: 2,
    });
    expect(moveNodes(doc, { positions: { n1: { x: 0.2, y: 0 } } })).toBe(doc);
  });
});

describe("replace-node", () => {
  it("keeps what leads to it, its text, and the ways out that the new type has", () => {
    const next = replaceNode(flow(), { nodeId: "n1", id: "n4", type: "ask" });
    expect(findNode(next, "n1")).toBeUndefined();
    expect(findNode(next, "n4")).toMatchObject({ type: "ask", position: at });
    expect(edgesOf(next)).toEqual(expect.arrayContaining(["start.next>n4", "n4.next>n2", "n2.opt-1>n4"]));
  });
  it("puts edges of ports that are gone onto the first free ones", () => {
    const next = replaceNode(flow(), { nodeId: "n2", id: "n4", type: "text" });
    expect(findNode(next, "n4")?.data.text).toBe("What do you need?");
    expect(edgesOf(next)).toEqual(["start.next>n1", "n1.next>n4", "n4.next>n3"]);
  });
  it("takes along who points at it, and its comments", () => {
    const jump = { id: "n5", type: "go-to-node", data: { node: "n1" }, position: at };
    const doc = addComment(openDocument({ ...flow(), nodes: [...flow().nodes, jump] }), {
      nodeId: "n1",
      author: "Ana",
      at: "2026-01-01T00:00:00.000Z",
      text: "Shorter?",
    });
    const next = replaceNode(doc, { nodeId: "n1", id: "n6", type: "ask" });
    expect(findNode(next, "n5")?.data).toEqual({ node: "n6" });
    expect(boardOf(next).comments[0]?.nodeId).toBe("n6");
  });
  it("never touches the start, and never gives the old id again", () => {
    const doc = flow();
    expect(replaceNode(doc, { nodeId: "start", id: "n4", type: "text" })).toBe(doc);
    const next = replaceNode(doc, { nodeId: "n3", id: "n4", type: "text" });
    expect(nextNodeId(remove(next, { nodeIds: ["n4"] }))).toBe("n5");
  });
});
