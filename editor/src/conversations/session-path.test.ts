/** The nodes a session passed. */
import { expect, test } from "vitest";
import { sessionPath, stepsIn } from "./session-path.ts";

test("each node entered is a step, with the port it left by, over all steps of the log", () => {
  const steps = [
    {
      trace: [
        { type: "session-started", cause: "keyword", keyword: "hola" },
        { type: "node-entered", nodeId: "start" },
        { type: "port-taken", nodeId: "start", port: "next", target: "n1" },
        { type: "node-entered", nodeId: "n1" },
        { type: "waited", nodeId: "n1", waitId: "w1", for: "message" },
      ],
    },
    {
      trace: [
        { type: "node-resumed", nodeId: "n1", by: "message" },
        { type: "port-taken", nodeId: "n1", port: "opt-1", target: "n2" },
        { type: "node-entered", nodeId: "n2" },
      ],
    },
  ];
  expect(sessionPath(steps)).toEqual([
    { nodeId: "start", port: "next" },
    { nodeId: "n1", port: "opt-1" },
    { nodeId: "n2" },
  ]);
});

test("a loop passes the same node again", () => {
  const pass = { trace: [{ type: "node-entered", nodeId: "n1" }] };
  expect(sessionPath([pass, pass])).toEqual([{ nodeId: "n1" }, { nodeId: "n1" }]);
});

test("what a newer server traces is passed over", () => {
  expect(sessionPath([{ trace: [{ type: "teleported", nodeId: "n9" }, null, 3] }])).toEqual([]);
});

test("steps of a flow that is called are told from those of the calling one, also under the same ids", () => {
  const entered = (nodeId: string) => ({ type: "node-entered", nodeId });
  const left = (nodeId: string, port: string) => ({ type: "port-taken", nodeId, port, target: null });
  const trace = [
    entered("ask"),
    left("ask", "next"),
    entered("call"),
    { type: "flow-called", nodeId: "call", flow: "sub@1" },
    entered("ask"),
    left("ask", "yes"),
    { type: "flow-returned", nodeId: "call" },
    left("call", "next"),
    entered("end"),
  ];
  const path = sessionPath([{ trace }]);
  expect(stepsIn(path, { flowVersionId: "main@1", drawn: "main@1" })).toEqual([
    { nodeId: "ask", port: "next" },
    { nodeId: "call" },
    { nodeId: "call", port: "next" },
    { nodeId: "end" },
  ]);
  expect(stepsIn(path, { flowVersionId: "main@1", drawn: "sub@1" })).toEqual([
    { nodeId: "ask", port: "yes", program: "sub@1" },
  ]);
});

test("one return may leave several flows at once", () => {
  const called = (nodeId: string, flow: string) => ({ type: "flow-called", nodeId, flow });
  const trace = [
    called("a", "sub@1"),
    called("b", "subsub@1"),
    { type: "flow-returned", nodeId: "a" },
    { type: "node-entered", nodeId: "c" },
  ];
  expect(sessionPath([{ trace }])).toEqual([{ nodeId: "c" }]);
});

test("what was passed before its flow was published anew is in the new version", () => {
  const trace = [
    { type: "flow-changed", nodeId: "go", flow: "other@1" },
    { type: "node-entered", nodeId: "ask" },
    { type: "version-changed", nodeId: "ask", from: "other@1", to: "other@2" },
    { type: "port-taken", nodeId: "ask", port: "next", target: null },
  ];
  expect(sessionPath([{ trace }])).toEqual([{ nodeId: "ask", port: "next", program: "other@2" }]);
});
