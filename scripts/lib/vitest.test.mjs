// The last line of a test run must tell the truth.

import { describe, expect, it } from "vitest";
import { countsOf, summary } from "./vitest.mjs";

const report = (passed, failed, pending, files = []) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: pending,
  numTodoTests: 0,
  testResults: files,
});

describe("the counts of a run", () => {
  it("are the report's own when tests passed, failed or were skipped", () => {
    expect(summary(countsOf(report(5, 0, 0), 0))).toBe("5 passed, 0 failed");
    expect(summary(countsOf(report(5, 2, 3), 1))).toBe("5 passed, 2 failed, 3 skipped");
  });

  it("include a file that could not be loaded", () => {
    const files = [{ status: "failed", assertionResults: [] }];
    expect(summary(countsOf(report(5, 0, 0, files), 1))).toBe("5 passed, 1 failed");
  });

  it("are never without a failure when the run failed", () => {
    expect(summary(countsOf(report(5, 0, 0), 1))).toBe("5 passed, 1 failed");
  });
});
