/** Readable names for nodes. */
import { expect, test } from "vitest";
import { nodeName } from "./node-name.ts";

const nodes = [
  { id: "a", type: "text", name: "Greeting", data: { text: "Hola" } },
  { id: "b", type: "buttons", data: { text: "What do you\nwant?" } },
  { id: "c", type: "http-request", data: {} },
  { id: "d", type: "text", data: { text: "x".repeat(80) } },
  "not a node",
];

test.each([
  ["a", "Greeting"],
  ["b", "What do you"],
  ["c", "Http request"],
  ["d", `${"x".repeat(35)}…`],
  ["start", "Start"],
  ["gone", "gone"],
])("%s is called %j", (id, name) => {
  expect(nodeName(nodes, id)).toBe(name);
});
