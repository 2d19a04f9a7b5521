/** What the publish dialog and the canvas call a change. */
import { expect, it } from "vitest";
import { applyCommand, type Command } from "./commands/index.ts";
import { diffDocuments, isSame } from "./diff-documents.ts";
import { openDocument } from "./flow-document.ts";

const at = { x: 0, y: 0 };
const before = openDocument({
  format: "hilo.flow/1",
  name: "F",
  nodes: [
    { id: "start", type: "start", data: {}, position: at },
    { id: "n1", type: "text", data: { text: "Hi" }, position: at },
    { id: "n2", type: "text", data: { text: "Bye" }, position: at },
  ],
  edges: [
    { id: "e0", source: "start", target: "n1" },
    { id: "e1", source: "n1", target: "n2" },
  ],
});
const after = (...commands: Command[]) => commands.reduce(applyCommand, before);

it("names added, removed and changed steps and edges, and draws what is gone beside what is", () => {
  const now = after(
    { type: "update-data", args: { nodeId: "n1", data: { text: "Hello" } } },
    { type: "remove", args: { nodeIds: ["n2"] } },
    { type: "add-node", args: { id: "n3", type: "end", position: at, from: { source: "n1", port: "next" } } },
  );
  const diff = diffDocuments(before, now);
  expect([...diff.nodes]).toEqual([
    ["n1", "changed"],
    ["n3", "added"],
    ["n2", "removed"],
  ]);
  expect([...diff.edges.values()]).toEqual(["added", "removed"]);
  expect(diff.joined.nodes.map(({ id }) => id)).toEqual(["start", "n1", "n3", "n2"]);
  expect(new Set(diff.joined.edges.map(({ id }) => id)).size).toBe(3);
});

it("names parts of the whole flow", () => {
  const diff = diffDocuments(
    before,
    after({ type: "set-settings", args: { settings: { errorMessage: "!" } } }),
  );
  expect(diff.parts).toEqual(["settings"]);
});

it("does not count places, notes and groups", () => {
  const moved = after(
    { type: "move-nodes", args: { positions: { n1: { x: 90, y: 9 } } } },
    { type: "add-sticky", args: { position: at } },
    { type: "group", args: { nodeIds: ["n1"] } },
  );
  expect(isSame(diffDocuments(before, moved))).toBe(true);
});
