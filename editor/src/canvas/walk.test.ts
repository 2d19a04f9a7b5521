/** Where the arrow keys lead. */
import { expect, it } from "vitest";
import { openDocument } from "../document/flow-document.ts";
import { walk } from "./walk.ts";

const node = (id: string, x: number, y: number, type = "text") => ({
  id,
  type,
  data: {},
  position: { x, y },
});
const doc = openDocument({
  format: "hilo.flow/1",
  name: "F",
  nodes: [
    node("start", 0, 0, "start"),
    node("n1", 300, 400),
    node("n2", 300, 0),
    node("n3", 600, 0),
    node("n4", 300, 800),
  ],
  edges: [
    { id: "e0", source: "start", target: "n1" },
    { id: "e1", source: "n1", target: "n3" },
    { id: "e2", source: "n4", target: "n3" },
  ],
});

it.each([
  [undefined, "down", "start"],
  ["gone", "right", "start"],
  ["start", "right", "n1"],
  ["n3", "left", "n1"],
  ["n2", "left", "start"],
  ["n2", "right", "n3"],
  ["n1", "up", "n2"],
  ["n1", "down", "n4"],
  ["n4", "down", undefined],
] as const)("from %s %s: %s", (from, direction, to) => {
  expect(walk(doc, from, direction)).toBe(to);
});
