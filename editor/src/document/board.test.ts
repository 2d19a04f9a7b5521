/** Notes, groups, comments and alignment, as functions. */
import { describe, expect, it } from "vitest";
import { aligned } from "./align.ts";
import { boardOf } from "./board.ts";
import { addComment, settleComment } from "./commands/comments.ts";
import { duplicate } from "./commands/duplicate.ts";
import { editGroup, groupNodes, ungroup } from "./commands/groups.ts";
import { moveNodes } from "./commands/move-nodes.ts";
import { copyFragment, paste, pastedIds } from "./commands/paste.ts";
import { remove } from "./commands/remove.ts";
import { addSticky, editSticky } from "./commands/stickies.ts";
import { openDocument } from "./flow-document.ts";

const flow = () =>
  openDocument({
    format: "hilo.flow/1",
    name: "Welcome",
    nodes: ["n1", "n2", "n3"].map((id) => ({
      id,
      type: "text",
      data: { text: id },
      position: { x: 0, y: 0 },
    })),
  });

describe("notes, groups and comments", () => {
  const noted = () =>
    groupNodes(addSticky(flow(), { position: { x: 1.2, y: 2 } }), { nodeIds: ["n1", "n2"] });
  it("are kept by saving and loading, and are no business of the engine", () => {
    const doc = openDocument(JSON.parse(JSON.stringify(noted())));
    expect(boardOf(doc)).toMatchObject({
      stickies: [{ id: "s1", position: { x: 1, y: 2 } }],
      groups: [{ id: "g1", nodeIds: ["n1", "n2"] }],
    });
  });
  it("are edited, moved and deleted like steps", () => {
    const written = editSticky(noted(), { id: "s1", change: { text: "Call sales", color: "rose" } });
    const moved = moveNodes(written, { positions: { s1: { x: 50, y: 60 } } });
    expect(boardOf(moved).stickies[0]).toMatchObject({
      text: "Call sales",
      color: "rose",
      position: { x: 50, y: 60 },
    });
    expect(boardOf(remove(moved, { nodeIds: ["s1"] })).stickies).toEqual([]);
  });
  it("notes are copied along with steps, under ids of their own", () => {
    const doc = noted();
    const fragment = copyFragment(doc, new Set(["n1", "s1"]));
    const next = paste(doc, { fragment, offset: { x: 10, y: 10 } });
    expect(pastedIds(doc, fragment)).toEqual(["n4", "s2"]);
    expect(boardOf(next).stickies).toMatchObject([{ id: "s1" }, { id: "s2", position: { x: 11, y: 12 } }]);
    const alone = duplicate(doc, { nodeIds: ["s1"] });
    expect(boardOf(alone).stickies).toHaveLength(2);
  });
  it("a step is in one group at most, and an empty group is gone", () => {
    const next = groupNodes(noted(), { nodeIds: ["n1", "n2", "n3"], title: "All" });
    expect(boardOf(next).groups).toMatchObject([{ id: "g2", title: "All", nodeIds: ["n1", "n2", "n3"] }]);
    expect(boardOf(remove(next, { nodeIds: ["n1", "n2", "n3"] })).groups).toEqual([]);
    expect(
      boardOf(ungroup(editGroup(next, { id: "g2", change: { title: "x" } }), { id: "g2" })).groups,
    ).toEqual([]);
  });
  it("comments are settled, and go with their step", () => {
    const said = addComment(flow(), {
      nodeId: "n1",
      author: "Ana",
      at: "2026-01-01T00:00:00.000Z",
      text: " Shorter? ",
    });
    expect(boardOf(said).comments).toMatchObject([{ id: "c1", text: "Shorter?" }]);
    expect(boardOf(settleComment(said, { id: "c1", done: true })).comments[0]?.done).toBe(true);
    expect(boardOf(remove(said, { nodeIds: ["n1"] })).comments).toEqual([]);
  });
});

describe("aligning", () => {
  const placed = moveNodes(flow(), {
    positions: { n1: { x: 0, y: 0 }, n2: { x: 100, y: 400 }, n3: { x: 700, y: 90 } },
  });
  const all = new Set(["n1", "n2", "n3"]);
  const sizes = new Map([...all].map((id) => [id, { width: 100, height: id === "n2" ? 200 : 100 }]));
  it.each([
    ["left", { n1: { x: 0, y: 0 }, n2: { x: 0, y: 400 }, n3: { x: 0, y: 90 } }],
    ["right", { n1: { x: 700, y: 0 }, n2: { x: 700, y: 400 }, n3: { x: 700, y: 90 } }],
    ["middle", { n1: { x: 0, y: 250 }, n2: { x: 100, y: 200 }, n3: { x: 700, y: 250 } }],
    ["across", { n1: { x: 0, y: 0 }, n2: { x: 350, y: 400 }, n3: { x: 700, y: 90 } }],
    ["down", { n1: { x: 0, y: 0 }, n3: { x: 700, y: 200 }, n2: { x: 100, y: 400 } }],
  ] as const)("%s", (how, places) => {
    expect(aligned(placed, all, sizes, how)).toEqual(places);
  });
  it("is nothing for one card", () => {
    expect(aligned(placed, new Set(["n1"]), sizes, "left")).toEqual({});
  });
});
