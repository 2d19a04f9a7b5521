/** What a first start finds works as its tests say, although the examples step back there. */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { playTranscript } from "@hilo/flow-engine/testing";
import { expect, it } from "vitest";
import { exampleFlows } from "./seed.ts";

it("every example flow brings tests, and passes them", async () => {
  const flows = await exampleFlows(
    fileURLToPath(new URL(path.join("..", "..", "examples"), import.meta.url)),
  );
  expect(flows.length).toBeGreaterThanOrEqual(12);
  for (const flow of flows) {
    expect(flow.tests.length, flow.name).toBeGreaterThan(0);
    for (const test of flow.tests)
      expect(playTranscript(test, [flow]).report, `${flow.name}: ${test.name}`).toBe("");
  }
});
