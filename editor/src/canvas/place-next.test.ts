/** New steps land where they can be seen, on a way out that was free. */
import { expect, it } from "vitest";
import { openDocument } from "../document/flow-document.ts";
import { freePlace, freePort, placeAfter } from "./place-next.ts";

const doc = openDocument({
  format: "hilo.flow/1",
  name: "F",
  nodes: [
    { id: "start", type: "start", position: { x: 0, y: 0 } },
    { id: "n1", type: "text", data: { text: "Hi" }, position: { x: 382, y: 0 } },
    {
      id: "n2",
      type: "buttons",
      position: { x: 0, y: 900 },
      data: {
        text: "?",
        options: [
          { id: "opt-0", title: "A" },
          { id: "opt-1", title: "B" },
        ],
      },
    },
  ],
  edges: [
    { id: "e0", source: "start", target: "n1" },
    { id: "e1", source: "n2", sourceHandle: "opt-0", target: "n1" },
  ],
});
const sizes = new Map([["n1", { width: 272, height: 200 }]]);

it("takes the first option that leads nowhere, and none when all lead somewhere", () => {
  expect(freePort(doc, "n2")).toBe("opt-1");
  expect(freePort(doc, "start")).toBeUndefined();
});

it("goes to the right of a step, below a card that is there already", () => {
  expect(placeAfter(doc, "start", sizes)).toEqual({ x: 382, y: 236 });
});

it("keeps a place that is free", () => {
  expect(freePlace(doc, { x: 2_000, y: 40 }, sizes)).toEqual({ x: 2_000, y: 40 });
});
