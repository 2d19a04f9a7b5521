/** What the traffic shows over the canvas: a badge for each step where somebody is or stopped, and of which time it is. */
import type { FlowTraffic, StepTraffic } from "@hilo/server/contract";
import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FlowProvider } from "../canvas/flow-context.tsx";
import { openDocument } from "../document/flow-document.ts";
import { createFlowStore } from "../document/flow-store.ts";
import { TestProvider } from "../test-provider.tsx";
import { StepBadges } from "./StepBadges.tsx";
import { ShowStepProvider } from "./show-step.ts";
import { trafficByNode } from "./step-traffic.ts";
import { TrafficBar } from "./TrafficBar.tsx";
import { recallTraffic, rememberTraffic } from "./traffic-memory.ts";

afterEach(cleanup);

const quiet: StepTraffic = {
  nodeId: "ask",
  live: 0,
  entered: 9,
  ports: [{ port: "next", runs: 9 }],
  stopped: [],
};
const busy: StepTraffic = {
  ...quiet,
  live: 2,
  stopped: [
    { reason: "expired", runs: 4 },
    { reason: "waiting", runs: 2 },
    { reason: "finished", runs: 1 },
  ],
};

describe("the badge of a step", () => {
  function shown(step: StepTraffic | null) {
    const store = createFlowStore(openDocument({ format: "hilo.flow/1", name: "F", nodes: [], edges: [] }));
    store.getState().setTraffic(step && trafficByNode({ nodes: [step] }));
    const show = vi.fn();
    render(
      <TestProvider>
        <FlowProvider value={store}>
          <ShowStepProvider value={show}>
            <StepBadges nodeId="ask" title="Colour" />
          </ShowStepProvider>
        </FlowProvider>
      </TestProvider>,
    );
    return show;
  }

  it("says in words who is there, who ended there early and who came to the end", async () => {
    const show = shown(busy);
    const badge = screen.getByRole("button", {
      name: "Colour 4 runs ended here early 1 run came to its end here 2 people are here now",
    });
    await userEvent.click(badge);
    expect(show).toHaveBeenCalledWith("ask", badge);
  });

  it.each([
    ["is nothing where all went on", quiet],
    ["is nothing while the traffic is not shown", null],
  ])("%s", (_, step) => {
    shown(step);
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("the bar", () => {
  const counted: FlowTraffic = { days: 7, runs: 0, more: false, live: 0, nodes: [] };
  function shown(traffic: FlowTraffic | undefined, error: Error | null = null) {
    const setDays = vi.fn();
    const retry = vi.fn();
    render(
      <TestProvider>
        <TrafficBar
          traffic={{ shown: true, days: 7, counted: traffic, error, retry, setDays, toggle: () => {} }}
        />
      </TestProvider>,
    );
    return { setDays, retry };
  }
  const words = () => screen.getByRole("status").textContent;

  it("says how many runs that is and how many are here", () => {
    shown({ ...counted, runs: 1_240, live: 3 });
    expect(words()).toBe("1,240 runs · 3 here now");
  });

  it("says when only the newest are counted", () => {
    shown({ ...counted, runs: 5_000, more: true });
    expect(words()).toBe("The newest 5,000 runs · 0 here now");
  });

  it("says that nobody was here", () => {
    shown(counted);
    expect(words()).toBe("Nobody has been here in this time.");
  });

  it("asks again when it could not be counted", async () => {
    const { retry } = shown(undefined, new Error("away"));
    await userEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(retry).toHaveBeenCalledOnce();
  });

  it("takes another time", async () => {
    const { setDays } = shown(counted);
    await userEvent.click(screen.getByRole("radio", { name: "30 days" }));
    expect(setDays).toHaveBeenCalledWith(30);
  });
});

describe("what a browser keeps of it", () => {
  beforeEach(() => localStorage.clear());

  it("is whether it is shown and of which time", () => {
    expect(recallTraffic()).toEqual({ shown: false, days: 7 });
    rememberTraffic({ shown: true, days: 30 });
    expect(recallTraffic()).toEqual({ shown: true, days: 30 });
  });

  it("is nothing where it can't be read", () => {
    localStorage.setItem("hilo.traffic", "{");
    expect(recallTraffic()).toEqual({ shown: false, days: 7 });
    localStorage.setItem("hilo.traffic", '{"shown": true, "days": 12}');
    expect(recallTraffic()).toEqual({ shown: true, days: 7 });
  });
});
