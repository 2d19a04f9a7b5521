/** Where cards come to stand. */
import { describe, expect, it } from "vitest";
import { findNode, openDocument } from "./flow-document.ts";
import { layOut, placeMissing } from "./lay-out.ts";

const edges = [
  { id: "e0", source: "start", target: "a" },
  { id: "e1", source: "a", target: "b" },
];
const text = (id: string, position?: { x: number; y: number }) => ({
  id,
  type: "text",
  data: { text: id },
  ...(position && { position }),
});

describe("layout", () => {
  it("goes from left to right along the edges, without overlaps", async () => {
    const doc = openDocument({ format: "hilo.flow/1", name: "F", nodes: [text("a"), text("b")], edges });
    const places = await layOut(doc);
    const x = (id: string) => places[id]?.x ?? Number.NaN;
    expect(x("a")).toBeGreaterThan(x("start") + 272);
    expect(x("b")).toBeGreaterThan(x("a") + 272);
  });
  it("leaves every node where it was put and finds places for the others", async () => {
    const nodes = [text("a", { x: 500, y: 50 }), text("b")];
    const doc = await placeMissing(openDocument({ format: "hilo.flow/1", name: "F", nodes, edges }));
    expect(findNode(doc, "a")?.position).toEqual({ x: 500, y: 50 });
    expect(findNode(doc, "b")?.position?.y).toBeGreaterThan(50);
    expect(findNode(doc, "start")?.position).toBeDefined();
  });
  it("puts a start that was never drawn before its first step", async () => {
    const nodes = [text("a", { x: 500, y: 50 }), text("b", { x: 900, y: 50 })];
    const doc = await placeMissing(openDocument({ format: "hilo.flow/1", name: "F", nodes, edges }));
    expect(findNode(doc, "start")?.position).toEqual({ x: 118, y: 50 });
  });
  it("is nothing when every node has a place", async () => {
    const nodes = [{ id: "start", type: "start", position: { x: 0, y: 0 } }, text("a", { x: 1, y: 1 })];
    const doc = openDocument({ format: "hilo.flow/1", name: "F", nodes, edges: [] });
    expect(await placeMissing(doc)).toBe(doc);
  });
});
