import { expect, it } from "vitest";
import { openDocument } from "./flow-document.ts";
import { contactFieldsWritten, flowVariables, variablesSet } from "./variables.ts";

const docOf = (...nodes: [id: string, type: string, data: Record<string, unknown>][]) =>
  openDocument({
    format: "hilo.flow/1",
    name: "Flow",
    nodes: nodes.map(([id, type, data]) => ({ id, type, data, position: { x: 0, y: 0 } })),
    edges: [],
  });

it("lists each variable once, with what it holds and the steps that set it", () => {
  const doc = docOf(
    ["a", "ask", { text: "?", saveAs: "age", kind: "number" }],
    ["b", "buttons", { text: "?", options: [{ id: "opt-0", title: "A" }], saveAs: "choice" }],
    [
      "c",
      "set",
      {
        assignments: [
          { name: "total", operation: "add", value: "1" },
          { name: "when", value: "x", as: "date" },
        ],
      },
    ],
    ["d", "ask", { text: "?", saveAs: "age", kind: "number" }],
    [
      "e",
      "http-request",
      { url: "https://e.org", save: [{ path: "", name: "answer" }], saveStatusAs: "status" },
    ],
  );
  expect(flowVariables(doc).filter(({ name }) => !name.startsWith("error_"))).toEqual([
    { name: "age", kind: "number", setBy: ["a", "d"] },
    { name: "choice", kind: "text", setBy: ["b"] },
    { name: "choice_id", kind: "text", setBy: ["b"] },
    { name: "total", kind: "number", setBy: ["c"] },
    { name: "when", kind: "date", setBy: ["c"] },
    { name: "answer", kind: "value", setBy: ["e"] },
    { name: "status", kind: "number", setBy: ["e"] },
  ]);
  expect(variablesSet(doc)).toContain("error_code");
});

it("says nothing certain of a variable that holds different things", () => {
  const doc = docOf(
    ["a", "ask", { text: "?", saveAs: "x", kind: "number" }],
    ["b", "ask", { text: "?", saveAs: "x", kind: "text" }],
  );
  expect(flowVariables(doc)).toEqual([{ name: "x", kind: "value", setBy: ["a", "b"] }]);
});

it("lists the contact's fields that the flow writes, once each", () => {
  const doc = docOf(
    ["a", "ask", { text: "?", saveAs: "x", contactField: "city" }],
    [
      "b",
      "contact-field",
      {
        fields: [
          { field: "city", value: "Cádiz" },
          { field: "name", value: "Ana" },
        ],
      },
    ],
    ["c", "text", { text: "no fields" }],
  );
  expect(contactFieldsWritten(doc)).toEqual(["city", "name"]);
});

it("passes over steps of types it does not know", () => {
  expect(flowVariables(docOf(["a", "dance", { saveAs: "x" }]))).toEqual([]);
});
