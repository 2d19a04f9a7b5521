/** What holds for every type of step. */
import { NODE_SPECS } from "@hilo/flow-engine";
import { expect, it } from "vitest";
import { findTypes } from "../canvas/find-types.ts";
import { NODE_TYPES, nodeUi } from "./index.ts";
import { openStep } from "./open-step.tsx";

it("every type of the engine has its words and its place in the palette", () => {
  expect([...NODE_TYPES].sort()).toEqual(NODE_SPECS.map((spec) => spec.type).sort());
  expect(findTypes("")).toHaveLength(NODE_SPECS.length - 1);
});

it.each(NODE_SPECS.map((spec) => spec.type))(
  "a %s step that was just dropped opens and is not changed by it",
  (type) => {
    const { store } = openStep(type);
    expect(store.getState().history.past).toHaveLength(0);
  },
);

it("is found by other words, without accents or capitals, and by all words of the search", () => {
  expect(findTypes("PDF")).toEqual(["media"]);
  expect(findTypes("mênu")).toEqual(["buttons", "list"]);
  expect(findTypes("reply tap")).toEqual(["buttons"]);
  expect(findTypes("no such thing")).toEqual([]);
});

it("shows a step of an unknown type and keeps it as it is", () => {
  const { card, data } = openStep("from-the-future", { a: { b: 1 } });
  expect(card().textContent).toContain("kept as it is");
  expect(data()).toEqual({ a: { b: 1 } });
  expect(nodeUi("from-the-future").title).toBe("Unknown step");
});
