/** The canvas' arrays follow the document and change as little as they can. */
import { expect, it } from "vitest";
import { moveNodes } from "../document/commands/move-nodes.ts";
import { openDocument } from "../document/flow-document.ts";
import { lightStep, NOTHING_LIT } from "../document/lit-path.ts";
import { createEdgeDeriver, createNodeDeriver } from "./derive.ts";

const at = { x: 0, y: 0 };
const doc = openDocument({
  format: "hilo.flow/1",
  name: "F",
  nodes: [
    { id: "n1", type: "text", data: { text: "Hi" }, position: at },
    { id: "n2", type: "end", position: at },
  ],
  edges: [
    { id: "e0", source: "start", target: "n1" },
    { id: "e1", source: "n1", target: "n2" },
  ],
});
const nothing = { nodes: new Set<string>(), edges: new Set<string>() };
const view = { sizes: new Map(), dragged: new Map(), resized: new Map() };

it("makes new objects only for nodes that changed", () => {
  const derive = createNodeDeriver();
  const before = derive(doc, nothing, view);
  const after = derive(
    moveNodes(doc, { positions: { n1: { x: 9, y: 9 } } }),
    { ...nothing, nodes: new Set(["n2"]) },
    view,
  );
  expect(after.map((node, i) => node === before[i])).toEqual([true, false, false]);
  expect(after[1]?.position).toEqual({ x: 9, y: 9 });
  expect(after[2]?.selected).toBe(true);
});

it("shows a drag under way before it becomes part of the document", () => {
  const nodes = createNodeDeriver()(doc, nothing, { ...view, dragged: new Map([["n1", { x: 5, y: 6 }]]) });
  expect(nodes[1]).toMatchObject({ position: { x: 5, y: 6 }, dragging: true });
});

it("lights the edges that a session took", () => {
  const path = [{ nodeId: "start", port: "next" }, { nodeId: "n1" }];
  const lit = lightStep(NOTHING_LIT, { sessionId: "s", status: "Paused", nodeId: "n1", path });
  expect(createEdgeDeriver()(doc, nothing, lit).map((edge) => edge.data?.lit)).toEqual([true, false]);
});
