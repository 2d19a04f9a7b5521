import type { StepTraffic } from "@hilo/server/contract";
import { describe, expect, it } from "vitest";
import { droppedAt, finishedAt, lineWidth, portTraffic, trafficByNode } from "./step-traffic.ts";

const step: StepTraffic = {
  nodeId: "ask",
  live: 3,
  entered: 40,
  ports: [
    { port: "no", runs: 10 },
    { port: "yes", runs: 20 },
  ],
  stopped: [
    { reason: "expired", runs: 5 },
    { reason: "waiting", runs: 3 },
    { reason: "taken-over", runs: 2 },
    { reason: "finished", runs: 1 },
    { reason: "other-flow", runs: 1 },
  ],
};

describe("the traffic of a step", () => {
  it("tells who left the flow there from who waits, is done or went on in another flow", () => {
    expect(droppedAt(step)).toBe(7);
    expect(finishedAt(step)).toBe(1);
  });

  it("has a share of those who came, for each way on", () => {
    expect(portTraffic(step, "yes")).toEqual({ runs: 20, share: 0.5 });
    expect(portTraffic(step, "timeout")).toEqual({ runs: 0, share: 0 });
  });

  it("has no shares where nobody came, as of a step that is only drawn", () => {
    expect(portTraffic(undefined, "next")).toBeNull();
    expect(portTraffic({ ...step, entered: 0 }, "yes")).toBeNull();
  });

  it("never says that more than all went on", () => {
    expect(portTraffic({ ...step, entered: 8 }, "no")).toEqual({ runs: 10, share: 1 });
  });

  it("is found by the step's id", () => {
    expect(trafficByNode({ nodes: [step] }).get("ask")).toBe(step);
  });
});

describe("a line", () => {
  it("is wider the more went along it, and thinnest where nobody did", () => {
    const widths = [0, 0.01, 0.5, 1].map(lineWidth);
    expect(widths).toEqual([...widths].sort((a, b) => a - b));
    expect(new Set(widths).size).toBe(4);
  });
});
