/** The nodes a session passed. */
import { expect, test } from "vitest";
import { sessionPath } from "./session-path.ts";

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
