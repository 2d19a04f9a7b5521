// Runs vitest with its normal progress and counts what it did.

import { mkdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { cacheDir } from "./paths.mjs";
import { bin, run } from "./run.mjs";

/**
 * @param {string[]} args further arguments of `vitest run`
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ code: number, passed: number, failed: number, skipped: number }>}
 */
export async function runVitest(args, env) {
  await mkdir(cacheDir, { recursive: true });
  const report = path.join(cacheDir, `tests-${process.pid}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run(bin("vitest"), ["run", ...reporters, ...args], { env });
  const text = await readFile(report, "utf8").catch(() => undefined);
  await rm(report, { force: true });
  if (text === undefined) return { code: code || 1, passed: 0, failed: 1, skipped: 0 };
  return { code, ...countsOf(JSON.parse(text), code) };
}

/** A file that could not even be loaded has no tests in it, and still is a failure. */
export function countsOf(report, code) {
  const brokenFiles = (report.testResults ?? []).filter(
    (file) => file.status === "failed" && !file.assertionResults.some((test) => test.status === "failed"),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    // An error outside of any test (an unhandled rejection) fails the run without failing a test.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
