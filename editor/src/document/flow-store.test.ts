/** The open flow as the canvas and the forms use it. */
import { expect, it } from "vitest";
import { openDocument } from "./flow-document.ts";
import { createFlowStore } from "./flow-store.ts";

const at = { x: 0, y: 0 };
const open = () =>
  createFlowStore(
    openDocument({
      format: "hilo.flow/1",
      name: "F",
      nodes: [{ id: "n1", type: "text", data: { text: "Hi" }, position: at }],
      edges: [{ id: "e0", source: "start", target: "n1" }],
    }),
    () => 0,
  );
const now = (store: ReturnType<typeof open>) => store.getState();

it("selects what it adds, and no longer once undo took it away", () => {
  const store = open();
  const id = now(store).add({ type: "end", position: at, from: { source: "n1", port: "next" } });
  expect([...now(store).selection.nodes]).toEqual([id]);
  expect(now(store).history.present.edges.at(-1)).toMatchObject({ source: "n1", target: id });
  now(store).undo();
  expect(now(store).selection.nodes.size).toBe(0);
});

it("deletes the selected steps and edges and keeps the start selected", () => {
  const store = open();
  now(store).select(["start", "n1"], ["e0"]);
  now(store).removeSelected();
  expect(now(store).history.present.nodes.map((node) => node.id)).toEqual(["start"]);
  expect([...now(store).selection.nodes]).toEqual(["start"]);
});

it("selects the copies it makes", () => {
  const store = open();
  now(store).select(["start", "n1"]);
  now(store).duplicateSelected();
  expect([...now(store).selection.nodes]).toEqual(["n2"]);
  now(store).paste(now(store).copySelected(), { x: 10, y: 10 });
  expect([...now(store).selection.nodes]).toEqual(["n3"]);
});

it("changes nothing while it is read-only", () => {
  const store = open();
  const before = now(store).history;
  now(store).setReadOnly(true);
  now(store).run({ type: "remove", args: { nodeIds: ["n1"] } });
  expect(now(store).history).toBe(before);
});
