/** The path a simulator's session lights on the canvas. */
import { expect, it } from "vitest";
import { lightStep, litPort, NOTHING_LIT } from "./lit-path.ts";

const first = {
  sessionId: "a",
  status: "Paused" as const,
  nodeId: "n2",
  path: [{ nodeId: "start", port: "next" }, { nodeId: "n2" }],
};

it("gathers the steps of one session and moves where it stands", () => {
  const path = [{ nodeId: "n2", port: "opt-1" }, { nodeId: "n5" }];
  const lit = lightStep(lightStep(NOTHING_LIT, first), { ...first, nodeId: "n5", path });
  expect([...lit.nodes]).toEqual(["start", "n2", "n5"]);
  expect([...lit.ports]).toEqual([litPort("start", "next"), litPort("n2", "opt-1")]);
  expect(lit.at).toBe("n5");
});

it("begins anew with another session", () => {
  const lit = lightStep(lightStep(NOTHING_LIT, first), {
    ...first,
    sessionId: "b",
    path: [{ nodeId: "start" }],
  });
  expect([...lit.nodes]).toEqual(["start"]);
});

it("stands nowhere once the session has ended, with its path still lit", () => {
  const lit = lightStep(NOTHING_LIT, { ...first, status: "Completed" });
  expect(lit.at).toBeNull();
  expect(lit.nodes.has("n2")).toBe(true);
});
